package tollgate.fs.dev;

/** What a terminal's job control needs to know of the guest's processes. */
public interface JobControl {
  /** A single process group that is always in the foreground. */
  JobControl NONE =
      new JobControl() {
        @Override
        public int foregroundGroup() {
          return 1;
        }

        @Override
        public void setForegroundGroup(int group) {}

        @Override
        public int session() {
          return 1;
        }
      };

  /** The process group in the foreground: tcgetpgrp(3). */
  int foregroundGroup();

  /** Puts a process group into the foreground; EPERM or ESRCH when it is not of this session. */
  void setForegroundGroup(int group);

  /** The session whose controlling terminal this is. */
  int session();
}
