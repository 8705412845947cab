package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.KernelSigaction;
import tollgate.abi.uapi.OldSigaction;
import tollgate.abi.uapi.SigStack;
import tollgate.abi.uapi.Sigevent;
import tollgate.abi.uapi.Siginfo;
import tollgate.table.Argument;

/** Prints signal actions, sets, stacks and the stories of signals. */
final class SignalPrinter {
  private static final long SA_RESTORER = 0x0400_0000;

  private SignalPrinter() {}

  static void print(TracedCall call, Argument argument, long address) {
    switch (argument.type()) {
      case "sigaction" -> sigaction(call, address);
      case "old_sigaction" -> oldSigaction(call, address);
      case "sigset" -> set(call, argument, address);
      case "oldsigset" -> SignalNames.printSet(call.out, call.memory.readInt(address), 32);
      case "stack" -> stack(StructPrinter.view(call, SigStack.SCHEMA, address), call.out);
      case "siginfo" -> siginfo(StructPrinter.view(call, Siginfo.SCHEMA, address), call);
      default -> sigevent(StructPrinter.view(call, Sigevent.SCHEMA, address), call.out);
    }
  }

  private static void set(TracedCall call, Argument argument, long address) {
    if (ArgumentPrinter.count(call, argument) != 8) {
      throw Errno.EFAULT.failure();
    }
    SignalNames.printSet(call.out, call.memory.readLong(address), 64);
  }

  private static void sigaction(TracedCall call, long address) {
    if (call.value("sigsetsize") != 8) {
      throw Errno.EFAULT.failure();
    }
    StructView v = StructPrinter.view(call, KernelSigaction.SCHEMA, address);
    action(
        call.out,
        v.get(KernelSigaction.SA_HANDLER),
        v.get(KernelSigaction.SA_FLAGS),
        v.get(KernelSigaction.SA_RESTORER),
        v.get(KernelSigaction.SA_MASK),
        64);
  }

