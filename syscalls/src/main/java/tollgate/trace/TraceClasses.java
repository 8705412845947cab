package tollgate.trace;

import java.util.Set;

/**
 * The classes of calls that a trace filter names by subject; {@code %file} and {@code %desc} are
 * read from the rows' argument types instead.
 */
final class TraceClasses {
  private TraceClasses() {}

  /** The names of a class's calls. */
  static Set<String> members(String name) {
    return switch (name) {
      case "memory" ->
          words(
              "brk get_mempolicy io_destroy io_setup madvise mbind migrate_pages mincore mlock mlock2"
                  + " mlockall mmap mmap2 move_pages mprotect mremap msync munlock munlockall munmap"
                  + " pkey_mprotect process_madvise remap_file_pages set_mempolicy"
                  + " set_mempolicy_home_node shmat shmdt mseal map_shadow_stack");
      case "process" ->
          words(
              "clone clone3 execve execveat exit exit_group fork kill pidfd_open pidfd_send_signal"
                  + " rt_sigqueueinfo rt_tgsigqueueinfo tgkill tkill unshare vfork wait4 waitid"
                  + " waitpid");
      case "network" ->
          words(
              "accept accept4 bind connect getpeername getpmsg getsockname getsockopt listen putpmsg"
                  + " recvfrom recvmmsg recvmmsg_time64 recvmsg sendfile sendfile64 sendmmsg sendmsg"
                  + " sendto setsockopt shutdown socket socketcall socketpair");
      case "signal" ->
          words(
              "kill pause pidfd_send_signal rt_sigaction rt_sigpending rt_sigprocmask"
                  + " rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait"
                  + " rt_sigtimedwait_time64 rt_tgsigqueueinfo sgetmask sigaction sigaltstack signal"
                  + " signalfd signalfd4 sigpending sigprocmask sigreturn sigsuspend ssetmask tgkill"
                  + " tkill");
      case "ipc" ->
          words(
              "ipc msgctl msgget msgrcv msgsnd semctl semget semop semtimedop semtimedop_time64 shmat"
                  + " shmctl shmdt shmget");
      case "clock" ->
          words(
              "adjtimex clock_adjtime clock_adjtime64 clock_getres clock_getres_time64"
                  + " clock_gettime clock_gettime64 clock_settime clock_settime64 gettimeofday"
                  + " settimeofday stime time");
      default ->
          words(
              "capget capset getegid getegid32 geteuid geteuid32 getgid getgid32 getgroups"
                  + " getgroups32 getresgid getresgid32 getresuid getresuid32 getuid getuid32 prctl"
                  + " setfsgid setfsgid32 setfsuid setfsuid32 setgid setgid32 setgroups setgroups32"
                  + " setregid setregid32 setresgid setresgid32 setresuid setresuid32 setreuid"
                  + " setreuid32 setuid setuid32");
    };
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
