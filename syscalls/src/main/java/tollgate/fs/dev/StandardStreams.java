package tollgate.fs.dev;

import java.util.SortedMap;
import java.util.TreeMap;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.uapi.StatMode;
import tollgate.abi.uapi.Tty;
import tollgate.device.DeviceNumber;
import tollgate.device.tty.TtyControl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.platform.HostStatus;
import tollgate.platform.HostTerminal;

/**
 * The machine's standard streams and its controlling terminal as open files of the guest. What kind
 * of file each is follows the host: a terminal, a pipe, a regular file with its position. Safe for
 * all threads.
 */
public final class StandardStreams {
  /** Device 5:0. */
  private static final long TTY = 0x500;

  private static final int FIRST_PTS_MAJOR = 136;
  private static final int LAST_PTS_MAJOR = 143;
  private static final int PTS_PER_MAJOR = 256;

  private final HostTerminal terminal;
  private final StreamWatcher watcher;
  private final JobControl jobs;
  private final TtyControl[] ttys = new TtyControl[HostTerminal.STREAMS];
  private final StreamInode[] inodes = new StreamInode[HostTerminal.STREAMS];

  /** The streams of a host; {@code jobs} answers the terminal's questions about processes. */
  public StandardStreams(HostTerminal terminal, JobControl jobs) {
    this.terminal = terminal;
    this.watcher = new StreamWatcher(terminal);
    this.jobs = jobs;
  }

  /**
   * Opens a stream for the first process.
   *
   * @param stream 0, 1 or 2
   * @return the open file, or null when the host process was started without this descriptor
   */
  public OpenFile open(int stream) {
    int flags = terminal.statusFlags(stream);
    StreamInode inode = flags < 0 ? null : inode(stream);
    if (inode == null) {
      return null;
    }
    Dentry dentry = new Dentry(null, name(stream, inode), inode, null);
    return new StreamFile(dentry, flags, this, inode, true);
  }

  /**
   * Opens the terminal behind a device number: the controlling terminal, or a stream's own.
   *
   * @param dentry the device node that was opened
   * @param rawDevice 5:0 for /dev/tty, or the terminal's own number
   * @return the open file, or null when the machine has no such terminal (ENXIO)
   */
  public OpenFile openTerminal(Dentry dentry, int flags, long rawDevice) {
    if (rawDevice == TTY) {
      StreamInode inode =
          terminal.isTerminal(HostTerminal.CONTROLLING) ? inode(HostTerminal.CONTROLLING) : null;
      return inode == null ? null : new StreamFile(dentry, flags, this, inode, true);
    }
    for (int stream = 0; stream < HostTerminal.CONTROLLING; stream++) {
      StreamInode inode = terminal.isTerminal(stream) ? inode(stream) : null;
      if (inode != null && inode.rawDevice() == rawDevice) {
        return new StreamFile(dentry, flags, this, inode, true);
      }
    }
    return null;
  }

  /**
   * The pseudo-terminals behind the streams, by the number in their name: what /dev/pts shows.
   *
   * @return empty when no stream is one
   */
  SortedMap<Integer, StreamInode> pseudoTerminals() {
    SortedMap<Integer, StreamInode> found = new TreeMap<>();
    for (int stream = 0; stream < HostTerminal.CONTROLLING; stream++) {
      StreamInode inode = terminal.statusFlags(stream) < 0 ? null : inode(stream);
      int number = inode == null ? -1 : pseudoTerminal(inode.rawDevice());
      if (number >= 0) {
        found.putIfAbsent(number, inode);
      }
    }
    return found;
  }

  /** The number in /dev/pts of a device, or -1. */
  private static int pseudoTerminal(long rawDevice) {
    DeviceNumber number = DeviceNumber.ofNew((int) rawDevice);
    boolean slave = number.major() >= FIRST_PTS_MAJOR && number.major() <= LAST_PTS_MAJOR;
    return slave ? (number.major() - FIRST_PTS_MAJOR) * PTS_PER_MAJOR + number.minor() : -1;
  }

  HostTerminal terminal() {
    return terminal;
  }

  StreamWatcher watcher() {
    return watcher;
  }

  /** ioctl(2) on a stream: the terminal's requests, and FIONREAD wherever the host answers it. */
  long control(int stream, GuestMemory memory, Abi abi, int request, long argument) {
    if (request != Tty.FIONREAD && !terminal.isTerminal(stream)) {
      throw Errno.ENOTTY.failure();
    }
    return tty(stream).ioctl(memory, abi, request, argument);
  }

  private synchronized TtyControl tty(int stream) {
    if (ttys[stream] == null) {
      StreamInode inode = inode(stream);
      int number = inode == null ? 0 : (int) inode.rawDevice();
      ttys[stream] = new TtyControl(new HostTty(terminal, stream, jobs, number));
    }
    return ttys[stream];
  }

  private synchronized StreamInode inode(int stream) {
    if (inodes[stream] == null) {
      HostStatus status = new HostStatus();
      if (terminal.status(stream, status) < 0) {
        return null;
      }
      inodes[stream] = new StreamInode(this, stream, status);
    }
    return inodes[stream];
  }

  private String name(int stream, StreamInode inode) {
    String path = terminal.path(stream);
    if (path != null) {
      return path;
    }
    int number = pseudoTerminal(inode.rawDevice());
    if (number >= 0) {
      return "/dev/pts/" + number;
    }
    return switch (inode.mode() & StatMode.S_IFMT) {
      case StatMode.S_IFSOCK -> "socket:[" + inode.number() + "]";
      case StatMode.S_IFIFO -> "pipe:[" + inode.number() + "]";
      default -> "stream:[" + inode.number() + "]";
    };
  }
}
