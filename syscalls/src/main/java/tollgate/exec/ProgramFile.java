package tollgate.exec;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.fs.OpenFile;

/** Reads parts of a program file into kernel buffers. */
final class ProgramFile {
  /** What the kernel looks at to find the format (BINPRM_BUF_SIZE). */
  static final int HEAD_SIZE = 256;

  private final OpenFile file;
  private final IovIter iterator = new IovIter();

  ProgramFile(OpenFile file) {
    this.file = file;
  }

  OpenFile file() {
    return file;
  }

  /** The first bytes; what is missing is zero. */
  byte[] head() {
    byte[] head = new byte[HEAD_SIZE];
    read(0, head, HEAD_SIZE);
    return head;
  }

  /** Reads up to {@code length} bytes; returns how many there were. */
  int read(long offset, byte[] into, int length) {
    int done = 0;
    while (done < length) {
      iterator.reset(into, done, length - done);
      long part = file.readAt(iterator, offset + done);
      if (part <= 0) {
        break;
      }
      done += (int) part;
    }
    return done;
  }

  /** Reads all of a part that a header names; EIO when the file ends before. */
  byte[] readPart(long offset, int length, String what) {
    byte[] bytes = new byte[length];
    if (offset < 0 || read(offset, bytes, length) != length) {
      throw ExecException.refused(
          Errno.EIO,
          what + " at offset 0x" + Long.toHexString(offset) + " lie beyond the end of the file");
    }
    return bytes;
  }
}
