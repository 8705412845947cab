package tollgate.fs.host;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import tollgate.abi.Errno;
import tollgate.mm.MappedPages;
import tollgate.mm.PageSource;
import tollgate.mm.RamArena;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

/**
 * The pages of a host file. Has a descriptor of its own, because a mapping outlives its file
 * descriptor and even the file's name; the one for writing is opened at the first write back, since
 * a file that is open for writing cannot be executed by host processes.
 */
final class HostPages implements PageSource {
  private static final int O_RDWR = 2;

  private final HostFiles files;
  private final HostInode inode;
  private final Descriptors descriptors;
  private volatile MappedPages mapped;

  /** The descriptors, apart so that they can be closed when the pages are gone. */
  private static final class Descriptors {
    private final int reading;
    private int writing = -1;

    Descriptors(int reading) {
      this.reading = reading;
    }
  }

  /** Says when nobody maps the pages any more. */
  static final class Reference extends WeakReference<HostPages> {
    private final Descriptors descriptors;

    Reference(HostPages pages, ReferenceQueue<HostPages> queue) {
      super(pages, queue);
      descriptors = pages.descriptors;
    }

    void close(HostFiles files) {
      files.close(descriptors.reading);
      if (descriptors.writing >= 0) {
        files.close(descriptors.writing);
      }
    }
  }

  HostPages(HostFiles files, HostInode inode, int reading) {
    this.files = files;
    this.inode = inode;
    this.descriptors = new Descriptors(reading);
  }

  @Override
  public long size() {
    HostStatus status = HostFileSystem.scratchStatus();
    return files.status(descriptors.reading, status) < 0 ? 0 : status.size;
  }

  @Override
  public int readPage(long offset, RamArena arena, long physical) {
    long done = 0;
    while (done < RamArena.FRAME_SIZE) {
      long got =
          files.read(
              descriptors.reading,
              arena.base() + physical + done,
              RamArena.FRAME_SIZE - done,
              offset + done);
      if (got < 0) {
        return (int) got;
      }
      if (got == 0) {
        arena.clear(physical + done, RamArena.FRAME_SIZE - done);
        return 0;
      }
      done += got;
    }
    return 0;
  }

  @Override
  public int writePage(long offset, RamArena arena, long physical) {
    int fd = writing();
    if (fd < 0) {
      return fd;
    }
    long length = Math.min(RamArena.FRAME_SIZE, size() - offset);
    long done = 0;
    while (done < length) {
      long put = files.write(fd, arena.base() + physical + done, length - done, offset + done);
      if (put <= 0) {
        return put < 0 ? (int) put : -Errno.EIO.number();
      }
      done += put;
    }
    return 0;
  }

  @Override
  public void mapped(MappedPages pages) {
    mapped = pages;
  }

  /** The mappings that show these pages, or null. */
  MappedPages mappings() {
    return mapped;
  }

  private int writing() {
    synchronized (descriptors) {
      if (descriptors.writing < 0) {
        if (inode.fileSystem().readOnly()) {
          return -Errno.EROFS.number();
        }
        int fd = files.reopen(descriptors.reading, O_RDWR);
        if (fd < 0) {
          return fd;
        }
        descriptors.writing = fd;
      }
      return descriptors.writing;
    }
  }
}
