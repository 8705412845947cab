package tollgate.fs.host;

import java.util.Iterator;
import java.util.LinkedHashSet;
import tollgate.abi.Errno;
import tollgate.platform.HostFiles;

/**
 * The O_PATH descriptors of inodes. An inode in use is pinned; of the others, the most recently
 * used keep their descriptors and the rest are opened again from their parent when needed, if the
 * same file is still there (ESTALE otherwise). The lock of this object guards the {@link
 * HostInode#fd}, {@link HostInode#pins}, {@link HostInode#parent} and {@link HostInode#name} of all
 * inodes.
 */
final class DescriptorCache {
  /** How many directories up a lost descriptor is looked for. */
  private static final int MOST_ANCESTORS = 512;

  private static final int O_PATH = 0x200000;

  private final HostFiles files;
  private final int bound;
  private final LinkedHashSet<HostInode> idle = new LinkedHashSet<>();

  /**
   * A cache.
   *
   * @param bound how many descriptors unpinned inodes may keep
   */
  DescriptorCache(HostFiles files, int bound) {
    this.files = files;
    this.bound = bound;
  }

  /** The inode's descriptor, which stays open until {@link #unpin}. */
  synchronized int pin(HostInode inode) {
    return pin(inode, 0);
  }

  private int pin(HostInode inode, int depth) {
    if (inode.fd < 0) {
      inode.fd = openAgain(inode, depth);
    }
    if (inode.pins++ == 0) {
      idle.remove(inode);
    }
    return inode.fd;
  }

  /** Ends a use. */
  synchronized void unpin(HostInode inode) {
    if (--inode.pins > 0) {
      return;
    }
    if (inode.gone) {
      close(inode);
      return;
    }
    idle.add(inode);
    trim(bound);
  }

  /** Gives a new inode its descriptor. */
  synchronized void adopt(HostInode inode, int fd) {
    inode.fd = fd;
    idle.add(inode);
    trim(bound);
  }

  /** Gives an inode that has no parent a descriptor for ever: nothing could open it again. */
  synchronized void keep(HostInode inode, int fd) {
    inode.fd = fd;
    inode.pins = 1;
  }

  /** Notes where an inode was last seen. */
  synchronized void place(HostInode inode, HostInode parent, String name) {
    if (inode != parent && inode.parent != null) {
      inode.parent = parent;
      inode.name = name;
    }
  }

  /** The file has no name any more: its descriptor must not keep its blocks once unused. */
  synchronized void nameless(HostInode inode) {
    inode.gone = true;
    if (inode.pins == 0 && inode.fd >= 0) {
      idle.remove(inode);
      close(inode);
    }
  }

  /** Closes all descriptors that nobody uses: the process has run out. */
  synchronized void trim() {
    trim(0);
  }

  private void trim(int most) {
    for (Iterator<HostInode> oldest = idle.iterator(); idle.size() > most; ) {
      HostInode inode = oldest.next();
      oldest.remove();
      close(inode);
    }
  }

  private void close(HostInode inode) {
    files.close(inode.fd);
    inode.fd = -1;
  }

  private int openAgain(HostInode inode, int depth) {
    if (inode.parent == null || depth > MOST_ANCESTORS) {
      throw Errno.ESTALE.failure();
    }
    HostInode parent = inode.parent;
    int directory = pin(parent, depth + 1);
    try {
      int fd = files.openAt(directory, inode.name, O_PATH, 0);
      if (fd == -Errno.EMFILE.number() || fd == -Errno.ENFILE.number()) {
        trim();
        fd = files.openAt(directory, inode.name, O_PATH, 0);
      }
      if (fd < 0) {
        throw Errno.ESTALE.failure();
      }
      if (!inode.identity.equals(inode.fileSystem().identityOf(fd))) {
        files.close(fd);
        throw Errno.ESTALE.failure();
      }
      return fd;
    } finally {
      unpin(parent);
    }
  }
}
