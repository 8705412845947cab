package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.CapData;
import tollgate.abi.uapi.CapHeader;
import tollgate.kernel.Credentials;
import tollgate.kernel.Task;

/** Users, groups and capabilities: getuid(2), setresuid(2), getgroups(2), capget(2) … */
public final class IdentityCalls {
  private static final int CAP_SETGID = 6;
  private static final int CAP_SETUID = 7;
  private static final int NGROUPS_MAX = 65536;
  private static final long CAPABILITY_VERSION_1 = 0x1998_0330L;
  private static final long CAPABILITY_VERSION_2 = 0x2007_1026L;
  private static final long CAPABILITY_VERSION_3 = 0x2008_0522L;

  private IdentityCalls() {}

  /** Implements getuid(2). */
  public static long getuid(Task task) {
    return Integer.toUnsignedLong(task.credentials().uid());
  }

  /** Implements geteuid(2). */
  public static long geteuid(Task task) {
    return Integer.toUnsignedLong(task.credentials().euid());
  }

  /** Implements getgid(2). */
  public static long getgid(Task task) {
    return Integer.toUnsignedLong(task.credentials().gid());
  }

  /** Implements getegid(2). */
  public static long getegid(Task task) {
    return Integer.toUnsignedLong(task.credentials().egid());
  }

  /** Implements setuid(2). */
  public static long setuid(Task task, long user) {
    int id = valid((int) user);
    Credentials c = task.credentials();
    if (c.capable(CAP_SETUID)) {
      task.setCredentials(c.withUsers(id, id, id, id));
    } else if (id == c.uid() || id == c.suid()) {
      task.setCredentials(c.withUsers(c.uid(), id, c.suid(), id));
    } else {
      throw Errno.EPERM.failure();
    }
    return 0;
  }

  /** Implements setgid(2). */
  public static long setgid(Task task, long group) {
    int id = valid((int) group);
    Credentials c = task.credentials();
    if (c.capable(CAP_SETGID)) {
      task.setCredentials(c.withGroupIds(id, id, id, id));
    } else if (id == c.gid() || id == c.sgid()) {
      task.setCredentials(c.withGroupIds(c.gid(), id, c.sgid(), id));
    } else {
      throw Errno.EPERM.failure();
    }
    return 0;
  }

  /** Implements setreuid(2); -1 leaves an id as it is. */
  public static long setreuid(Task task, long real, long effective) {
    Credentials c = task.credentials();
    int uid = (int) real == -1 ? c.uid() : (int) real;
    int euid = (int) effective == -1 ? c.euid() : (int) effective;
    boolean may =
        c.capable(CAP_SETUID)
            || ((uid == c.uid() || uid == c.euid())
                && (euid == c.uid() || euid == c.euid() || euid == c.suid()));
    require(may);
    boolean saves = (int) real != -1 || ((int) effective != -1 && euid != c.uid());
    task.setCredentials(c.withUsers(uid, euid, saves ? euid : c.suid(), euid));
    return 0;
  }

  /** Implements setregid(2); -1 leaves an id as it is. */
  public static long setregid(Task task, long real, long effective) {
    Credentials c = task.credentials();
    int gid = (int) real == -1 ? c.gid() : (int) real;
    int egid = (int) effective == -1 ? c.egid() : (int) effective;
    boolean may =
        c.capable(CAP_SETGID)
            || ((gid == c.gid() || gid == c.egid())
                && (egid == c.gid() || egid == c.egid() || egid == c.sgid()));
    require(may);
    boolean saves = (int) real != -1 || ((int) effective != -1 && egid != c.gid());
    task.setCredentials(c.withGroupIds(gid, egid, saves ? egid : c.sgid(), egid));
    return 0;
  }

