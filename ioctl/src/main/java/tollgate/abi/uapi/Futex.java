package tollgate.abi.uapi;

/**
 * Operations of futex(2), membarrier(2) and rseq(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/futex.h, linux/membarrier.h,
 * linux/rseq.h.
 */
public final class Futex {
  public static final int FUTEX_32 = 2;
  public static final long FUTEX_BITSET_MATCH_ANY = 0xffffffffL;
  public static final int FUTEX_CLOCK_REALTIME = 256;
  public static final int FUTEX_CMD_MASK = -385;
  public static final int FUTEX_CMP_REQUEUE = 4;
  public static final int FUTEX_CMP_REQUEUE_PI = 12;
  public static final int FUTEX_CMP_REQUEUE_PI_PRIVATE = 0x8c;
  public static final int FUTEX_CMP_REQUEUE_PRIVATE = 0x84;
  public static final int FUTEX_FD = 2;
  public static final int FUTEX_LOCK_PI = 6;
  public static final int FUTEX_LOCK_PI2 = 13;
  public static final int FUTEX_LOCK_PI2_PRIVATE = 0x8d;
  public static final int FUTEX_LOCK_PI_PRIVATE = 0x86;
  public static final int FUTEX_OP_ADD = 1;
  public static final int FUTEX_OP_ANDN = 3;
  public static final int FUTEX_OP_CMP_EQ = 0;
  public static final int FUTEX_OP_CMP_GE = 5;
  public static final int FUTEX_OP_CMP_GT = 4;
  public static final int FUTEX_OP_CMP_LE = 3;
  public static final int FUTEX_OP_CMP_LT = 2;
  public static final int FUTEX_OP_CMP_NE = 1;
  public static final int FUTEX_OP_OPARG_SHIFT = 8;
  public static final int FUTEX_OP_OR = 2;
  public static final int FUTEX_OP_SET = 0;
  public static final int FUTEX_OP_XOR = 4;
  public static final int FUTEX_OWNER_DIED = 0x40000000;
  public static final int FUTEX_PRIVATE_FLAG = 128;
  public static final int FUTEX_REQUEUE = 3;
  public static final int FUTEX_REQUEUE_PRIVATE = 0x83;
  public static final int FUTEX_TID_MASK = 0x3fffffff;
  public static final int FUTEX_TRYLOCK_PI = 8;
  public static final int FUTEX_TRYLOCK_PI_PRIVATE = 0x88;
  public static final int FUTEX_UNLOCK_PI = 7;
  public static final int FUTEX_UNLOCK_PI_PRIVATE = 0x87;
  public static final int FUTEX_WAIT = 0;
  public static final long FUTEX_WAITERS = 0x80000000L;
  public static final int FUTEX_WAITV_MAX = 128;
  public static final int FUTEX_WAIT_BITSET = 9;
  public static final int FUTEX_WAIT_BITSET_PRIVATE = 0x89;
  public static final int FUTEX_WAIT_PRIVATE = 0x80;
  public static final int FUTEX_WAIT_REQUEUE_PI = 11;
  public static final int FUTEX_WAIT_REQUEUE_PI_PRIVATE = 0x8b;
  public static final int FUTEX_WAKE = 1;
  public static final int FUTEX_WAKE_BITSET = 10;
  public static final int FUTEX_WAKE_BITSET_PRIVATE = 0x8a;
  public static final int FUTEX_WAKE_OP = 5;
  public static final int FUTEX_WAKE_OP_PRIVATE = 0x85;
  public static final int FUTEX_WAKE_PRIVATE = 0x81;
  public static final int MEMBARRIER_CMD_GLOBAL = 1;
  public static final int MEMBARRIER_CMD_GLOBAL_EXPEDITED = 2;
  public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED = 8;
  public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ = 128;
  public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE = 32;
  public static final int MEMBARRIER_CMD_QUERY = 0;
  public static final int MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED = 4;
  public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 16;
  public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ = 256;
  public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE = 64;
  public static final int RSEQ_CPU_ID_REGISTRATION_FAILED = -2;
  public static final int RSEQ_CPU_ID_UNINITIALIZED = -1;
  public static final int RSEQ_FLAG_UNREGISTER = 1;

  private Futex() {}
}
