package tollgate.fs.tree;

import java.nio.charset.StandardCharsets;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/** An open generated file: a text that stays the same until it is read from its start again. */
final class OpenGeneratedFile extends OpenFile {
  private static final int MOST_WRITTEN = 4096;

  private final GeneratedFile file;
  private byte[] content;

  OpenGeneratedFile(Dentry dentry, int flags, GeneratedFile file) {
    super(dentry, flags);
    this.file = file;
  }

  @Override
  public synchronized long readAt(IovIter to, long offset) {
    if (content == null || offset == 0) {
      content = file.text().getBytes(StandardCharsets.ISO_8859_1);
    }
    if (offset >= content.length) {
      return 0;
    }
    int wanted = (int) Math.min(to.remaining(), content.length - offset);
    int copied = to.copyTo(content, (int) offset, wanted);
    if (copied == 0 && wanted > 0) {
      throw Errno.EFAULT.failure();
    }
    return copied;
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    int length = (int) Math.min(from.remaining(), MOST_WRITTEN);
    byte[] bytes = new byte[length];
    if (from.copyFrom(bytes, 0, length) < length) {
      throw Errno.EFAULT.failure();
    }
    file.accept(new String(bytes, StandardCharsets.ISO_8859_1));
    return length;
  }

  @Override
  public synchronized long seek(long offset, int whence) {
    long target =
        switch (whence) {
          case Fcntl.SEEK_SET -> offset;
          case Fcntl.SEEK_CUR -> position + offset;
          default -> throw Errno.EINVAL.failure();
        };
    if (target < 0) {
      throw Errno.EINVAL.failure();
    }
    position = target;
    return target;
  }

  @Override
  public boolean seekable() {
    return true;
  }
}
