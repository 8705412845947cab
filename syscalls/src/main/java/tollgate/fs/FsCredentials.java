package tollgate.fs;

/** Who accesses files, as far as the file systems ask: the file-access part of struct cred. */
public interface FsCredentials {
  int CAP_CHOWN = 0;
  int CAP_DAC_OVERRIDE = 1;
  int CAP_DAC_READ_SEARCH = 2;
  int CAP_FOWNER = 3;
  int CAP_FSETID = 4;
  int CAP_SYS_CHROOT = 18;
  int CAP_SYS_ADMIN = 21;
  int CAP_SYS_RESOURCE = 24;
  int CAP_MKNOD = 27;

  /** The kernel itself: may do everything. */
  FsCredentials KERNEL = new KernelCredentials();

  /** User id for file access. */
  int fsuid();

  /** Group id for file access. */
  int fsgid();

  /** True when the group is the file-access group or a supplementary one. */
  boolean inGroup(int group);

  /** True when the effective set has a capability (CAP_* number). */
  boolean capable(int capability);
}
