package tollgate.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.StructView;
import tollgate.abi.uapi.EpollEvent;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.Pollfd;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.StatMode;
import tollgate.entry.Vendor;
import tollgate.fake.FakeMachine;
import tollgate.kernel.Task;

/** The file calls as a guest makes them, with addresses in its memory. */
class FileCallsTest {
  private static final long PATH = FakeMachine.MEMORY + 0x1000;
  private static final long PATH2 = FakeMachine.MEMORY + 0x2000;
  private static final long BUFFER = FakeMachine.MEMORY + 0x3000;
  private static final long NOWHERE = 0x10;

  private final FakeMachine machine = new FakeMachine(Vendor.AMD, true);
  private final Task task = machine.task;

  @BeforeEach
  void start() {
    task.setAbi(Abi.X86_64);
  }

  @AfterEach
  void end() {
    machine.close();
  }

  @ParameterizedTest
  @EnumSource
  void fileIsWrittenReadAndDescribed(Abi abi) {
    task.setAbi(abi);
    long fd = open("/f", Fcntl.O_CREAT | Fcntl.O_RDWR | Fcntl.O_EXCL, 0666);
    assertThat(fd).isZero();
    put(BUFFER, "hello");
    assertThat(ReadWriteCalls.write(task, fd, BUFFER, 5)).isEqualTo(5);
    assertThat(ReadWriteCalls.lseek(task, fd, 1, Fcntl.SEEK_SET)).isEqualTo(1);
    assertThat(ReadWriteCalls.read(task, fd, BUFFER, 100)).isEqualTo(4);
    assertThat(get(BUFFER, 4)).isEqualTo("ello");
    assertThat(ReadWriteCalls.pread64(task, fd, BUFFER, 2, 3)).isEqualTo(2);
    assertThat(get(BUFFER, 2)).isEqualTo("lo");
    assertThat(StatCalls.fstat(task, fd, BUFFER)).isZero();
    StructView stat = new StructView(Stat.SCHEMA, abi).copyIn(task.memory(), BUFFER);
    assertThat(stat.get(Stat.ST_MODE)).isEqualTo(StatMode.S_IFREG | 0644);
    assertThat(stat.get(Stat.ST_SIZE)).isEqualTo(5);
    assertThat(stat.get(Stat.ST_UID)).isEqualTo(1000);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFL, 0))
        .isEqualTo(Fcntl.O_RDWR | (abi == Abi.X86_64 ? Fcntl.O_LARGEFILE : 0));
    fails("EEXIST", () -> open("/f", Fcntl.O_CREAT | Fcntl.O_EXCL, 0));
    assertThat(OpenCalls.close(task, fd)).isZero();
    fails("EBADF", () -> OpenCalls.close(task, fd));
  }

  @Test
  void largeFilesNeedTheFlagOnI386() {
    long fd = open("/big", Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
    FileSizeCalls.ftruncate(task, fd, 3L << 30);
    task.setAbi(Abi.I386);
    fails("EOVERFLOW", () -> open("/big", Fcntl.O_RDONLY, 0));
    fails("EOVERFLOW", () -> StatCalls.stat(task, path("/big"), BUFFER));
    assertThat(StatCalls.stat64(task, path("/big"), BUFFER)).isZero();
    StructView stat = new StructView(Stat64.SCHEMA, Abi.I386).copyIn(task.memory(), BUFFER);
    assertThat(stat.get(Stat64.ST_SIZE)).isEqualTo(3L << 30);
    long small = open("/small", Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
    fails("EINVAL", () -> FileSizeCalls.ftruncate(task, small, 1L << 31));
    fails("EFBIG", () -> ReadWriteCalls.pwrite64(task, small, BUFFER, 1, 0x7fff_ffffL));
    assertThat(ReadWriteCalls.pwrite64(task, small, BUFFER, 5, 0x7fff_fffeL)).isOne();
    assertThat(open("/big", Fcntl.O_LARGEFILE, 0)).isPositive();
  }

  @Test
  void openChecksFlagsPathsAndRights() {
    fails("ENOENT", () -> open("/none", 0, 0));
    fails("EFAULT", () -> OpenCalls.open(task, NOWHERE, 0, 0));
    fails("ENOENT", () -> open("", Fcntl.O_CREAT, 0600));
    fails("ENAMETOOLONG", () -> open("x".repeat(4096), 0, 0));
    fails("EISDIR", () -> open("/", Fcntl.O_WRONLY, 0));
    fails("EISDIR", () -> open("/new/", Fcntl.O_CREAT | Fcntl.O_WRONLY, 0600));
    fails("EISDIR", () -> open(".", Fcntl.O_CREAT, 0600));
    fails("EINVAL", () -> open("/d", Fcntl.O_CREAT | Fcntl.O_DIRECTORY, 0600));
    open("/f", Fcntl.O_CREAT, 0);
    fails("EACCES", () -> open("/f", Fcntl.O_RDONLY, 0));
    fails("ENOTDIR", () -> open("/f", Fcntl.O_DIRECTORY, 0));
    fails("ENOTDIR", () -> open("/f/", Fcntl.O_RDONLY, 0));
    NameCalls.symlink(task, path("/f"), path2("/l"));
    fails("ELOOP", () -> open("/l", Fcntl.O_NOFOLLOW, 0));
    long link = open("/l", Fcntl.O_NOFOLLOW | Fcntl.O_PATH, 0);
    assertThat(NameCalls.readlinkat(task, link, path(""), BUFFER, 100)).isEqualTo(2);
    fails("EBADF", () -> ReadWriteCalls.read(task, link, BUFFER, 1));
  }

  @Test
  void creationFollowsALinkToWhereItLeads() {
    NameCalls.symlink(task, path("made"), path2("/l"));
    open("/l", Fcntl.O_CREAT | Fcntl.O_WRONLY, 0600);
    assertThat(StatCalls.stat(task, path("/made"), BUFFER)).isZero();
    fails("EEXIST", () -> open("/l", Fcntl.O_CREAT | Fcntl.O_EXCL, 0600));
  }

  @Test
  void createdFileIsOpenWhateverItsMode() {
    long fd = open("/f", Fcntl.O_CREAT | Fcntl.O_WRONLY, 0);
    put(BUFFER, "x");
    assertThat(ReadWriteCalls.write(task, fd, BUFFER, 1)).isOne();
    fails("EBADF", () -> ReadWriteCalls.read(task, fd, BUFFER, 1));
  }

  @Test
  void badMemoryEndsATransferAtTheByte() {
    long fd = open("/f", Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
    long end = FakeMachine.MEMORY + 0x10000;
    assertThat(ReadWriteCalls.write(task, fd, end - 3, 10)).isEqualTo(3);
    fails("EFAULT", () -> ReadWriteCalls.write(task, fd, NOWHERE, 10));
    fails("EFAULT", () -> ReadWriteCalls.pread64(task, fd, NOWHERE, 3, 0));
    fails("EFAULT", () -> ReadWriteCalls.read(task, fd, BUFFER, -1));
    assertThat(ReadWriteCalls.write(task, fd, NOWHERE, 0)).isZero();
  }

  @Test
  void descriptorsAreDuplicatedByTheRules() {
    long fd = open("/f", Fcntl.O_CREAT | Fcntl.O_RDWR | Fcntl.O_CLOEXEC, 0600);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFD, 0)).isOne();
    assertThat(OpenCalls.dup(task, fd)).isOne();
    assertThat(FcntlCalls.fcntl(task, 1, Fcntl.F_GETFD, 0)).isZero();
    assertThat(OpenCalls.dup2(task, fd, 9)).isEqualTo(9);
    assertThat(OpenCalls.dup2(task, 9, 9)).isEqualTo(9);
    fails("EBADF", () -> OpenCalls.dup2(task, 8, 8));
    fails("EBADF", () -> OpenCalls.dup2(task, 0, 5000));
    fails("EINVAL", () -> OpenCalls.dup3(task, 0, 0, 0));
    fails("EINVAL", () -> OpenCalls.dup3(task, 0, 4, Fcntl.O_APPEND));
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_DUPFD, 20)).isEqualTo(20);
    fails("EINVAL", () -> FcntlCalls.fcntl(task, fd, Fcntl.F_DUPFD, 5000));
    put(BUFFER, "ab");
    ReadWriteCalls.write(task, 9, BUFFER, 2);
    assertThat(ReadWriteCalls.lseek(task, 20, 0, Fcntl.SEEK_CUR)).isEqualTo(2);
  }

  @Test
  void workingDirectoryAndNames() {
    NameCalls.mkdir(task, path("/d"), 0777);
    DirectoryCalls.chdir(task, path("/d"));
    assertThat(DirectoryCalls.getcwd(task, BUFFER, 3)).isEqualTo(3);
    assertThat(get(BUFFER, 2)).isEqualTo("/d");
    fails("ERANGE", () -> DirectoryCalls.getcwd(task, BUFFER, 2));
    NameCalls.mkdir(task, path("sub/"), 0777);
    fails("EEXIST", () -> NameCalls.mkdir(task, path("sub"), 0777));
    fails("EEXIST", () -> NameCalls.mkdir(task, path("/"), 0777));
    fails("ENOENT", () -> NameCalls.mknod(task, path("n/"), 0600, 0));
    fails("EPERM", () -> NameCalls.mknod(task, path("n"), StatMode.S_IFCHR | 0600, 0x103));
    fails("EINVAL", () -> NameCalls.rmdir(task, path("sub/.")));
    fails("ENOTEMPTY", () -> NameCalls.rmdir(task, path("sub/..")));
    fails("EBUSY", () -> NameCalls.rmdir(task, path("/")));
    fails("EISDIR", () -> NameCalls.unlink(task, path("sub")));
    fails("EPERM", () -> DirectoryCalls.chroot(task, path("/d")));
    NameCalls.rename(task, path("sub"), path2("/moved"));
    assertThat(NameCalls.rmdir(task, path("/moved"))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void directoriesAreListedInAllFormats(Abi abi) {
    task.setAbi(abi);
    open("/entry", Fcntl.O_CREAT, 0600);
    long fd = open("/", Fcntl.O_RDONLY, 0);
    fails("EINVAL", () -> DirectoryCalls.getdents64(task, fd, BUFFER, 8));
    assertThat(DirectoryCalls.getdents64(task, fd, BUFFER, 50)).isEqualTo(48);
    long rest = DirectoryCalls.getdents(task, fd, BUFFER, 100);
    assertThat(rest).isEqualTo(abi == Abi.X86_64 ? 32 : 20);
    assertThat(get(BUFFER + (abi == Abi.X86_64 ? 18 : 10), 6)).isEqualTo("entry\0");
    assertThat(task.memory().readByte(BUFFER + rest - 1)).isEqualTo((byte) 8);
    assertThat(DirectoryCalls.getdents(task, fd, BUFFER, 100)).isZero();
  }

  @Test
  void pipesPollAndSelect() {
    PipeCalls.pipe2(task, BUFFER, Fcntl.O_NONBLOCK);
    int reader = task.memory().readInt(BUFFER);
    int writer = task.memory().readInt(BUFFER + 4);
    Pollfd.FD.write(task.memory(), task.abi(), BUFFER, reader);
    Pollfd.EVENTS.write(task.memory(), task.abi(), BUFFER, Poll.POLLIN);
    Pollfd.FD.write(task.memory(), task.abi(), BUFFER + 8, 77);
    assertThat(PollCalls.poll(task, BUFFER, 1, 0)).isZero();
    assertThat(PollCalls.poll(task, BUFFER, 2, -1)).isOne();
    assertThat(Pollfd.REVENTS.read(task.memory(), task.abi(), BUFFER + 8)).isEqualTo(Poll.POLLNVAL);
    put(PATH, "x");
    ReadWriteCalls.write(task, writer, PATH, 1);
    assertThat(PollCalls.poll(task, BUFFER, 1, -1)).isOne();
    long bits = 1L << reader | 1L << writer;
    task.memory().writeLong(BUFFER, bits);
    task.memory().writeLong(BUFFER + 8, bits);
    assertThat(SelectCalls.select(task, writer + 1, BUFFER, BUFFER + 8, 0, 0)).isEqualTo(2);
    assertThat(task.memory().readLong(BUFFER)).isEqualTo(1L << reader);
    assertThat(task.memory().readLong(BUFFER + 8)).isEqualTo(1L << writer);
    fails("EINVAL", () -> SelectCalls.select(task, -1, 0, 0, 0, 0));
    task.memory().writeLong(BUFFER, 1L << 40);
    fails("EBADF", () -> SelectCalls.select(task, 64, BUFFER, 0, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void epollReportsLevelsEdgesAndOnce(Abi abi) {
    task.setAbi(abi);
    long epoll = EventCalls.epollCreate1(task, 0);
    long event = EventCalls.eventfd2(task, 1, Fcntl.O_NONBLOCK);
    control(epoll, Poll.EPOLL_CTL_ADD, event, Poll.EPOLLIN);
    fails("EEXIST", () -> control(epoll, Poll.EPOLL_CTL_ADD, event, Poll.EPOLLIN));
    fails("EINVAL", () -> control(epoll, Poll.EPOLL_CTL_ADD, epoll, Poll.EPOLLIN));
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isOne();
    assertThat(EpollEvent.DATA.read(task.memory(), abi, BUFFER)).isEqualTo(event);
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, -1)).isOne();
    control(epoll, Poll.EPOLL_CTL_MOD, event, (int) (Poll.EPOLLIN | Poll.EPOLLET));
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isOne();
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isZero();
    task.memory().writeLong(PATH, 1);
    ReadWriteCalls.write(task, event, PATH, 8);
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isOne();
    control(epoll, Poll.EPOLL_CTL_MOD, event, Poll.EPOLLIN | Poll.EPOLLONESHOT);
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isOne();
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isZero();
    OpenCalls.close(task, event);
    assertThat(EventCalls.epollWait(task, epoll, BUFFER, 5, 0)).isZero();
  }

  @Test
  void epollsInACircleAreRefused() {
    long a = EventCalls.epollCreate1(task, 0);
    long b = EventCalls.epollCreate1(task, 0);
    control(a, Poll.EPOLL_CTL_ADD, b, Poll.EPOLLIN);
    fails("ELOOP", () -> control(b, Poll.EPOLL_CTL_ADD, a, Poll.EPOLLIN));
    long file = open("/f", Fcntl.O_CREAT, 0600);
    fails("EPERM", () -> control(a, Poll.EPOLL_CTL_ADD, file, Poll.EPOLLIN));
  }

  @Test
  void sendfileCopiesAndMovesTheOffset() {
    long in = open("/in", Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
    long out = open("/out", Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
    put(BUFFER, "0123456789");
    ReadWriteCalls.write(task, in, BUFFER, 10);
    task.memory().writeLong(PATH, 4);
    assertThat(CopyCalls.sendfile(task, out, in, PATH, 100)).isEqualTo(6);
    assertThat(task.memory().readLong(PATH)).isEqualTo(10);
    assertThat(CopyCalls.copyFileRange(task, in, 0, out, 0, 5, 0)).isZero();
    assertThat(ReadWriteCalls.pread64(task, out, BUFFER, 10, 0)).isEqualTo(6);
    assertThat(get(BUFFER, 6)).isEqualTo("456789");
  }

  private void control(long epoll, int operation, long fd, int events) {
    StructView view = new StructView(EpollEvent.SCHEMA, task.abi());
    view.set(EpollEvent.EVENTS, events).set(EpollEvent.DATA, fd);
    view.copyOut(task.memory(), PATH2);
    EventCalls.epollCtl(task, epoll, operation, fd, PATH2);
  }

  private long open(String path, int flags, int mode) {
    return OpenCalls.open(task, path(path), flags, mode);
  }

  private long path(String path) {
    put(PATH, path + '\0');
    return PATH;
  }

  private long path2(String path) {
    put(PATH2, path + '\0');
    return PATH2;
  }

  private void put(long address, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    task.memory().write(address, bytes, 0, bytes.length);
  }

  private String get(long address, int length) {
    byte[] bytes = new byte[length];
    task.memory().read(address, bytes, 0, length);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void fails(String errno, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ErrnoException.class).hasMessage(errno);
  }
}