  private static void oldSigaction(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, OldSigaction.SCHEMA, address);
    action(
        call.out,
        v.get(OldSigaction.SA_HANDLER),
        v.get(OldSigaction.SA_FLAGS),
        v.get(OldSigaction.SA_RESTORER),
        v.get(OldSigaction.SA_MASK),
        32);
  }

  private static void action(
      TraceLine out, long handler, long flags, long restorer, long mask, int signals) {
    out.raw("{sa_handler=");
    ScalarPrinter.handler(out, handler);
    out.raw(", sa_mask=");
    SignalNames.printSet(out, mask, signals);
    out.raw(", sa_flags=");
    Constants.flags("sigaction").printFlags(out, flags);
    if ((flags & SA_RESTORER) != 0) {
      out.raw(", sa_restorer=").pointer(restorer);
    }
    out.raw('}');
  }

  private static void stack(StructView v, TraceLine out) {
    out.raw("{ss_sp=").pointer(v.get(SigStack.SS_SP)).raw(", ss_flags=");
    Constants.flags("sigaltstack").printFlags(out, v.get(SigStack.SS_FLAGS) & 0xffff_ffffL);
    out.raw(", ss_size=").unsigned(v.get(SigStack.SS_SIZE)).raw('}');
  }

  private static void sigevent(StructView v, TraceLine out) {
    long notify = v.get(Sigevent.SIGEV_NOTIFY);
    long value = v.get(Sigevent.SIGEV_VALUE);
    out.raw('{');
    if (value != 0) {
      out.raw("sigev_value={sival_int=").dec((int) value);
      out.raw(", sival_ptr=").pointer(value).raw("}, ");
    }
    long signo = v.get(Sigevent.SIGEV_SIGNO);
    out.raw("sigev_signo=").raw(SignalNames.name(signo)).raw(", sigev_notify=");
    Constants.values("sigev").printValue(out, notify & 0xffff_ffffL);
    if (notify == 4) {
      out.raw(", sigev_notify_thread_id=").dec(v.get(Sigevent.SIGEV_NOTIFY_THREAD_ID));
    }
    out.raw('}');
  }

  private static void siginfo(StructView v, TracedCall call) {
    int signo = (int) v.get(Siginfo.SI_SIGNO);
    int code = (int) v.get(Siginfo.SI_CODE);
    boolean timer = code == -2;
    boolean child = signo == 17 && code > 0;
    story(
        call.out,
        call.abi,
        new TracedSignal(
            signo,
            code,
            (int) v.get(Siginfo.SI_ERRNO),
            v.get(Siginfo.SI_ADDR),
            (int) v.get(timer ? Siginfo.SI_TID : Siginfo.SI_PID),
            (int) v.get(timer ? Siginfo.SI_OVERRUN : Siginfo.SI_UID),
            child ? (int) v.get(Siginfo.SI_STATUS) : 0,
            v.get(Siginfo.SI_VALUE)));
  }

  /** {@code {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL}} (sigaction(2)). */
  static void story(TraceLine out, Abi abi, TracedSignal signal) {
    int signo = signal.signo();
    int code = signal.code();
    if (signo == 0) {
      out.raw("{}");
      return;
    }
    out.raw("{si_signo=").raw(SignalNames.name(signo)).raw(", si_code=");
    printCode(out, signo, code);
    if (signal.errno() != 0) {
      Errno errno = Errno.of(signal.errno());
      out.raw(", si_errno=").raw(errno == null ? Integer.toString(signal.errno()) : errno.name());
    }
    if (code > 0 && code < 0x80) {
      detail(out, signal);
    } else if (code == 0x80) {
      if (isFault(signo)) {
        out.raw(", si_addr=").pointer(signal.address());
      }
    } else if (code == -2) {
      out.raw(", si_timerid=").hex(signal.pid() & 0xffff_ffffL);
      out.raw(", si_overrun=").dec(signal.uid());
      value(out, signal);
    } else {
      out.raw(", si_pid=").dec(signal.pid()).raw(", si_uid=").dec(signal.uid() & 0xffff_ffffL);
      if (code == -1 || code == -3) {
        value(out, signal);
      }
    }
    out.raw('}');
  }

  private static void value(TraceLine out, TracedSignal signal) {
    out.raw(", si_int=").dec((int) signal.value());
    out.raw(", si_ptr=").pointer(signal.value());
  }

  private static void detail(TraceLine out, TracedSignal signal) {
    if (isFault(signal.signo())) {
      out.raw(", si_addr=").pointer(signal.address());
    } else if (signal.signo() == 17) {
      out.raw(", si_pid=").dec(signal.pid()).raw(", si_uid=").dec(signal.uid() & 0xffff_ffffL);
      out.raw(", si_status=");
      if (signal.code() == 1) {
        out.dec(signal.status());
      } else {
        out.raw(SignalNames.name(signal.status()));
      }
      out.raw(", si_utime=0, si_stime=0");
    } else {
      out.raw(", si_pid=").dec(signal.pid()).raw(", si_uid=").dec(signal.uid() & 0xffff_ffffL);
    }
  }

  private static boolean isFault(int signo) {
    return signo == 4 || signo == 5 || signo == 7 || signo == 8 || signo == 11;
  }

  private static void printCode(TraceLine out, int signo, int code) {
    String name = null;
    String group =
        switch (signo) {
          case 4 -> "si_sigill";
          case 5 -> "si_sigtrap";
          case 7 -> "si_sigbus";
          case 8 -> "si_sigfpe";
          case 11 -> "si_sigsegv";
          case 17 -> "si_sigchld";
          case 31 -> "si_sigsys";
          default -> null;
        };
    if (group != null && code > 0) {
      name = Constants.values(group).name(code);
    }
    if (name == null) {
      name = Constants.values("si_code").name(code & 0xffff_ffffL);
    }
    out.raw(name == null ? Integer.toString(code) : name);
  }
}
