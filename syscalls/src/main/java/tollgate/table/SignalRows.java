package tollgate.table;

/** Signals: actions, masks, sending, waiting, returning from handlers. */
final class SignalRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("rt_sigaction", 13, 174, "sig signum, in sigaction act, out sigaction oldact, size sigsetsize", planned("signals"));
    row("rt_sigprocmask", 14, 175, "enum:sighow how, in sigset set[sigsetsize], out sigset oldset[sigsetsize], size sigsetsize", planned("signals"));
    row("rt_sigreturn", 15, 173, "", planned("signals"));
    row("rt_sigpending", 127, 176, "out sigset set[sigsetsize], size sigsetsize", planned("signals"));
    row("rt_sigtimedwait", 128, 177, "in sigset set[sigsetsize], out siginfo info, in timespec timeout, size sigsetsize : sig", planned("signals"));
    row32("rt_sigtimedwait_time64", 421, "in sigset set[sigsetsize], out siginfo info, in timespec64 timeout, size sigsetsize : sig", planned("signals"), "5.1");
    row("rt_sigqueueinfo", 129, 178, "pid tgid, sig sig, in siginfo info", planned("signals"));
    row("rt_tgsigqueueinfo", 297, 335, "pid tgid, pid tid, sig sig, in siginfo info", planned("signals"), "2.6.31");
    row("rt_sigsuspend", 130, 179, "in sigset mask[sigsetsize], size sigsetsize", planned("signals"));
    row("sigaltstack", 131, 186, "in stack ss, out stack old_ss", planned("signals"));
    row("kill", 62, 37, "pid pid, sig sig", planned("signals"));
    row("tkill", 200, 238, "pid tid, sig sig", planned("signals"), "2.5.19");
    row("tgkill", 234, 270, "pid tgid, pid tid, sig sig", planned("signals"), "2.5.75");
    row("pidfd_send_signal", 424, 424, "fd pidfd, sig sig, in siginfo info, hex flags", planned("signals"), "5.1");
    row("pause", 34, 29, "", planned("signals"));
    row32("signal", 48, "sig signum, sighandler handler : sighandler", planned("signals"));
    row32("sigaction", 67, "sig signum, in old_sigaction act, out old_sigaction oldact", planned("signals"));
    row32("sgetmask", 68, ": oldsigmask", planned("signals"));
    row32("ssetmask", 69, "oldsigmask newmask : oldsigmask", planned("signals"));
    row32("sigsuspend", 72, "int restart, int oldmask, oldsigmask mask", planned("signals"));
    row32("sigpending", 73, "out oldsigset set", planned("signals"));
    row32("sigprocmask", 126, "enum:sighow how, in oldsigset set, out oldsigset oldset", planned("signals"));
    row32("sigreturn", 119, "", planned("signals"));
    row("restart_syscall", 219, 0, "", planned("signals"), "2.6");
  }
  // spotless:on
}
