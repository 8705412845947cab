package tollgate.abi.uapi;

/**
 * Commands and flags of System V IPC and the calls of ipc(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from limits.h, linux/ipc.h, linux/msg.h,
 * linux/sem.h, linux/shm.h.
 */
public final class Ipc {
  public static final int DIPC = 25;
  public static final int GETALL = 13;
  public static final int GETNCNT = 14;
  public static final int GETPID = 11;
  public static final int GETVAL = 12;
  public static final int GETZCNT = 15;
  public static final int IPC_64 = 0x100;
  public static final int IPC_CREAT = 01000;
  public static final int IPC_DIPC = 010000;
  public static final int IPC_EXCL = 02000;
  public static final int IPC_INFO = 3;
  public static final int IPC_NOWAIT = 04000;
  public static final int IPC_OLD = 0;
  public static final int IPC_OWN = 020000;
  public static final int IPC_PRIVATE = 0;
  public static final int IPC_RMID = 0;
  public static final int IPC_SET = 1;
  public static final int IPC_STAT = 2;
  public static final int MSGCTL = 14;
  public static final int MSGGET = 13;
  public static final int MSGMAX = 8192;
  public static final int MSGMNB = 16384;
  public static final int MSGMNI = 32000;
  public static final int MSGRCV = 12;
  public static final int MSGSEG = 65535;
  public static final int MSGSND = 11;
  public static final int MSGSSZ = 16;
  public static final int MSG_COPY = 040000;
  public static final int MSG_EXCEPT = 020000;
  public static final int MSG_INFO = 12;
  public static final int MSG_NOERROR = 010000;
  public static final int MSG_STAT = 11;
  public static final int MSG_STAT_ANY = 13;
  public static final int SEMAEM = 32767;
  public static final int SEMCTL = 3;
  public static final int SEMGET = 2;
  public static final int SEMMNI = 32000;
  public static final int SEMMNS = 1024000000;
  public static final int SEMMSL = 32000;
  public static final int SEMOP = 1;
  public static final int SEMOPM = 500;
  public static final int SEMTIMEDOP = 4;
  public static final int SEMUSZ = 20;
  public static final int SEMVMX = 32767;
  public static final int SEM_INFO = 19;
  public static final int SEM_STAT = 18;
  public static final int SEM_STAT_ANY = 20;
  public static final int SEM_UNDO = 0x1000;
  public static final int SEM_VALUE_MAX = 2147483647;
  public static final int SETALL = 17;
  public static final int SETVAL = 16;
  public static final int SHMALL_X86_64 = -16777217;
  public static final long SHMALL_I386 = 0xfeffffffL;
  public static final int SHMAT = 21;
  public static final int SHMCTL = 24;
  public static final int SHMDT = 22;
  public static final int SHMGET = 23;
  public static final int SHMMAX_X86_64 = -16777217;
  public static final long SHMMAX_I386 = 0xfeffffffL;
  public static final int SHMMIN = 1;
  public static final int SHMMNI = 4096;
  public static final int SHMSEG = 4096;
  public static final int SHM_EXEC = 0100000;
  public static final int SHM_HUGETLB = 04000;
  public static final long SHM_HUGE_16GB = 0x88000000L;
  public static final int SHM_HUGE_16MB = 0x60000000;
  public static final int SHM_HUGE_1GB = 0x78000000;
  public static final int SHM_HUGE_1MB = 0x50000000;
  public static final int SHM_HUGE_256MB = 0x70000000;
  public static final int SHM_HUGE_2GB = 0x7c000000;
  public static final int SHM_HUGE_2MB = 0x54000000;
  public static final int SHM_HUGE_32MB = 0x64000000;
  public static final int SHM_HUGE_512KB = 0x4c000000;
  public static final int SHM_HUGE_512MB = 0x74000000;
  public static final int SHM_HUGE_64KB = 0x40000000;
  public static final int SHM_HUGE_8MB = 0x5c000000;
  public static final int SHM_HUGE_MASK = 0x3f;
  public static final int SHM_HUGE_SHIFT = 26;
  public static final int SHM_INFO = 14;
  public static final int SHM_LOCK = 11;
  public static final int SHM_NORESERVE = 010000;
  public static final int SHM_R = 0400;
  public static final int SHM_RDONLY = 010000;
  public static final int SHM_REMAP = 040000;
  public static final int SHM_RND = 020000;
  public static final int SHM_STAT = 13;
  public static final int SHM_STAT_ANY = 15;
  public static final int SHM_UNLOCK = 12;
  public static final int SHM_W = 0200;

  private Ipc() {}
}