  /** Implements setresuid(2); -1 leaves an id as it is. */
  public static long setresuid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    boolean all = c.capable(CAP_SETUID);
    int uid = choose(all, (int) real, c.uid(), c.uid(), c.euid(), c.suid());
    int euid = choose(all, (int) effective, c.euid(), c.uid(), c.euid(), c.suid());
    int suid = choose(all, (int) saved, c.suid(), c.uid(), c.euid(), c.suid());
    task.setCredentials(c.withUsers(uid, euid, suid, euid));
    return 0;
  }

  /** Implements setresgid(2); -1 leaves an id as it is. */
  public static long setresgid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    boolean all = c.capable(CAP_SETGID);
    int gid = choose(all, (int) real, c.gid(), c.gid(), c.egid(), c.sgid());
    int egid = choose(all, (int) effective, c.egid(), c.gid(), c.egid(), c.sgid());
    int sgid = choose(all, (int) saved, c.sgid(), c.gid(), c.egid(), c.sgid());
    task.setCredentials(c.withGroupIds(gid, egid, sgid, egid));
    return 0;
  }

  /** Implements getresuid(2). */
  public static long getresuid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    task.memory().writeInt(real, c.uid());
    task.memory().writeInt(effective, c.euid());
    task.memory().writeInt(saved, c.suid());
    return 0;
  }

  /** Implements getresgid(2). */
  public static long getresgid(Task task, long real, long effective, long saved) {
    Credentials c = task.credentials();
    task.memory().writeInt(real, c.gid());
    task.memory().writeInt(effective, c.egid());
    task.memory().writeInt(saved, c.sgid());
    return 0;
  }

  /** Implements setfsuid(2): returns the old id, changed or not. */
  public static long setfsuid(Task task, long user) {
    Credentials c = task.credentials();
    int id = (int) user;
    if (id != -1
        && (id == c.uid()
            || id == c.euid()
            || id == c.suid()
            || id == c.fsuid()
            || c.capable(CAP_SETUID))) {
      task.setCredentials(c.withUsers(c.uid(), c.euid(), c.suid(), id));
    }
    return Integer.toUnsignedLong(c.fsuid());
  }

  /** Implements setfsgid(2): returns the old id, changed or not. */
  public static long setfsgid(Task task, long group) {
    Credentials c = task.credentials();
    int id = (int) group;
    if (id != -1
        && (id == c.gid()
            || id == c.egid()
            || id == c.sgid()
            || id == c.fsgid()
            || c.capable(CAP_SETGID))) {
      task.setCredentials(c.withGroupIds(c.gid(), c.egid(), c.sgid(), id));
    }
    return Integer.toUnsignedLong(c.fsgid());
  }

  /** Implements getgroups(2). */
  public static long getgroups(Task task, long size, long list) {
    return getgroups(task, (int) size, list, 4);
  }

  /** Implements setgroups(2). */
  public static long setgroups(Task task, long size, long list) {
    return setgroups(task, (int) size, list, 4);
  }

  /** Writes the supplementary groups, {@code width} bytes each. */
  static long getgroups(Task task, int size, long list, int width) {
    int[] groups = task.credentials().groups();
    if (size < 0) {
      throw Errno.EINVAL.failure();
    }
    if (size == 0) {
      return groups.length;
    }
    if (groups.length > size) {
      throw Errno.EINVAL.failure();
    }
    for (int i = 0; i < groups.length; i++) {
      if (width == 2) {
        task.memory().writeShort(list + 2L * i, (short) Identity16Calls.low(groups[i]));
      } else {
        task.memory().writeInt(list + 4L * i, groups[i]);
      }
    }
    return groups.length;
  }

  /** Reads and sets the supplementary groups, {@code width} bytes each. */
  static long setgroups(Task task, int size, long list, int width) {
    Credentials c = task.credentials();
    require(c.capable(CAP_SETGID));
    if (size < 0 || size > NGROUPS_MAX) {
      throw Errno.EINVAL.failure();
    }
    int[] groups = new int[size];
    for (int i = 0; i < size; i++) {
      groups[i] =
          width == 2
              ? Identity16Calls.high(task.memory().readShort(list + 2L * i))
              : task.memory().readInt(list + 4L * i);
    }
    task.setCredentials(c.withGroups(groups));
    return 0;
  }

  /** Implements capget(2): permitted and effective sets are alike, nothing is inheritable. */
  public static long capget(Task task, long header, long data) {
    StructView view = task.view(CapHeader.SCHEMA).copyIn(task.memory(), header);
    long version = view.get(CapHeader.VERSION);
    int words = words(version);
    if (words == 0) {
      view.set(CapHeader.VERSION, CAPABILITY_VERSION_3);
      view.copyOut(task.memory(), header);
      if (data == 0) {
        return 0;
      }
      throw Errno.EINVAL.failure();
    }
    int pid = (int) view.get(CapHeader.PID);
    if (pid < 0) {
      throw Errno.EINVAL.failure();
    }
    if (pid != 0 && pid != task.tid() && pid != task.process().pid()) {
      throw Errno.ESRCH.failure();
    }
    if (data == 0) {
      return 0;
    }
    long set = task.credentials().capabilities();
    for (int i = 0; i < words; i++) {
      StructView word = task.view(CapData.SCHEMA);
      word.set(CapData.EFFECTIVE, set >>> 32 * i & 0xffff_ffffL);
      word.set(CapData.PERMITTED, set >>> 32 * i & 0xffff_ffffL);
      word.copyOut(task.memory(), data + (long) i * word.size());
    }
    return 0;
  }

  /** Implements capset(2): sets may be given up in name; this kernel keeps them by user id. */
  public static long capset(Task task, long header, long data) {
    StructView view = task.view(CapHeader.SCHEMA).copyIn(task.memory(), header);
    int words = words(view.get(CapHeader.VERSION));
    if (words == 0) {
      view.set(CapHeader.VERSION, CAPABILITY_VERSION_3);
      view.copyOut(task.memory(), header);
      throw Errno.EINVAL.failure();
    }
    int pid = (int) view.get(CapHeader.PID);
    require(pid == 0 || pid == task.tid());
    long wanted = 0;
    for (int i = 0; i < words; i++) {
      StructView word = task.view(CapData.SCHEMA);
      word.copyIn(task.memory(), data + (long) i * word.size());
      wanted |= word.get(CapData.EFFECTIVE) << 32 * i;
    }
    require((wanted & ~task.credentials().capabilities()) == 0);
    return 0;
  }

  private static int words(long version) {
    if (version == CAPABILITY_VERSION_1) {
      return 1;
    }
    return version == CAPABILITY_VERSION_2 || version == CAPABILITY_VERSION_3 ? 2 : 0;
  }

  private static int choose(boolean all, int wanted, int now, int a, int b, int c) {
    if (wanted == -1) {
      return now;
    }
    require(all || wanted == a || wanted == b || wanted == c);
    return wanted;
  }

  private static int valid(int id) {
    if (id == -1) {
      throw Errno.EINVAL.failure();
    }
    return id;
  }

  private static void require(boolean permitted) {
    if (!permitted) {
      throw Errno.EPERM.failure();
    }
  }
}
