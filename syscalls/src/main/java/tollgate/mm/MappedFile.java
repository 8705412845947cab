package tollgate.mm;

/** The file behind a mapping, as the address space and /proc/PID/maps see it. */
public interface MappedFile {
  /** Its pages. */
  PageSource pages();

  /** The path now, one char a byte, with " (deleted)" where the name is gone. */
  String path();

  /** The device of its file system in Linux's huge dev_t encoding. */
  long device();

  /** The inode number. */
  long inode();

  /** True when a shared mapping may be made writable: the file was opened for writing. */
  boolean writable();
}
