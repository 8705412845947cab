package tollgate.table;

import tollgate.calls.OldSignalCalls;
import tollgate.calls.SignalCalls;

/** Signals: actions, masks, sending, waiting, returning from handlers. */
final class SignalRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("rt_sigaction", 13, 174, "sig signum, in sigaction act, out sigaction oldact, size sigsetsize", full(SignalCalls::rtSigaction));
    row("rt_sigprocmask", 14, 175, "enum:sighow how, in sigset set[sigsetsize], out sigset oldset[sigsetsize], size sigsetsize", full(SignalCalls::rtSigprocmask));
    row("rt_sigreturn", 15, 173, "", full(SignalCalls::rtSigreturn));
    row("rt_sigpending", 127, 176, "out sigset set[sigsetsize], size sigsetsize", full(SignalCalls::rtSigpending));
    row("rt_sigtimedwait", 128, 177, "in sigset set[sigsetsize], out siginfo info, in timespec timeout, size sigsetsize : sig", full(SignalCalls::rtSigtimedwait));
    row32("rt_sigtimedwait_time64", 421, "in sigset set[sigsetsize], out siginfo info, in timespec64 timeout, size sigsetsize : sig", full(SignalCalls::rtSigtimedwait64), "5.1");
    row("rt_sigqueueinfo", 129, 178, "pid tgid, sig sig, in siginfo info", full(SignalCalls::rtSigqueueinfo));
    row("rt_tgsigqueueinfo", 297, 335, "pid tgid, pid tid, sig sig, in siginfo info", full(SignalCalls::rtTgsigqueueinfo), "2.6.31");
    row("rt_sigsuspend", 130, 179, "in sigset mask[sigsetsize], size sigsetsize", full(SignalCalls::rtSigsuspend));
    row("sigaltstack", 131, 186, "in stack ss, out stack old_ss", full(SignalCalls::sigaltstack));
    row("kill", 62, 37, "pid pid, sig sig", full(SignalCalls::kill));
    row("tkill", 200, 238, "pid tid, sig sig", full(SignalCalls::tkill), "2.5.19");
    row("tgkill", 234, 270, "pid tgid, pid tid, sig sig", full(SignalCalls::tgkill), "2.5.75");
    row("pidfd_send_signal", 424, 424, "fd pidfd, sig sig, in siginfo info, hex32 flags", planned("signals"), "5.1");
    row("pause", 34, 29, "", full(SignalCalls::pause));
    row32("signal", 48, "sig signum, sighandler handler : sighandler", full(OldSignalCalls::signal));
    row32("sigaction", 67, "sig signum, in old_sigaction act, out old_sigaction oldact", full(OldSignalCalls::sigaction));
    row32("sgetmask", 68, ": oldsigmask", full(OldSignalCalls::sgetmask));
    row32("ssetmask", 69, "oldsigmask newmask : oldsigmask", full(OldSignalCalls::ssetmask));
    row32("sigsuspend", 72, "int:silent restart, int:silent oldmask, oldsigmask mask", full(OldSignalCalls::sigsuspend));
    row32("sigpending", 73, "out oldsigset set", full(OldSignalCalls::sigpending));
    row32("sigprocmask", 126, "enum:sighow how, in oldsigset set, out oldsigset oldset", full(OldSignalCalls::sigprocmask));
    row32("sigreturn", 119, "", full(OldSignalCalls::sigreturn));
    row("restart_syscall", 219, 0, "", full(SignalCalls::restartSyscall), "2.6");
  }
  // spotless:on
}
