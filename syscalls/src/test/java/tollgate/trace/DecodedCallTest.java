package tollgate.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Iovec;
import tollgate.abi.uapi.KernelSigaction;
import tollgate.abi.uapi.Pollfd;
import tollgate.abi.uapi.Rlimit64;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.UserDesc;
import tollgate.abi.uapi.Winsize;
import tollgate.table.I386Table;
import tollgate.table.SyscallRow;
import tollgate.table.X8664Table;

/** Expected lines were recorded from strace 6.1 on the same data. */
@DisplayName("The trace shows what pointers point to")
class DecodedCallTest {
  private static final long BASE = 0x10_0000;

  private final ArrayMemory memory = new ArrayMemory(BASE, 0x2000);

  private TracedCall begin(Abi abi, int number, long... arguments) {
    long[] registers = java.util.Arrays.copyOf(arguments, 6);
    SyscallRow row = abi == Abi.I386 ? I386Table.row(number) : X8664Table.row(number);
    TracedCall call = BlockCalls.unwrap(row, number, abi, memory, registers);
    CallFormat.begin(call);
    return call;
  }

  private static String end(TracedCall call, long result) {
    call.ended = true;
    call.result = result;
    CallFormat.end(call);
    return call.out.from(0).stripTrailing();
  }

  private String trace64(long result, int number, long... arguments) {
    return end(begin(Abi.X86_64, number, arguments), result);
  }

  private String trace32(long result, int number, long... arguments) {
    return end(begin(Abi.I386, number, arguments), result);
  }

  private StructView struct(StructSchema schema, Abi abi) {
    return new StructView(schema, abi);
  }

  @Test
  @DisplayName("strings with C's escapes, 32 bytes at most")
  void strings() {
    memory.string(BASE, "hello\n\0world \33[31m 12345678901234567890123456789");
    assertThat(trace64(60, 1, 3, BASE, 60))
        .isEqualTo("write(3, \"hello\\n\\0world \\33[31m 1234567890123\"..., 60) = 60");
    assertThat(trace64(20, 0, 3, BASE, 20))
        .isEqualTo("read(3, \"hello\\n\\0world \\33[31m 1\", 20) = 20");
    memory.string(BASE, "\0018\0029\0007");
    assertThat(trace64(6, 1, 3, BASE, 6))
        .isEqualTo("write(3, \"\\18\\29\\0007\", 6)              = 6");
    memory.string(BASE, "f\1\n\t\"\\\377 name");
    assertThat(trace64(3, 257, -100, BASE, 01102, 0644))
        .isEqualTo(
            "openat(AT_FDCWD, \"f\\1\\n\\t\\\"\\\\\\377 name\", O_RDWR|O_CREAT|O_TRUNC, 0644) = 3");
  }

  @Test
  @DisplayName("addresses where nothing can be read, or the call failed")
  void unreadable() {
    assertThat(trace64(Errno.EFAULT.result(), 1, 3, 1, 5))
        .isEqualTo("write(3, 0x1, 5)                        = -1 EFAULT (Bad address)");
    assertThat(trace64(Errno.EBADF.result(), 0, -1, BASE, 20))
        .isEqualTo("read(-1, 0x100000, 20)                  = -1 EBADF (Bad file descriptor)");
    assertThat(trace64(Errno.EFAULT.result(), 2, 0, 0))
        .isEqualTo("open(NULL, O_RDONLY)                    = -1 EFAULT (Bad address)");
  }

  @Test
  @DisplayName("the first half before the call, the rest after it")
  void halves() {
    TracedCall call = begin(Abi.X86_64, 0, 3, BASE, 5);
    assertThat(call.out.from(0)).isEqualTo("read(3, ");
    memory.string(BASE, "later");
    assertThat(end(call, 5)).isEqualTo("read(3, \"later\", 5)                     = 5");
  }

  @Test
  @DisplayName("stat of both ABIs")
  void stat() {
    memory.string(BASE, "/dev/null");
    struct(Stat.SCHEMA, Abi.X86_64)
        .set(Stat.ST_MODE, 020666)
        .set(Stat.ST_RDEV, 0x103)
        .copyOut(memory, BASE + 64);
    assertThat(trace64(0, 4, BASE, BASE + 64))
        .isEqualTo(
            "stat(\"/dev/null\", {st_mode=S_IFCHR|0666, st_rdev=makedev(0x1, 0x3), ...}) = 0");
    struct(Stat64.SCHEMA, Abi.I386)
        .set(Stat64.ST_MODE, 0100644)
        .set(Stat64.ST_SIZE, 137)
        .copyOut(memory, BASE + 64);
    assertThat(trace32(0, 197, 3, BASE + 64))
        .isEqualTo("fstat64(3, {st_mode=S_IFREG|0644, st_size=137, ...}) = 0");
  }

