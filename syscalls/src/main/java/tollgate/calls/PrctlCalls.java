package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Prctl;
import tollgate.kernel.Task;

/** Implements prctl(2): the options that a process can set about itself and read back. */
public final class PrctlCalls {

  private static final int NAME_SIZE = 16;
  private static final int HIGHEST_SIGNAL = 64;
  private static final int HIGHEST_CAPABILITY = 40;
  private static final int TSC_ENABLE = 1;
  private static final long DEFAULT_SLACK = 50_000;

  private PrctlCalls() {}

  /** Implements prctl(2); EINVAL for options this kernel does not know. */
  public static long prctl(Task task, long option, long a2, long a3, long a4, long a5) {
    var flags = task.process().flags();
    return switch ((int) option) {
      case Prctl.PR_SET_NAME -> setName(task, a2);
      case Prctl.PR_GET_NAME -> getName(task, a2);
      case Prctl.PR_SET_PDEATHSIG -> {
        requireValid(Long.compareUnsigned(a2, HIGHEST_SIGNAL) <= 0);
        flags.parentDeathSignal = (int) a2;
        yield 0;
      }
      case Prctl.PR_GET_PDEATHSIG -> writeInt(task, a2, flags.parentDeathSignal);
      case Prctl.PR_GET_DUMPABLE -> flags.dumpable;
      case Prctl.PR_SET_DUMPABLE -> {
        requireValid(a2 == 0 || a2 == 1);
        flags.dumpable = (int) a2;
        yield 0;
      }
      case Prctl.PR_GET_KEEPCAPS,
          Prctl.PR_GET_TIMING,
          Prctl.PR_GET_SECCOMP,
          Prctl.PR_GET_SECUREBITS ->
          0;
      case Prctl.PR_SET_TIMING -> {
        requireValid(a2 == 0);
        yield 0;
      }
      case Prctl.PR_CAPBSET_READ -> {
        requireValid(Long.compareUnsigned(a2, HIGHEST_CAPABILITY) <= 0);
        yield 1;
      }
      case Prctl.PR_GET_TSC -> writeInt(task, a2, TSC_ENABLE);
      case Prctl.PR_SET_TIMERSLACK -> {
        flags.timerSlack = a2 <= 0 ? DEFAULT_SLACK : a2;
        yield 0;
      }
      case Prctl.PR_GET_TIMERSLACK -> flags.timerSlack;
      case Prctl.PR_SET_CHILD_SUBREAPER -> {
        flags.subreaper = a2 != 0;
        yield 0;
      }
      case Prctl.PR_GET_CHILD_SUBREAPER -> writeInt(task, a2, flags.subreaper ? 1 : 0);
      case Prctl.PR_SET_NO_NEW_PRIVS -> {
        requireValid(a2 == 1 && a3 == 0 && a4 == 0 && a5 == 0);
        flags.noNewPrivileges = true;
        yield 0;
      }
      case Prctl.PR_GET_NO_NEW_PRIVS -> {
        requireValid(a2 == 0 && a3 == 0 && a4 == 0 && a5 == 0);
        yield flags.noNewPrivileges ? 1 : 0;
      }
      case Prctl.PR_GET_TID_ADDRESS -> {
        task.memory().writeWord(task.abi(), a2, task.clearChildTid());
        yield 0;
      }
      case Prctl.PR_SET_THP_DISABLE -> {
        requireValid(a3 == 0 && a4 == 0 && a5 == 0);
        flags.hugePagesDisabled = a2 != 0;
        yield 0;
      }
      case Prctl.PR_GET_THP_DISABLE -> {
        requireValid(a2 == 0 && a3 == 0 && a4 == 0 && a5 == 0);
        yield flags.hugePagesDisabled ? 1 : 0;
      }
      default -> throw Errno.EINVAL.failure();
    };
  }

  private static long setName(Task task, long address) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < NAME_SIZE - 1; i++) {
      byte b = task.memory().readByte(address + i);
      if (b == 0) {
        break;
      }
      name.append((char) (b & 0xff));
    }
    task.setComm(name.toString());
    return 0;
  }

  private static long getName(Task task, long address) {
    byte[] bytes = new byte[NAME_SIZE];
    String name = task.comm();
    for (int i = 0; i < name.length(); i++) {
      bytes[i] = (byte) name.charAt(i);
    }
    task.memory().write(address, bytes, 0, NAME_SIZE);
    return 0;
  }

  private static long writeInt(Task task, long address, int value) {
    task.memory().writeInt(address, value);
    return 0;
  }

  private static void requireValid(boolean valid) {
    if (!valid) {
      throw Errno.EINVAL.failure();
    }
  }
}
