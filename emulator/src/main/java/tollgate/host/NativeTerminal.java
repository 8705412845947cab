package tollgate.host;

import tollgate.abi.Errno;
import tollgate.platform.HostStatus;
import tollgate.platform.HostTerminal;

/**
 * The process's own standard streams. Pipes and terminals are opened a second time, without
 * blocking: the first description is shared with other processes, whose view of O_NONBLOCK must not
 * change. What cannot be opened again (sockets, somebody else's terminal) is asked before every
 * transfer; another process that takes the bytes in between can then make a read wait.
 */
final class NativeTerminal implements HostTerminal {
  private static final int S_IFMT = 0xf000;
  private static final int S_IFREG = 0x8000;
  private static final int S_IFIFO = 0x1000;
  private static final int S_IFCHR = 0x2000;
  private static final int O_ACCMODE = 3;
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int POLLIN = 1;
  private static final int POLLOUT = 4;
  private static final int POLLFD_BYTES = 8;
  private static final int EFD_NONBLOCK_CLOEXEC = 0x80800;
  private static final int PIPE_BUF = 4096;
  private static final int TCGETS = 0x5401;
  private static final int TCSETS = 0x5402;
  private static final int TCSETAF = 0x5408;
  private static final int TCSETS2 = 0x402c542b;
  private static final int TCSETSF2 = 0x402c542d;
  private static final int TERMIOS_BYTES = 36;

  private static final long POLL = LibC.function("poll");
  private static final long IOCTL = LibC.function("ioctl");

  /** How transfers on a stream are kept from blocking. */
  private enum Manner {
    /** The description is our own and does not block. */
    OWN,
    /** Files and memory devices: never blocks. */
    INSTANT,
    /** Shared and blocking: ask before. */
    ASK
  }

  private final NativeFiles files;
  private final int[] descriptors = {0, 1, 2, -1};
  private final Manner[] manners = new Manner[STREAMS];
  private int wakeUp = -1;

  NativeTerminal(NativeFiles files) {
    this.files = files;
  }

  @Override
  public long read(int stream, byte[] into, int offset, int length, long position) {
    Manner manner = manner(stream);
    if (manner == Manner.ASK && ready(stream, POLLIN) == 0) {
      return -Errno.EAGAIN.number();
    }
    return files.read(descriptors[stream], into, offset, length, position);
  }

  @Override
  public long write(int stream, byte[] from, int offset, int length, long position) {
    int part = length;
    if (manner(stream) == Manner.ASK) {
      if (ready(stream, POLLOUT) == 0) {
        return -Errno.EAGAIN.number();
      }
      part = Math.min(length, PIPE_BUF); // what a pipe that polls writable takes without waiting
    }
    return files.write(descriptors[stream], from, offset, part, position);
  }

  @Override
  public int ready(int stream, int events) {
    manner(stream);
    Scratch scratch = Scratch.current();
    pollDescriptor(scratch, 0, descriptors[stream], events);
    int result = LibC.callInt(POLL, scratch.struct(), 1, 0);
    return result <= 0 ? result : readyEvents(scratch, 0);
  }

  @Override
  public void poll(int[] events, int[] ready) {
    int interrupt = wakeUpDescriptor();
    for (int stream = 0; stream < STREAMS; stream++) {
      if (events[stream] != 0) {
        manner(stream);
      }
    }
    Scratch scratch = Scratch.current();
    for (int stream = 0; stream < STREAMS; stream++) {
      int fd = events[stream] == 0 ? -1 : descriptors[stream];
      pollDescriptor(scratch, stream, fd, events[stream]);
    }
    pollDescriptor(scratch, STREAMS, interrupt, POLLIN);
    int result = LibC.callInt(POLL, scratch.struct(), STREAMS + 1, -1);
    for (int stream = 0; stream < STREAMS; stream++) {
      ready[stream] = result <= 0 ? 0 : readyEvents(scratch, stream);
    }
    if (result > 0 && readyEvents(scratch, STREAMS) != 0) {
      files.read(interrupt, scratch.struct(), Long.BYTES, -1);
    }
  }

  @Override
  public void interruptPoll() {
    int interrupt = wakeUpDescriptor();
    Scratch scratch = Scratch.current();
    scratch.putLong(0, 1);
    files.write(interrupt, scratch.struct(), Long.BYTES, -1);
  }

