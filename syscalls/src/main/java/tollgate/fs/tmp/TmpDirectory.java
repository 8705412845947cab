package tollgate.fs.tmp;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.DirectorySink;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;

/**
 * A directory in memory. Entries keep the position they were added at, so that a listing in several
 * calls shows each entry that stays exactly once, whatever comes and goes meanwhile.
 */
final class TmpDirectory extends TmpInode {
  static final int NAME_MAX = 255;

  /** What an entry adds to the size that stat(2) reports (BOGO_DIRENT_SIZE of mm/shmem.c). */
  private static final int ENTRY_SIZE = 20;

  private static final long FIRST_POSITION = 2;

  private final Map<String, Entry> byName = new HashMap<>();
  private final TreeMap<Long, Entry> byPosition = new TreeMap<>();
  private long nextPosition = FIRST_POSITION;
  private volatile TmpDirectory parent;
  private boolean removed;

  TmpDirectory(TmpFs fileSystem, int mode, int uid, int gid) {
    super(fileSystem, mode, uid, gid);
    links(1);
  }

  void setParent(TmpDirectory directory) {
    parent = directory;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    opens(1);
    return new TmpOpenDirectory(dentry, flags, this);
  }

  @Override
  synchronized long size() {
    return (byName.size() + 2L) * ENTRY_SIZE;
  }

  @Override
  public synchronized Inode lookup(String name) {
    if (name.length() > NAME_MAX) {
      throw Errno.ENAMETOOLONG.failure();
    }
    Entry entry = byName.get(name);
    return entry == null ? null : entry.inode;
  }

  @Override
  public Inode create(String name, int mode, int uid, int gid, long rawDevice) {
    TmpInode made =
        StatMode.isRegular(mode)
            ? new TmpFile(tmpFs(), mode, uid, gid)
            : new TmpNode(tmpFs(), mode, uid, gid, rawDevice);
    return addOrDrop(name, made);
  }

  @Override
  public OpenFile openNameless(Dentry directory, int flags, int mode, int uid, int gid) {
    TmpFile file = new TmpFile(tmpFs(), mode, uid, gid);
    OpenFile open = file.open(directory.nameless("#" + file.number(), file), flags);
    file.links(-1);
    return open;
  }

  @Override
  public Inode makeDirectory(String name, int mode, int uid, int gid) {
    TmpDirectory made =
        new TmpDirectory(tmpFs(), StatMode.S_IFDIR | (mode & StatMode.PERMISSIONS), uid, gid);
    made.setParent(this);
    addOrDrop(name, made);
    links(1);
    return made;
  }

  @Override
  public Inode makeSymbolicLink(String name, String target, int uid, int gid) {
    return addOrDrop(name, new TmpSymlink(tmpFs(), target, uid, gid));
  }

  @Override
  public void link(String name, Inode target) {
    TmpInode inode = (TmpInode) target;
    synchronized (this) {
      requireFree(name);
      put(name, inode);
    }
    inode.links(1);
    inode.touchChanged();
    touchModified();
  }

  @Override
  public void unlink(String name) {
    TmpInode inode;
    synchronized (this) {
      inode = get(name).inode;
      if (inode instanceof TmpDirectory) {
        throw Errno.EISDIR.failure();
      }
      take(name);
    }
    inode.touchChanged();
    inode.links(-1);
    touchModified();
  }

  @Override
  public void removeDirectory(String name) {
    TmpDirectory victim = directory(get(name));
    victim.markRemoved();
    synchronized (this) {
      take(name);
    }
    links(-1);
    touchModified();
  }

  @Override
  public void rename(String name, Inode toDirectory, String toName, int flags) {
    TmpDirectory to = (TmpDirectory) toDirectory;
    TmpInode moving = get(name).inode;
    Inode existing = to.lookup(toName);
    if ((flags & Fcntl.RENAME_EXCHANGE) != 0) {
      TmpInode other = to.get(toName).inode;
      to.replace(toName, moving);
      replace(name, other);
      moving.becomesChildOf(to, this);
      other.becomesChildOf(this, to);
    } else {
      if (existing instanceof TmpDirectory) {
        to.removeDirectory(toName);
      } else if (existing != null) {
        to.unlink(toName);
      }
      synchronized (this) {
        take(name);
      }
      synchronized (to) {
        to.put(toName, moving);
      }
      moving.becomesChildOf(to, this);
    }
    moving.touchChanged();
    touchModified();
    to.touchModified();
  }

  @Override
  void becomesChildOf(TmpDirectory to, TmpDirectory from) {
    if (to != from) {
      parent = to;
      from.links(-1);
      to.links(1);
    }
  }

  /** Hands entries to the sink from a position on; returns the position to go on from. */
  long list(long from, DirectorySink sink) {
    long at = from;
    if (at == 0) {
      if (!sink.entry(".", number(), StatMode.directoryType(StatMode.S_IFDIR), 1)) {
        return at;
      }
      at = 1;
    }
    if (at == 1) {
      int type = StatMode.directoryType(StatMode.S_IFDIR);
      if (!sink.entry("..", parent.number(), type, FIRST_POSITION)) {
        return at;
      }
      at = FIRST_POSITION;
    }
    while (true) {
      Entry entry = from(at);
      if (entry == null) {
        return at;
      }
      int type = StatMode.directoryType(entry.inode.mode());
      if (!sink.entry(entry.name, entry.inode.number(), type, entry.position + 1)) {
        return at;
      }
      at = entry.position + 1;
    }
  }

  private synchronized Entry from(long position) {
    Map.Entry<Long, Entry> found = byPosition.ceilingEntry(position);
    return found == null ? null : found.getValue();
  }

  private Inode addOrDrop(String name, TmpInode made) {
    try {
      synchronized (this) {
        requireFree(name);
        put(name, made);
      }
    } catch (RuntimeException e) {
      made.links(-made.links());
      throw e;
    }
    touchModified();
    return made;
  }

  private void requireFree(String name) {
    if (removed) {
      throw Errno.ENOENT.failure();
    }
    if (lookup(name) != null) {
      throw Errno.EEXIST.failure();
    }
  }

  private void markRemoved() {
    synchronized (this) {
      if (!byName.isEmpty()) {
        throw Errno.ENOTEMPTY.failure();
      }
      removed = true;
    }
    touchChanged();
    links(-2);
  }

  private synchronized Entry get(String name) {
    Entry entry = byName.get(name);
    if (entry == null) {
      throw Errno.ENOENT.failure();
    }
    return entry;
  }

  private static TmpDirectory directory(Entry entry) {
    if (entry.inode instanceof TmpDirectory directory) {
      return directory;
    }
    throw Errno.ENOTDIR.failure();
  }

  private void put(String name, TmpInode inode) {
    Entry entry = new Entry(name, inode, nextPosition++);
    byName.put(name, entry);
    byPosition.put(entry.position, entry);
  }

  private void take(String name) {
    Entry entry = byName.remove(name);
    byPosition.remove(entry.position);
  }

  private synchronized void replace(String name, TmpInode inode) {
    Entry entry = new Entry(name, inode, byName.get(name).position);
    byName.put(name, entry);
    byPosition.put(entry.position, entry);
  }

  private record Entry(String name, TmpInode inode, long position) {}
}
