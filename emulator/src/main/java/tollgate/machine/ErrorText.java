package tollgate.machine;

import tollgate.abi.Errno;

/** Error numbers in words, for messages about the user's own files. */
final class ErrorText {
  private ErrorText() {}

  static String of(Errno errno) {
    return switch (errno) {
      case ENOENT -> "no such file or directory";
      case EACCES -> "permission denied";
      case ENOTDIR -> "a part of the path is not a directory";
      case EISDIR -> "is a directory";
      case ELOOP -> "too many symbolic links";
      case ENAMETOOLONG -> "the name is too long";
      case EMFILE, ENFILE -> "too many open files";
      case ENOMEM -> "not enough memory";
      case EROFS -> "the file system is read-only";
      case ENOSPC -> "no space left";
      default -> errno.name();
    };
  }
}