  @Override
  public int status(int stream, HostStatus into) {
    manner(stream);
    int fd = stream == CONTROLLING ? descriptors[stream] : stream;
    return fd < 0 ? -Errno.ENXIO.number() : files.status(fd, into);
  }

  @Override
  public String path(int stream) {
    manner(stream);
    return files.describe(stream == CONTROLLING ? descriptors[stream] : stream);
  }

  @Override
  public int statusFlags(int stream) {
    manner(stream);
    int fd = stream == CONTROLLING ? descriptors[stream] : stream;
    return fd < 0 ? -Errno.ENXIO.number() : files.statusFlags(fd);
  }

  @Override
  public boolean isTerminal(int stream) {
    return control(stream, TCGETS, new byte[TERMIOS_BYTES]) == 0;
  }

  @Override
  public long seek(int stream, long offset, int whence) {
    return files.seek(descriptors[stream], offset, whence);
  }

  @Override
  public int truncate(int stream, long size) {
    return files.truncate(descriptors[stream], size);
  }

  @Override
  public int control(int stream, int request, byte[] argument) {
    manner(stream);
    int fd = descriptors[stream];
    if (fd < 0) {
      return -Errno.ENXIO.number();
    }
    if (changesAttributes(request)) {
      SavedTerminal.remember(fd);
    }
    Scratch scratch = Scratch.current();
    scratch.putStruct(argument);
    int result = LibC.callInt(IOCTL, fd, request, scratch.struct());
    if (result >= 0) {
      scratch.getStruct(argument);
    }
    return result;
  }

  @Override
  public int control(int stream, int request, long argument) {
    manner(stream);
    int fd = descriptors[stream];
    return fd < 0 ? -Errno.ENXIO.number() : LibC.callInt(IOCTL, fd, request, argument);
  }

  private static boolean changesAttributes(int request) {
    return (request >= TCSETS && request <= TCSETAF) || (request >= TCSETS2 && request <= TCSETSF2);
  }

  private synchronized Manner manner(int stream) {
    if (manners[stream] == null) {
      manners[stream] = stream == CONTROLLING ? openControlling() : classify(stream);
    }
    return manners[stream];
  }

  private Manner openControlling() {
    int node = files.openRoot("/dev/tty");
    if (node < 0) {
      return Manner.ASK;
    }
    int fd = files.reopen(node, O_RDWR | O_NOCTTY | O_NONBLOCK);
    files.close(node);
    descriptors[CONTROLLING] = Math.max(fd, -1);
    return Manner.OWN;
  }

  private Manner classify(int stream) {
    HostStatus status = new HostStatus();
    if (files.status(stream, status) < 0) {
      return Manner.INSTANT;
    }
    int type = status.mode & S_IFMT;
    if (type == S_IFREG) {
      return Manner.INSTANT;
    }
    if (type == S_IFCHR && ioctlGetsTermios(stream) != 0) {
      return Manner.INSTANT;
    }
    if (type != S_IFIFO && type != S_IFCHR) {
      return Manner.ASK;
    }
    int flags = files.statusFlags(stream) & O_ACCMODE;
    int own = files.reopen(stream, flags | O_NONBLOCK | O_NOCTTY);
    if (own < 0) {
      return Manner.ASK;
    }
    descriptors[stream] = own;
    return Manner.OWN;
  }

  private static int ioctlGetsTermios(int fd) {
    return LibC.callInt(IOCTL, fd, TCGETS, Scratch.current().struct());
  }

  private synchronized int wakeUpDescriptor() {
    if (wakeUp < 0) {
      wakeUp = LibC.callInt(LibC.function("eventfd"), 0, EFD_NONBLOCK_CLOEXEC);
    }
    return wakeUp;
  }

  private static void pollDescriptor(Scratch scratch, int index, int fd, int events) {
    scratch.putInt(index * POLLFD_BYTES, fd);
    scratch.putShort(index * POLLFD_BYTES + 4, (short) events);
    scratch.putShort(index * POLLFD_BYTES + 6, (short) 0);
  }

  private static int readyEvents(Scratch scratch, int index) {
    return scratch.getShort(index * POLLFD_BYTES + 6) & 0xffff;
  }
}
