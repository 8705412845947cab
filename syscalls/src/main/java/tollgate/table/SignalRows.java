package tollgate.table;

import tollgate.calls.OldSignalCalls;
import tollgate.calls.SignalCalls;

/** Signals: actions, masks, sending, waiting, returning from handlers. */
final class SignalRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("rt_sigaction", 13, 174)) row("sig signum, in sigaction act, out sigaction oldact, size sigsetsize", full(SignalCalls::rtSigaction));
    if (at("rt_sigprocmask", 14, 175)) row("enum:sighow how, in sigset set[sigsetsize], out sigset oldset[sigsetsize], size sigsetsize", full(SignalCalls::rtSigprocmask));
    if (at("rt_sigreturn", 15, 173)) row("", full(SignalCalls::rtSigreturn));
    if (at("rt_sigpending", 127, 176)) row("out sigset set[sigsetsize], size sigsetsize", full(SignalCalls::rtSigpending));
    if (at("rt_sigtimedwait", 128, 177)) row("in sigset set[sigsetsize], out siginfo info, in timespec timeout, size sigsetsize : sig", full(SignalCalls::rtSigtimedwait));
    if (at32("rt_sigtimedwait_time64", 421)) row("in sigset set[sigsetsize], out siginfo info, in timespec64 timeout, size sigsetsize : sig", full(SignalCalls::rtSigtimedwait64), "5.1");
    if (at("rt_sigqueueinfo", 129, 178)) row("pid tgid, sig sig, in siginfo info", full(SignalCalls::rtSigqueueinfo));
    if (at("rt_tgsigqueueinfo", 297, 335)) row("pid tgid, pid tid, sig sig, in siginfo info", full(SignalCalls::rtTgsigqueueinfo), "2.6.31");
    if (at("rt_sigsuspend", 130, 179)) row("in sigset mask[sigsetsize], size sigsetsize", full(SignalCalls::rtSigsuspend));
    if (at("sigaltstack", 131, 186)) row("in stack ss, out stack old_ss", full(SignalCalls::sigaltstack));
    if (at("kill", 62, 37)) row("pid pid, sig sig", full(SignalCalls::kill));
    if (at("tkill", 200, 238)) row("pid tid, sig sig", full(SignalCalls::tkill), "2.5.19");
    if (at("tgkill", 234, 270)) row("pid tgid, pid tid, sig sig", full(SignalCalls::tgkill), "2.5.75");
    if (at("pidfd_send_signal", 424, 424)) row("fd pidfd, sig sig, in siginfo info, hex32 flags", planned("signals"), "5.1");
    if (at("pause", 34, 29)) row("", full(SignalCalls::pause));
    if (at32("signal", 48)) row("sig signum, sighandler handler : sighandler", full(OldSignalCalls::signal));
    if (at32("sigaction", 67)) row("sig signum, in old_sigaction act, out old_sigaction oldact", full(OldSignalCalls::sigaction));
    if (at32("sgetmask", 68)) row(": oldsigmask", full(OldSignalCalls::sgetmask));
    if (at32("ssetmask", 69)) row("oldsigmask newmask : oldsigmask", full(OldSignalCalls::ssetmask));
    if (at32("sigsuspend", 72)) row("int:silent restart, int:silent oldmask, oldsigmask mask", full(OldSignalCalls::sigsuspend));
    if (at32("sigpending", 73)) row("out oldsigset set", full(OldSignalCalls::sigpending));
    if (at32("sigprocmask", 126)) row("enum:sighow how, in oldsigset set, out oldsigset oldset", full(OldSignalCalls::sigprocmask));
    if (at32("sigreturn", 119)) row("", full(OldSignalCalls::sigreturn));
    if (at("restart_syscall", 219, 0)) row("", full(SignalCalls::restartSyscall), "2.6");
  }
  // spotless:on
}