  @Test
  @DisplayName("vectors, as far as the call filled them")
  void vectors() {
    memory.string(BASE, "hexlo\n\0world");
    struct(Iovec.SCHEMA, Abi.X86_64)
        .set(Iovec.IOV_BASE, BASE)
        .set(Iovec.IOV_LEN, 4)
        .copyOut(memory, BASE + 64);
    struct(Iovec.SCHEMA, Abi.X86_64)
        .set(Iovec.IOV_BASE, BASE + 4)
        .set(Iovec.IOV_LEN, 100)
        .copyOut(memory, BASE + 80);
    assertThat(trace64(7, 19, 3, BASE + 64, 2))
        .isEqualTo(
            "readv(3, [{iov_base=\"hexl\", iov_len=4}, {iov_base=\"o\\n\\0\", iov_len=100}], 2) = 7");
  }

  @Test
  @DisplayName("signal actions and sets")
  void signals() {
    struct(KernelSigaction.SCHEMA, Abi.X86_64)
        .set(KernelSigaction.SA_HANDLER, 0x1234)
        .set(KernelSigaction.SA_FLAGS, 0x1400_0000)
        .set(KernelSigaction.SA_RESTORER, 0x5678)
        .set(KernelSigaction.SA_MASK, 1 << 1 | 1 << 14)
        .copyOut(memory, BASE);
    assertThat(trace64(0, 13, 10, BASE, 0, 8))
        .isEqualTo(
            "rt_sigaction(SIGUSR1, {sa_handler=0x1234, sa_mask=[INT TERM],"
                + " sa_flags=SA_RESTORER|SA_RESTART, sa_restorer=0x5678}, NULL, 8) = 0");
    memory.writeLong(BASE, ~(1L << 8 | 3L << 31));
    assertThat(trace64(0, 14, 0, BASE, 0, 8))
        .isEqualTo("rt_sigprocmask(SIG_BLOCK, ~[KILL RTMIN RT_1], NULL, 8) = 0");
  }

  @Test
  @DisplayName("poll and select with what came")
  void polling() {
    struct(Pollfd.SCHEMA, Abi.X86_64).set(Pollfd.FD, 8).set(Pollfd.EVENTS, 1).copyOut(memory, BASE);
    struct(Pollfd.SCHEMA, Abi.X86_64)
        .set(Pollfd.FD, 9)
        .set(Pollfd.EVENTS, 0x14)
        .set(Pollfd.REVENTS, 4)
        .copyOut(memory, BASE + 8);
    assertThat(trace64(1, 7, BASE, 2, 0))
        .isEqualTo(
            "poll([{fd=8, events=POLLIN}, {fd=9, events=POLLOUT|POLLHUP}], 2, 0) = 1"
                + " ([{fd=9, revents=POLLOUT}])");
    memory.writeLong(BASE + 32, 1 << 9);
    memory.writeLong(BASE + 64, 0);
    memory.writeLong(BASE + 72, 3);
    assertThat(trace64(1, 23, 10, 0, BASE + 32, 0, BASE + 64))
        .isEqualTo(
            "select(10, NULL, [9], NULL, {tv_sec=0, tv_usec=3}) = 1"
                + " (out [9], left {tv_sec=0, tv_usec=3})");
    assertThat(trace64(0, 7, 0, 0, 0))
        .isEqualTo("poll(NULL, 0, 0)                        = 0 (Timeout)");
  }

  @Test
  @DisplayName("limits, times and terminals")
  void values() {
    struct(Rlimit64.SCHEMA, Abi.X86_64)
        .set(Rlimit64.RLIM_CUR, 8 << 20)
        .set(Rlimit64.RLIM_MAX, -1)
        .copyOut(memory, BASE);
    assertThat(trace64(0, 302, 0, 3, 0, BASE))
        .isEqualTo(
            "prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0");
    struct(Timespec.SCHEMA, Abi.I386)
        .set(Timespec.TV_SEC, 2740)
        .set(Timespec.TV_NSEC, 560760193)
        .copyOut(memory, BASE);
    assertThat(trace32(0, 265, 1, BASE))
        .isEqualTo("clock_gettime(CLOCK_MONOTONIC, {tv_sec=2740, tv_nsec=560760193}) = 0");
    assertThat(trace64(1_000_000_000, 201, 0))
        .isEqualTo(
            "time(NULL)                              = 1000000000 (2001-09-09T01:46:40+0000)");
    struct(Winsize.SCHEMA, Abi.X86_64)
        .set(Winsize.WS_ROW, 24)
        .set(Winsize.WS_COL, 80)
        .copyOut(memory, BASE);
    assertThat(trace64(0, 16, 1, 0x5413, BASE))
        .isEqualTo("ioctl(1, TIOCGWINSZ, {ws_row=24, ws_col=80, ws_xpixel=0, ws_ypixel=0}) = 0");
  }

