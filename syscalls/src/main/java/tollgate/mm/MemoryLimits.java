package tollgate.mm;

/** The resource limits of a process that memory management asks for, in bytes, read when needed. */
public interface MemoryLimits {
  /** RLIM_INFINITY. */
  long INFINITY = -1L >>> 1;

  /** No limits but the default 8 MiB stack and locked memory. */
  MemoryLimits DEFAULT =
      new MemoryLimits() {
        @Override
        public long addressSpace() {
          return INFINITY;
        }

        @Override
        public long data() {
          return INFINITY;
        }

        @Override
        public long stack() {
          return 8L << 20;
        }

        @Override
        public long locked() {
          return 8L << 20;
        }
      };

  /** RLIMIT_AS, soft. */
  long addressSpace();

  /** RLIMIT_DATA, soft. */
  long data();

  /** RLIMIT_STACK, soft. */
  long stack();

  /** RLIMIT_MEMLOCK, soft; {@link #INFINITY} with CAP_IPC_LOCK. */
  long locked();
}
