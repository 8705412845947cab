package tollgate.fs.dev;

import java.nio.charset.StandardCharsets;
import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.host.NativeHost;

/**
 * A process that uses its standard streams as a guest would; run by {@link StandardStreamsTest}.
 */
final class StreamGuest {
  private static final StandardStreams STREAMS =
      new StandardStreams(NativeHost.open().terminal(), JobControl.NONE);

  private StreamGuest() {}

  public static void main(String[] args) {
    int stream = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    switch (args[0]) {
      case "copy" -> copy();
      case "describe" -> describe(stream);
      case "flood" -> flood();
      case "nonblocking" -> nonblocking();
      case "size" -> size();
      case "raw" -> raw();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void copy() {
    OpenFile in = STREAMS.open(0);
    byte[] buffer = new byte[200_000];
    while (true) {
      int got = (int) in.read(new IovIter().reset(buffer, 0, buffer.length));
      if (got == 0) {
        return;
      }
      long put = STREAMS.open(1).write(new IovIter().reset(buffer, 0, got));
      if (put != got) {
        throw new IllegalStateException("short write: " + put + " of " + got);
      }
    }
  }

  private static void describe(int stream) {
    OpenFile file = STREAMS.open(stream);
    if (file == null) {
      say("closed");
      return;
    }
    FileStatus status = new FileStatus();
    file.inode().status(status);
    say(
        String.format(
            "%o %d %d %s %d ",
            status.mode,
            status.rawDevice,
            status.inode,
            file.dentry().name(),
            file.flags() & 0x403));
    try {
      say("at " + file.seek(0, 1));
    } catch (ErrnoException e) {
      say(e.errno().name());
    }
  }

  private static void flood() {
    byte[] bytes = new byte[100_000];
    try {
      while (true) {
        STREAMS.open(1).write(new IovIter().reset(bytes, 0, bytes.length));
      }
    } catch (ErrnoException e) {
      say(e.errno().name());
    }
  }

  private static void nonblocking() {
    OpenFile in = STREAMS.open(0);
    in.setFlags(in.flags() | 0x800);
    try {
      in.read(new IovIter().reset(new byte[1], 0, 1));
    } catch (ErrnoException e) {
      say(e.errno().name() + " " + (in.poll() & 1));
    }
  }

  private static void size() {
    ArrayMemory memory = new ArrayMemory();
    STREAMS.open(0).ioctl(memory, Abi.I386, 0x5413, 8);
    say(memory.readShort(8) + "x" + memory.readShort(10));
  }

  private static void raw() {
    ArrayMemory memory = new ArrayMemory();
    OpenFile in = STREAMS.open(0);
    in.ioctl(memory, Abi.X86_64, 0x5401, 0);
    memory.writeInt(12, memory.readInt(12) & ~0xb); // ISIG, ICANON, ECHO
    in.ioctl(memory, Abi.X86_64, 0x5402, 0);
    in.ioctl(memory, Abi.X86_64, 0x5401, 0);
    say("local flags " + (memory.readInt(12) & 0xb) + "\n");
  }

  private static void say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    STREAMS.open(2).write(new IovIter().reset(bytes, 0, bytes.length));
  }

  /** Sixty-four bytes of user memory. */
  private static final class ArrayMemory implements GuestMemory {
    private final java.nio.ByteBuffer bytes =
        java.nio.ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);

    @Override
    public byte readByte(long address) {
      return bytes.get((int) address);
    }

    @Override
    public short readShort(long address) {
      return bytes.getShort((int) address);
    }

    @Override
    public int readInt(long address) {
      return bytes.getInt((int) address);
    }

    @Override
    public long readLong(long address) {
      return bytes.getLong((int) address);
    }

    @Override
    public void writeByte(long address, byte value) {
      bytes.put((int) address, value);
    }

    @Override
    public void writeShort(long address, short value) {
      bytes.putShort((int) address, value);
    }

    @Override
    public void writeInt(long address, int value) {
      bytes.putInt((int) address, value);
    }

    @Override
    public void writeLong(long address, long value) {
      bytes.putLong((int) address, value);
    }

    @Override
    public int readUpTo(long address, byte[] into, int offset, int length) {
      bytes.get((int) address, into, offset, length);
      return length;
    }

    @Override
    public int writeUpTo(long address, byte[] from, int offset, int length) {
      bytes.put((int) address, from, offset, length);
      return length;
    }

    @Override
    public long clearUpTo(long address, long length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String readCString(long address, int limit) {
      throw new UnsupportedOperationException();
    }
  }
}
