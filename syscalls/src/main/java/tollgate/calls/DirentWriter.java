package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.Field;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.LinuxDirent;
import tollgate.abi.uapi.LinuxDirent64;
import tollgate.abi.uapi.OldLinuxDirent;
import tollgate.fs.DirectorySink;

/** Writes directory entries to the guest in one of the three formats (fs/readdir.c). */
final class DirentWriter implements DirectorySink {
  /** What the entries look like. */
  enum Format {
    /** getdents(2): the type in the last byte. */
    GETDENTS,
    /** getdents64(2). */
    GETDENTS64,
    /** i386's readdir: one entry a call. */
    READDIR
  }

  private final GuestMemory memory;
  private final Abi abi;
  private final Format format;
  private final long start;
  private final long end;
  private final StructView view = new StructView();
  private byte[] record = new byte[64];
  private long at;
  private int entries;
  private ErrnoException failure;

  DirentWriter(GuestMemory memory, Abi abi, Format format, long address, long length) {
    this.memory = memory;
    this.abi = abi;
    this.format = format;
    this.start = address;
    this.at = address;
    this.end = address + length;
  }

  /** The call's result: bytes written, or the reason why there are none. */
  long result() {
    if (entries == 0 && failure != null) {
      throw failure;
    }
    return format == Format.READDIR ? entries : at - start;
  }

  @Override
  public boolean entry(String name, long inode, int type, long next) {
    if (format == Format.READDIR && entries == 1) {
      return false;
    }
    Field inodeField = inodeField();
    if (!inodeField.fits(abi, inode)) {
      return fail(Errno.EOVERFLOW);
    }
    int length = fill(name, inode, type, next);
    if (format != Format.READDIR && at + length > end) {
      return fail(Errno.EINVAL);
    }
    if (memory.writeUpTo(at, record, 0, length) < length) {
      return fail(Errno.EFAULT);
    }
    at += length;
    entries++;
    return true;
  }

  private boolean fail(Errno reason) {
    failure = reason.failure();
    return false;
  }

  private Field inodeField() {
    return switch (format) {
      case GETDENTS -> LinuxDirent.D_INO;
      case GETDENTS64 -> LinuxDirent64.D_INO;
      case READDIR -> OldLinuxDirent.D_INO;
    };
  }

  private int fill(String name, long inode, int type, long next) {
    return switch (format) {
      case GETDENTS -> {
        int length = round(LinuxDirent.D_NAME.offset(abi) + name.length() + 2, abi.wordSize());
        view.reset(LinuxDirent.SCHEMA, abi);
        view.set(LinuxDirent.D_INO, inode);
        view.set(LinuxDirent.D_OFF, next);
        view.set(LinuxDirent.D_RECLEN, length);
        copy(LinuxDirent.SCHEMA, LinuxDirent.D_NAME, name, length);
        record[length - 1] = (byte) type;
        yield length;
      }
      case GETDENTS64 -> {
        int length = round(LinuxDirent64.D_NAME.offset(abi) + name.length() + 1, 8);
        view.reset(LinuxDirent64.SCHEMA, abi);
        view.set(LinuxDirent64.D_INO, inode);
        view.set(LinuxDirent64.D_OFF, next);
        view.set(LinuxDirent64.D_RECLEN, length);
        view.set(LinuxDirent64.D_TYPE, type);
        copy(LinuxDirent64.SCHEMA, LinuxDirent64.D_NAME, name, length);
        yield length;
      }
      case READDIR -> {
        int length = OldLinuxDirent.D_NAME.offset(abi) + name.length() + 1;
        view.reset(OldLinuxDirent.SCHEMA, abi);
        view.set(OldLinuxDirent.D_INO, inode);
        view.set(OldLinuxDirent.D_OFFSET, next);
        view.set(OldLinuxDirent.D_NAMLEN, name.length());
        copy(OldLinuxDirent.SCHEMA, OldLinuxDirent.D_NAME, name, length);
        yield length;
      }
    };
  }

  /** Puts the head from the view and the name into the record, zero-filled to its length. */
  private void copy(StructSchema schema, Field nameField, String name, int length) {
    int offset = nameField.offset(abi);
    if (record.length < length) {
      record = new byte[length * 2];
    }
    System.arraycopy(view.bytes(), 0, record, 0, Math.min(schema.size(abi), offset));
    for (int i = 0; i < name.length(); i++) {
      record[offset + i] = (byte) name.charAt(i);
    }
    java.util.Arrays.fill(record, offset + name.length(), length, (byte) 0);
  }

  private static int round(int value, int multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
