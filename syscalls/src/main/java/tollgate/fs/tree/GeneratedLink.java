package tollgate.fs.tree;

import java.util.function.Supplier;
import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/** A symbolic link whose text is generated; a magic one leads to a place whatever its text says. */
public final class GeneratedLink extends TreeInode {
  private final Supplier<String> target;
  private final Supplier<Dentry> place;
  private final long size;

  /** An ordinary link, lrwxrwxrwx. */
  public GeneratedLink(TreeFs fileSystem, long number, Owner owner, Supplier<String> target) {
    this(fileSystem, 0777, number, owner, target, null, 0);
  }

  /**
   * A magic link.
   *
   * @param target what readlink(2) says; null from it means ENOENT
   * @param place where following it leads; null from it means ENOENT
   * @param size what stat(2) says, which is not the length of the text
   */
  public GeneratedLink(
      TreeFs fileSystem,
      int permissions,
      long number,
      Owner owner,
      Supplier<String> target,
      Supplier<Dentry> place,
      long size) {
    super(fileSystem, StatMode.S_IFLNK | permissions, number, owner);
    this.target = target;
    this.place = place;
    this.size = size;
  }

  @Override
  protected long size() {
    return size;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    throw Errno.ELOOP.failure();
  }

  @Override
  public String readLink() {
    return orMissing(target.get());
  }

  @Override
  public Dentry followMagic() {
    return place == null ? null : orMissing(place.get());
  }

  private static <T> T orMissing(T value) {
    if (value == null) {
      throw Errno.ENOENT.failure();
    }
    return value;
  }
}
