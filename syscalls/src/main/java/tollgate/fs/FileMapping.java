package tollgate.fs;

import tollgate.mm.MappedFile;
import tollgate.mm.PageSource;

/**
 * An open file as a mapping keeps it: the place and the pages, not the descriptor, so that closing
 * the descriptor leaves the mapping as it is. Two mappings made through one description are equal.
 */
public final class FileMapping implements MappedFile {
  private final OpenFile file;
  private final Dentry dentry;
  private final PageSource pages;
  private final boolean writable;

  /**
   * A mapping of a file.
   *
   * <p>Fails with ENODEV when the file has no pages.
   */
  public FileMapping(OpenFile file) {
    this.file = file;
    dentry = file.dentry();
    pages = file.inode().pages();
    int access = file.flags() & 3; // O_ACCMODE
    writable = access == 1 || access == 2;
  }

  @Override
  public PageSource pages() {
    return pages;
  }

  @Override
  public String path() {
    return PathName.of(dentry, null);
  }

  @Override
  public long device() {
    return dentry.inode().fileSystem().device();
  }

  @Override
  public long inode() {
    return dentry.inode().number();
  }

  @Override
  public boolean writable() {
    return writable;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileMapping mapping && mapping.file == file;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(file);
  }
}