  @Test
  @DisplayName("fcntl by command")
  void fcntl() {
    assertThat(trace64(0x8002, 72, 3, 3, 99))
        .isEqualTo("fcntl(3, F_GETFL)                       = 0x8002 (flags O_RDWR|O_LARGEFILE)");
    assertThat(trace64(0, 72, 3, 2, 1)).isEqualTo("fcntl(3, F_SETFD, FD_CLOEXEC)           = 0");
    assertThat(trace32(Errno.EINVAL.result(), 221, 3, 999, 3))
        .isEqualTo("fcntl64(3, 0x3e7 /* F_??? */, 0x3)      = -1 EINVAL (Invalid argument)");
  }

  @Test
  @DisplayName("i386's own forms: split offsets, blocks of arguments, segments")
  void i386() {
    memory.writeLong(BASE, 4294967306L);
    assertThat(trace32(0, 140, 3, 1, 5, BASE, 1))
        .isEqualTo("_llseek(3, 4294967301, [4294967306], SEEK_CUR) = 0");
    int[] map = {0, 4096, 3, 0x22, -1, 0};
    for (int i = 0; i < map.length; i++) {
      memory.writeInt(BASE + 4L * i, map[i]);
    }
    assertThat(trace32(0xf7f8_4000L, 90, BASE))
        .isEqualTo(
            "mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) ="
                + " 0xf7f84000");
    int[] socket = {2, 1, 0};
    for (int i = 0; i < socket.length; i++) {
      memory.writeInt(BASE + 4L * i, socket[i]);
    }
    assertThat(trace32(20, 102, 1, BASE))
        .isEqualTo("socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 20");
    struct(UserDesc.SCHEMA, Abi.I386)
        .set(UserDesc.ENTRY_NUMBER, -1)
        .set(UserDesc.BASE_ADDR, 0x1000)
        .set(UserDesc.LIMIT, 0xfffff)
        .set(UserDesc.BITS, 0x51)
        .copyOut(memory, BASE);
    TracedCall call = begin(Abi.I386, 243, BASE);
    memory.writeInt(BASE, 12);
    assertThat(end(call, 0))
        .isEqualTo(
            "set_thread_area({entry_number=-1, base_addr=0x001000, limit=0x0fffff, seg_32bit=1,"
                + " contents=0, read_exec_only=0, limit_in_pages=1, seg_not_present=0, useable=1})"
                + " = 0 (entry_number=12)");
  }

  @Test
  @DisplayName("programs with their arguments, and calls that never return")
  void processes() {
    memory.string(BASE, "/nope");
    memory.string(BASE + 16, "a");
    memory.string(BASE + 24, "b\n");
    memory.writeLong(BASE + 64, BASE + 16);
    memory.writeLong(BASE + 72, BASE + 24);
    memory.writeLong(BASE + 80, 0);
    assertThat(trace64(Errno.ENOENT.result(), 59, BASE, BASE + 64, BASE + 64))
        .isEqualTo(
            "execve(\"/nope\", [\"a\", \"b\\n\"], 0x100040 /* 2 vars */) ="
                + " -1 ENOENT (No such file or directory)");
    assertThat(begin(Abi.X86_64, 231, 300).out.from(0))
        .isEqualTo("exit_group(300)                         = ?\n");
    memory.writeInt(BASE, 3 << 8);
    assertThat(trace64(21843, 61, -1, BASE, 0, 0))
        .isEqualTo("wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = 21843");
  }

  @Test
  @DisplayName("numbers without a call, and interrupted calls")
  void unknown() {
    assertThat(trace64(Errno.ENOSYS.result(), 0x1ff, 1, 2, 3, 4, 5, 6))
        .isEqualTo(
            "syscall_0x1ff(0x1, 0x2, 0x3, 0x4, 0x5, 0x6) = -1 ENOSYS (Function not implemented)");
    assertThat(trace64(-512, 34))
        .isEqualTo(
            "pause()                                 = ? ERESTARTSYS (To be restarted if"
                + " SA_RESTART is set)");
  }

  @Test
  @DisplayName("signals by their story")
  void stories() {
    TraceLine out = new TraceLine();
    SignalPrinter.story(out, Abi.X86_64, TracedSignal.fault(11, 1, 0));
    assertThat(out.from(0)).isEqualTo("{si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL}");
    out.truncate(0);
    SignalPrinter.story(out, Abi.X86_64, TracedSignal.sent(28, -6, 1000, 0));
    assertThat(out.from(0))
        .isEqualTo("{si_signo=SIGWINCH, si_code=SI_TKILL, si_pid=1000, si_uid=0}");
    out.truncate(0);
    SignalPrinter.story(out, Abi.I386, new TracedSignal(14, 0x80, 0, 0, 0, 0, 0, 0));
    assertThat(out.from(0)).isEqualTo("{si_signo=SIGALRM, si_code=SI_KERNEL}");
  }
}
