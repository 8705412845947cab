package tollgate.fs.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A directory whose entries are declared once, while the tree is built. */
public final class FixedDirectory extends TreeDirectory {
  private static final int READ_SEARCH = 0555;

  private final Map<String, TreeInode> entries = new LinkedHashMap<>();

  /** An empty directory, dr-xr-xr-x, owned by root. */
  public FixedDirectory(TreeFs fileSystem) {
    super(fileSystem, READ_SEARCH, fileSystem.newNumber(), Owner.ROOT);
  }

  /** Declares a file that anyone may read. */
  public FixedDirectory file(String name, Supplier<String> text) {
    return entry(name, new GeneratedFile(tree(), 0444, tree().newNumber(), Owner.ROOT, text));
  }

  /** Declares a symbolic link. */
  public FixedDirectory link(String name, Supplier<String> target) {
    return entry(name, new GeneratedLink(tree(), tree().newNumber(), Owner.ROOT, target));
  }

  /** Declares a directory and returns it, for its own entries. */
  public FixedDirectory directory(String name) {
    FixedDirectory directory = new FixedDirectory(tree());
    entry(name, directory);
    return directory;
  }

  /** Declares any other entry. */
  public FixedDirectory entry(String name, TreeInode inode) {
    entries.put(name, inode);
    return this;
  }

  @Override
  public TreeInode lookup(String name) {
    return entries.get(name);
  }

  @Override
  public void list(Consumer<String> sink) {
    entries.keySet().forEach(sink);
  }

  @Override
  protected int links() {
    return 2 + (int) entries.values().stream().filter(e -> e instanceof TreeDirectory).count();
  }
}
