package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.IovIter;
import tollgate.abi.StructView;
import tollgate.abi.uapi.NewUtsname;
import tollgate.abi.uapi.OldUtsname;
import tollgate.abi.uapi.OldoldUtsname;
import tollgate.abi.uapi.Sysinfo;
import tollgate.kernel.SystemIdentity;
import tollgate.kernel.Task;

/** The system as a whole: uname(2) in its three forms, sysinfo(2), getrandom(2) … */
public final class SystemCalls {
  private static final int GRND_NONBLOCK = 1;
  private static final int GRND_RANDOM = 2;
  private static final int GRND_INSECURE = 4;
  private static final int RANDOM_CHUNK = 4096;

  private SystemCalls() {}

  /** Implements uname(2). */
  public static long uname(Task task, long address) {
    SystemIdentity me = task.kernel().identity();
    StructView view = task.view(NewUtsname.SCHEMA);
    view.setString(NewUtsname.SYSNAME, SystemIdentity.SYSTEM_NAME);
    view.setString(NewUtsname.NODENAME, me.nodeName());
    view.setString(NewUtsname.RELEASE, me.release());
    view.setString(NewUtsname.VERSION, me.version());
    view.setString(NewUtsname.MACHINE, SystemIdentity.MACHINE);
    view.setString(NewUtsname.DOMAINNAME, me.domainName());
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements i386's olduname: no domain name. */
  public static long olduname(Task task, long address) {
    if (address == 0) {
      throw Errno.EFAULT.failure();
    }
    SystemIdentity me = task.kernel().identity();
    StructView view = task.view(OldUtsname.SCHEMA);
    view.setString(OldUtsname.SYSNAME, SystemIdentity.SYSTEM_NAME);
    view.setString(OldUtsname.NODENAME, me.nodeName());
    view.setString(OldUtsname.RELEASE, me.release());
    view.setString(OldUtsname.VERSION, me.version());
    view.setString(OldUtsname.MACHINE, SystemIdentity.MACHINE);
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements i386's oldolduname: eight characters a field. */
  public static long oldolduname(Task task, long address) {
    if (address == 0) {
      throw Errno.EFAULT.failure();
    }
    SystemIdentity me = task.kernel().identity();
    StructView view = task.view(OldoldUtsname.SCHEMA);
    eight(view, OldoldUtsname.SYSNAME, SystemIdentity.SYSTEM_NAME);
    eight(view, OldoldUtsname.NODENAME, me.nodeName());
    eight(view, OldoldUtsname.RELEASE, me.release());
    eight(view, OldoldUtsname.VERSION, me.version());
    eight(view, OldoldUtsname.MACHINE, SystemIdentity.MACHINE);
    view.copyOut(task.memory(), address);
    return 0;
  }

  private static void eight(StructView view, Field field, String text) {
    view.setString(field, text.length() > 8 ? text.substring(0, 8) : text);
  }

  /** Implements sysinfo(2). */
  public static long sysinfo(Task task, long address) {
    var memory = task.kernel().memory();
    StructView view = task.view(Sysinfo.SCHEMA);
    view.set(Sysinfo.UPTIME, task.kernel().clock().boottime() / 1_000_000_000L);
    long unit = 1;
    if (!view.fits(Sysinfo.TOTALRAM, memory.totalBytes())) {
      unit = 4096;
    }
    view.set(Sysinfo.TOTALRAM, memory.totalBytes() / unit);
    view.set(Sysinfo.FREERAM, memory.freeBytes() / unit);
    view.set(Sysinfo.PROCS, task.kernel().taskCount());
    view.set(Sysinfo.MEM_UNIT, unit);
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements getrandom(2). */
  public static long getrandom(Task task, long address, long length, long flags) {
    int f = (int) flags;
    if ((f & ~(GRND_NONBLOCK | GRND_RANDOM | GRND_INSECURE)) != 0
        || (f & (GRND_RANDOM | GRND_INSECURE)) == (GRND_RANDOM | GRND_INSECURE)) {
      throw Errno.EINVAL.failure();
    }
    IovIter to =
        task.iov()
            .reset(task.memory(), address, Math.min(length & Long.MAX_VALUE, Integer.MAX_VALUE));
    byte[] chunk = new byte[(int) Math.min(RANDOM_CHUNK, to.remaining())];
    long done = 0;
    while (to.remaining() > 0) {
      int part = (int) Math.min(chunk.length, to.remaining());
      task.kernel().random().fill(chunk, 0, part);
      int copied = to.copyTo(chunk, 0, part);
      done += copied;
      if (copied < part) {
        break;
      }
    }
    if (done == 0 && length != 0) {
      throw Errno.EFAULT.failure();
    }
    return done;
  }

  /** Implements sethostname(2): the name is the machine's and is not set. */
  public static long sethostname(Task task, long name, long length) {
    throw Errno.EPERM.failure();
  }

  /** Implements setdomainname(2): as {@link #sethostname}. */
  public static long setdomainname(Task task, long name, long length) {
    throw Errno.EPERM.failure();
  }

  /** Implements syslog(2): nobody may read the kernel's log. */
  public static long syslog(Task task, long type, long buffer, long length) {
    if ((int) type < 0 || (int) type > 10) {
      throw Errno.EINVAL.failure();
    }
    throw Errno.EPERM.failure();
  }

  /** Refuses what only the host may do: reboot(2), iopl(2), module loading. */
  public static long refuse(Task task, long a1, long a2, long a3, long a4) {
    throw Errno.EPERM.failure();
  }

  /** Implements iopl(2): a guest has no ports. */
  public static long iopl(Task task, long level) {
    if (Long.compareUnsigned(level, 3) > 0) {
      throw Errno.EINVAL.failure();
    }
    if (level == 0) {
      return 0;
    }
    throw Errno.EPERM.failure();
  }

  /** Implements ioperm(2): a guest has no ports. */
  public static long ioperm(Task task, long from, long count, long turnOn) {
    if (from + count <= from || from + count > 65536) {
      throw Errno.EINVAL.failure();
    }
    if ((int) turnOn == 0) {
      return 0;
    }
    throw Errno.EPERM.failure();
  }
}
