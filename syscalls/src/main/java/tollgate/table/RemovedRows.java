package tollgate.table;

/** Numbers that answer ENOSYS on Linux itself: withdrawn calls and calls that never came. */
final class RemovedRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("afs_syscall", 183, 137, "hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    row("getpmsg", 181, 188, "hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    row("putpmsg", 182, 189, "hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    row64("security", 185, "hex a, hex b, hex c", removed("never implemented"));
    row64("tuxcall", 184, "hex a, hex b, hex c", removed("never implemented"));
    row("vserver", 236, 273, "hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    row64("epoll_ctl_old", 214, "hex a, hex b, hex c, hex d", removed("never implemented"));
    row64("epoll_wait_old", 215, "hex a, hex b, hex c, hex d", removed("never implemented"));
    row32("break", 17, "", removed("never implemented"));
    row32("stty", 31, "hex a, hex b", removed("never implemented"));
    row32("gtty", 32, "hex a, hex b", removed("never implemented"));
    row32("ftime", 35, "", removed("never implemented"));
    row32("prof", 44, "", removed("never implemented"));
    row32("lock", 53, "", removed("never implemented"));
    row32("mpx", 56, "", removed("never implemented"));
    row32("ulimit", 58, "hex a, hex b", removed("never implemented"));
    row32("profil", 98, "hex a, hex b, hex c, hex d", removed("never implemented"));
    row32("idle", 112, "", removed("never implemented"));
    row64("set_thread_area", 205, "ptr u_info", removed("i386 only; 64-bit code uses arch_prctl"));
    row64("get_thread_area", 211, "ptr u_info", removed("i386 only; 64-bit code uses arch_prctl"));
    row("_sysctl", 156, 149, "ptr args", removed("withdrawn in Linux 5.5"));
    row32("bdflush", 134, "hex func, hex data", removed("withdrawn in Linux 5.15"));
    row("uselib", 134, 86, "path library", removed("not on x86-64; on i386 withdrawn in Linux 6.15"));
    row("create_module", 174, 127, "hex name, hex size", removed("withdrawn in Linux 2.6"));
    row("get_kernel_syms", 177, 130, "hex table", removed("withdrawn in Linux 2.6"));
    row("query_module", 178, 167, "hex a, hex b, hex c, hex d, hex e", removed("withdrawn in Linux 2.6"));
    row("nfsservctl", 180, 169, "hex cmd, hex argp, hex resp", removed("withdrawn in Linux 3.1"));
  }
  // spotless:on
}
