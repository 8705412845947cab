package tollgate.calls;

import tollgate.kernel.Credentials;
import tollgate.kernel.Task;

/**
 * i386's first set of user and group calls, with 16-bit ids (kernel/uid16.c): ids that do not fit
 * are shown as 65534, and 65535 means "leave it".
 */
public final class Identity16Calls {
  private static final int OVERFLOW_ID = 65534;
  private static final int UNCHANGED = 0xffff;

  private Identity16Calls() {}

  /** What a 16-bit call shows of an id. */
  public static int low(int id) {
    return (id & ~0xffff) != 0 ? OVERFLOW_ID : id;
  }

  /** What a 16-bit call means by an id. */
  public static int high(long id) {
    int value = (int) id & 0xffff;
    return value == UNCHANGED ? -1 : value;
  }

  /** Implements getuid(2). */
  public static long getuid(Task task) {
    return low(task.credentials().uid());
  }

  /** Implements geteuid(2). */
  public static long geteuid(Task task) {
    return low(task.credentials().euid());
  }

  /** Implements getgid(2). */
  public static long getgid(Task task) {
    return low(task.credentials().gid());
  }

  /** Implements getegid(2). */
  public static long getegid(Task task) {
    return low(task.credentials().egid());
  }

  /** Implements setuid(2). */
  public static long setuid(Task task, long user) {
    return IdentityCalls.setuid(task, high(user));
  }

  /** Implements setgid(2). */
  public static long setgid(Task task, long group) {
    return IdentityCalls.setgid(task, high(group));
  }

  /** Implements setreuid(2). */
  public static long setreuid(Task task, long real, long effective) {
    return IdentityCalls.setreuid(task, high(real), high(effective));
  }

  /** Implements setregid(2). */
  public static long setregid(Task task, long real, long effective) {
    return IdentityCalls.setregid(task, high(real), high(effective));
  }

  /** Implements setresuid(2). */
  public static long setresuid(Task task, long real, long effective, long saved) {
    return IdentityCalls.setresuid(task, high(real), high(effective), high(saved));
  }

  /** Implements setresgid(2). */
  public static long setresgid(Task task, long real, long effective, long saved) {
    return IdentityCalls.setresgid(task, high(real), high(effective), high(saved));
  }

  /** Implements getresuid(2). */
  public static long getresuid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    task.memory().writeShort(real, (short) low(c.uid()));
    task.memory().writeShort(effective, (short) low(c.euid()));
    task.memory().writeShort(saved, (short) low(c.suid()));
    return 0;
  }

  /** Implements getresgid(2). */
  public static long getresgid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    task.memory().writeShort(real, (short) low(c.gid()));
    task.memory().writeShort(effective, (short) low(c.egid()));
    task.memory().writeShort(saved, (short) low(c.sgid()));
    return 0;
  }

  /** Implements setfsuid(2). */
  public static long setfsuid(Task task, long user) {
    return low((int) IdentityCalls.setfsuid(task, high(user)));
  }

  /** Implements setfsgid(2). */
  public static long setfsgid(Task task, long group) {
    return low((int) IdentityCalls.setfsgid(task, high(group)));
  }

  /** Implements getgroups(2). */
  public static long getgroups(Task task, long size, long list) {
    return IdentityCalls.getgroups(task, (int) size, list, 2);
  }

  /** Implements setgroups(2). */
  public static long setgroups(Task task, long size, long list) {
    return IdentityCalls.setgroups(task, (int) size, list, 2);
  }
}
