package tollgate.fs;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * A place in the name space: an inode, the name it was found under, the directory that name is in,
 * and the mount. As long as anyone holds it, a name leads to one and the same dentry; a rename
 * moves it, an unlink marks it. Parents lead to the root of the mount. Safe for all threads.
 */
public final class Dentry {
  private static final int FIRST_SWEEP = 64;

  private final Inode inode;
  private final Mount mount;
  private volatile Place place;
  private volatile boolean removed;
  private volatile Mount covering;
  private Map<String, WeakReference<Dentry>> children;
  private int sweepAt = FIRST_SWEEP;

  /**
   * A place.
   *
   * @param parent the directory, or null for the root of a mount and for nameless files
   * @param name the name in it; for nameless files what /proc/self/fd shows, like {@code pipe:[7]}
   * @param mount the mount it is seen through, or null for nameless files
   */
  public Dentry(Dentry parent, String name, Inode inode, Mount mount) {
    this.place = new Place(parent, name);
    this.inode = inode;
    this.mount = mount;
  }

  /** The directory the name is in; null for the root of a mount and for nameless files. */
  public Dentry parent() {
    return place.parent;
  }

  public String name() {
    return place.name;
  }

  public Inode inode() {
    return inode;
  }

  public Mount mount() {
    return mount;
  }

  /** True once the name was unlinked; paths then show " (deleted)". */
  public boolean removed() {
    return removed;
  }

  /** True when the place is {@code ancestor} or below it within one mount. */
  public boolean isWithin(Dentry ancestor) {
    for (Dentry d = this; d != null; d = d.parent()) {
      if (d == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Parent and name at one moment. */
  Place place() {
    return place;
  }

  /** A place in this directory whose name was never there: what O_TMPFILE opens. */
  public Dentry nameless(String shown, Inode file) {
    Dentry dentry = new Dentry(this, shown, file, mount);
    dentry.remove();
    return dentry;
  }

  /** Marks the name as unlinked. */
  void remove() {
    removed = true;
  }

  /** The mount that covers this directory, or null. */
  Mount covering() {
    return covering;
  }

  void cover(Mount mount) {
    covering = mount;
  }

  /**
   * Finds the child of a name: the cached one while it still holds, else what the inode finds.
   *
   * @return null when there is no such entry
   */
  synchronized Dentry child(String childName) {
    Dentry cached = cached(childName);
    if (cached != null && !inode.volatileNames()) {
      return cached;
    }
    Inode found = inode.lookup(childName);
    if (cached != null && found != null && cached.inode.isSame(found)) {
      return cached;
    }
    if (cached != null) {
      cached.remove();
      children.remove(childName);
    }
    return found == null ? null : adopt(childName, new Dentry(this, childName, found, mount));
  }

  /** The child that a name just got. */
  synchronized Dentry added(String childName, Inode child) {
    return adopt(childName, new Dentry(this, childName, child, mount));
  }

  /** Forgets the child of a name that was unlinked. */
  synchronized void dropped(String childName) {
    Dentry gone = cached(childName);
    if (gone != null) {
      gone.remove();
      children.remove(childName);
    }
  }

  /** Takes note that {@code child} has this place now. */
  void moveIn(String newName, Dentry child) {
    Place old = child.place;
    synchronized (old.parent) {
      if (old.parent.cached(old.name) == child) {
        old.parent.children.remove(old.name);
      }
    }
    synchronized (this) {
      child.place = new Place(this, newName);
      adopt(newName, child);
    }
  }

  private Dentry adopt(String childName, Dentry child) {
    if (children == null) {
      children = new HashMap<>();
    } else if (children.size() >= sweepAt) {
      sweep();
    }
    children.put(childName, new WeakReference<>(child));
    return child;
  }

  private Dentry cached(String childName) {
    if (children == null) {
      return null;
    }
    WeakReference<Dentry> reference = children.get(childName);
    return reference == null ? null : reference.get();
  }

  private void sweep() {
    for (Iterator<WeakReference<Dentry>> i = children.values().iterator(); i.hasNext(); ) {
      if (i.next().get() == null) {
        i.remove();
      }
    }
    sweepAt = Math.max(FIRST_SWEEP, children.size() * 2);
  }

  /** Where a dentry is. */
  record Place(Dentry parent, String name) {}
}
