package tollgate.fs;

/** Turns a place back into text (fs/d_path.c). */
public final class PathName {
  private PathName() {}

  /**
   * The path from a root as /proc shows it: with " (deleted)" after unlinked names; nameless files
   * by their own name; a place outside the root by its path from where its way up ends.
   */
  public static String of(Dentry dentry, Dentry root) {
    if (dentry.mount() == null) {
      return dentry.name();
    }
    StringBuilder path = new StringBuilder();
    prependAll(path, dentry, root);
    return dentry.removed() ? path.append(" (deleted)").toString() : path.toString();
  }

  /**
   * What getcwd(2) returns: "(unreachable)" before a path outside the root.
   *
   * @return null when the directory was removed (ENOENT)
   */
  public static String ofWorkingDirectory(Dentry directory, Dentry root) {
    if (directory.removed()) {
      return null;
    }
    StringBuilder path = new StringBuilder();
    boolean reached = prependAll(path, directory, root);
    return reached ? path.toString() : "(unreachable)" + path;
  }

  private static boolean prependAll(StringBuilder path, Dentry from, Dentry root) {
    Dentry at = from;
    boolean reached;
    while (true) {
      if (at == root) {
        reached = true;
        break;
      }
      Dentry.Place place = at.place();
      if (place.parent() != null) {
        path.insert(0, place.name()).insert(0, '/');
        at = place.parent();
      } else {
        Dentry point = at.mount().mountPoint();
        if (point == null) {
          reached = at == root || root == null;
          break;
        }
        at = point;
      }
    }
    if (path.length() == 0) {
      path.append('/');
    }
    return reached;
  }
}
