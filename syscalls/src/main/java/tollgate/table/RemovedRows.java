package tollgate.table;

/** Numbers that answer ENOSYS on Linux itself: withdrawn calls and calls that never came. */
final class RemovedRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("afs_syscall", 183, 137)) row("hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    if (at("getpmsg", 181, 188)) row("hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    if (at("putpmsg", 182, 189)) row("hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    if (at64("security", 185)) row("hex a, hex b, hex c", removed("never implemented"));
    if (at64("tuxcall", 184)) row("hex a, hex b, hex c", removed("never implemented"));
    if (at("vserver", 236, 273)) row("hex a, hex b, hex c, hex d, hex e", removed("never implemented"));
    if (at64("epoll_ctl_old", 214)) row("hex a, hex b, hex c, hex d", removed("never implemented"));
    if (at64("epoll_wait_old", 215)) row("hex a, hex b, hex c, hex d", removed("never implemented"));
    if (at32("break", 17)) row("", removed("never implemented"));
    if (at32("stty", 31)) row("hex a, hex b", removed("never implemented"));
    if (at32("gtty", 32)) row("hex a, hex b", removed("never implemented"));
    if (at32("ftime", 35)) row("", removed("never implemented"));
    if (at32("prof", 44)) row("", removed("never implemented"));
    if (at32("lock", 53)) row("", removed("never implemented"));
    if (at32("mpx", 56)) row("", removed("never implemented"));
    if (at32("ulimit", 58)) row("hex a, hex b", removed("never implemented"));
    if (at32("profil", 98)) row("hex a, hex b, hex c, hex d", removed("never implemented"));
    if (at32("idle", 112)) row("", removed("never implemented"));
    if (at64("set_thread_area", 205)) row("ptr u_info", removed("i386 only; 64-bit code uses arch_prctl"));
    if (at64("get_thread_area", 211)) row("ptr u_info", removed("i386 only; 64-bit code uses arch_prctl"));
    if (at("_sysctl", 156, 149)) row("ptr args", removed("withdrawn in Linux 5.5"));
    if (at32("bdflush", 134)) row("hex func, hex data", removed("withdrawn in Linux 5.15"));
    if (at("uselib", 134, 86)) row("path library", removed("not on x86-64; on i386 withdrawn in Linux 6.15"));
    if (at("create_module", 174, 127)) row("hex name, hex size", removed("withdrawn in Linux 2.6"));
    if (at("get_kernel_syms", 177, 130)) row("hex table", removed("withdrawn in Linux 2.6"));
    if (at("query_module", 178, 167)) row("hex a, hex b, hex c, hex d, hex e", removed("withdrawn in Linux 2.6"));
    if (at("nfsservctl", 180, 169)) row("hex cmd, hex argp, hex resp", removed("withdrawn in Linux 3.1"));
  }
  // spotless:on
}
