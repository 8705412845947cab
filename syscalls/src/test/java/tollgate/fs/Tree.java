package tollgate.fs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.tmp.TmpFs;

/** A name space in memory for tests, with the words to build and use it. */
public final class Tree {
  public final AtomicLong clock = new AtomicLong(1_700_000_000_000_000_000L);
  public final TmpFs tmp;
  public final Vfs vfs;
  public final FsContext fs;
  public final FileTable files = new FileTable();
  public FsCredentials who = FsCredentials.KERNEL;

  /** A tree with room for so many bytes and inodes. */
  public Tree(long bytes, long inodes) {
    tmp = new TmpFs("tmpfs", 9, bytes, inodes, 0755, clock::incrementAndGet);
    vfs = new Vfs(tmp, "none");
    fs = new FsContext(vfs, 0);
  }

  public PathWalk walk() {
    return new PathWalk(fs, files, who);
  }

  public Dentry find(String path) {
    return walk().find(Fcntl.AT_FDCWD, path, PathWalk.FOLLOW);
  }

  public Dentry directory(String path) {
    PathWalk walk = at(path);
    return vfs.changes().makeDirectory(walk.directory(), walk.name(), 0755, who);
  }

  public Dentry file(String path) {
    return file(path, StatMode.S_IFREG | 0644);
  }

  public Dentry file(String path, int mode) {
    PathWalk walk = at(path);
    return vfs.changes().create(walk.directory(), walk.name(), mode, 0, who);
  }

  public Dentry link(String path, String target) {
    PathWalk walk = at(path);
    return vfs.changes().makeSymbolicLink(walk.directory(), walk.name(), target, who);
  }

  public void unlink(String path) {
    PathWalk walk = at(path);
    vfs.changes().unlink(walk.directory(), walk.name(), false, who);
  }

  public void removeDirectory(String path) {
    PathWalk walk = at(path);
    vfs.changes().removeDirectory(walk.directory(), walk.name(), who);
  }

  public void rename(String from, String to, int flags) {
    PathWalk a = at(from);
    PathWalk b = at(to);
    vfs.changes()
        .rename(a.directory(), a.name(), false, b.directory(), b.name(), false, flags, who);
  }

  public OpenFile open(String path, int flags) {
    return vfs.open(find(path), flags, who, false);
  }

  public FileStatus status(String path) {
    FileStatus status = new FileStatus();
    find(path).inode().status(status);
    return status;
  }

  /** The names in a directory in the order of the listing, without the two dots. */
  public List<String> names(String path) {
    List<String> names = new ArrayList<>();
    OpenFile open = open(path, Fcntl.O_RDONLY);
    open.readDirectory((name, inode, type, next) -> names.add(name));
    open.release();
    names.removeAll(List.of(".", ".."));
    return names;
  }

  /** The path of a place as the context sees it. */
  public String path(Dentry dentry) {
    return PathName.of(dentry, fs.root());
  }

  /** Bytes in memory as what a write takes. */
  public static IovIter bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new IovIter().reset(bytes, 0, bytes.length);
  }

  /** What one read of at most {@code limit} bytes gives. */
  public static String read(OpenFile file, int limit) {
    byte[] into = new byte[limit];
    int got = (int) file.read(new IovIter().reset(into, 0, limit));
    return new String(into, 0, got, StandardCharsets.ISO_8859_1);
  }

  private PathWalk at(String path) {
    PathWalk walk = walk();
    walk.parent(Fcntl.AT_FDCWD, path);
    return walk;
  }
}
