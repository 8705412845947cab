package tollgate.fs.tree;

import java.util.function.Consumer;
import java.util.function.Supplier;
import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/** A regular file whose text is generated when it is read from its start. */
public final class GeneratedFile extends TreeInode {
  private final Supplier<String> text;
  private final Consumer<String> writer;

  /**
   * A file that cannot be written: a write by someone who may open it gives EIO.
   *
   * @param text the content, one char a byte
   */
  public GeneratedFile(
      TreeFs fileSystem, int permissions, long number, Owner owner, Supplier<String> text) {
    this(fileSystem, permissions, number, owner, text, null);
  }

  /**
   * A file that takes writes, each as a whole.
   *
   * @param writer takes what one write(2) brought, or null
   */
  public GeneratedFile(
      TreeFs fileSystem,
      int permissions,
      long number,
      Owner owner,
      Supplier<String> text,
      Consumer<String> writer) {
    super(fileSystem, StatMode.S_IFREG | permissions, number, owner);
    this.text = text;
    this.writer = writer;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    return new OpenGeneratedFile(dentry, flags, this);
  }

  /** Opening with O_TRUNC is allowed and changes nothing. */
  @Override
  public void truncate(long size) {}

  String text() {
    return text.get();
  }

  void accept(String written) {
    if (writer == null) {
      throw Errno.EIO.failure();
    }
    writer.accept(written);
  }
}
