package tollgate.fs.tmp;

import java.util.Arrays;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.mm.MappedPages;
import tollgate.mm.PageSource;
import tollgate.mm.RamArena;

/** A regular file in memory. */
final class TmpFile extends TmpInode implements PageSource {
  private final TmpData data;
  private volatile MappedPages mapped;

  TmpFile(TmpFs fileSystem, int mode, int uid, int gid) {
    super(fileSystem, mode, uid, gid);
    data = new TmpData(fileSystem);
  }

  TmpData data() {
    return data;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    opens(1);
    return new TmpOpenFile(dentry, flags, this);
  }

  @Override
  public long size() {
    return data.size();
  }

  @Override
  long blocks() {
    return data.allocatedPages() * (TmpData.PAGE_SIZE / 512);
  }

  @Override
  void free() {
    data.free();
  }

  @Override
  public void truncate(long size) {
    data.resize(size);
    changed(size, MappedPages.TO_END);
    touchModified();
  }

  @Override
  public PageSource pages() {
    return this;
  }

  /** Copies from the file to the user until the iterator is full or the file ends. */
  long read(IovIter to, long offset) {
    writeBack(offset, to.remaining());
    long done = 0;
    while (to.remaining() > 0) {
      long at = offset + done;
      long left = data.size() - at;
      if (left <= 0) {
        break;
      }
      int inPage = (int) (at & (TmpData.PAGE_SIZE - 1));
      int part = (int) Math.min(Math.min(TmpData.PAGE_SIZE - inPage, left), to.remaining());
      byte[] page = data.page(at >>> TmpData.PAGE_SHIFT);
      long moved = page == null ? to.clear(part) : to.copyTo(page, inPage, part);
      done += moved;
      if (moved < part) {
        if (done == 0) {
          throw Errno.EFAULT.failure();
        }
        break;
      }
    }
    return done;
  }

  /** Copies from the user into the file until the iterator is empty or the space is used up. */
  long write(IovIter from, long offset) {
    long length = from.remaining();
    writeBack(offset, length);
    try {
      return writeData(from, offset);
    } finally {
      changed(offset, length);
    }
  }

  /** Makes a hole. */
  void punch(long offset, long end) {
    writeBack(offset, end - offset);
    data.punch(offset, end);
    changed(offset, end - offset);
  }

  /** Lets the file see what shared mappings changed. */
  private void writeBack(long offset, long length) {
    MappedPages pages = mapped;
    if (pages != null) {
      pages.writeBack(offset, length);
    }
  }

  /** Lets mappings see what the file changed. */
  void changed(long offset, long length) {
    MappedPages pages = mapped;
    if (pages != null) {
      pages.changed(offset, length);
    }
  }

  @Override
  public void mapped(MappedPages pages) {
    mapped = pages;
  }

  private long writeData(IovIter from, long offset) {
    long done = 0;
    while (from.remaining() > 0) {
      long at = offset + done;
      if (at == Long.MAX_VALUE) {
        return stopped(done, Errno.EFBIG);
      }
      int inPage = (int) (at & (TmpData.PAGE_SIZE - 1));
      long room = Math.min(TmpData.PAGE_SIZE - inPage, Long.MAX_VALUE - at);
      int part = (int) Math.min(room, from.remaining());
      byte[] page = data.pageForWriting(at >>> TmpData.PAGE_SHIFT);
      if (page == null) {
        return stopped(done, Errno.ENOSPC);
      }
      int moved = from.copyFrom(page, inPage, part);
      done += moved;
      data.extend(at + moved);
      if (moved < part) {
        return stopped(done, Errno.EFAULT);
      }
    }
    return done;
  }

  private static long stopped(long done, Errno reason) {
    if (done == 0) {
      throw reason.failure();
    }
    return done;
  }

  @Override
  public int readPage(long offset, RamArena arena, long physical) {
    byte[] page = data.page(offset >>> TmpData.PAGE_SHIFT);
    if (page == null) {
      arena.clear(physical, TmpData.PAGE_SIZE);
    } else {
      arena.put(physical, page, 0, TmpData.PAGE_SIZE);
    }
    return 0;
  }

  @Override
  public int writePage(long offset, RamArena arena, long physical) {
    long left = data.size() - offset;
    if (left <= 0) {
      return 0;
    }
    byte[] page = data.pageForWriting(offset >>> TmpData.PAGE_SHIFT);
    if (page == null) {
      return (int) Errno.ENOSPC.result();
    }
    int length = (int) Math.min(left, TmpData.PAGE_SIZE);
    arena.get(physical, page, 0, length);
    Arrays.fill(page, length, TmpData.PAGE_SIZE, (byte) 0);
    return 0;
  }
}
