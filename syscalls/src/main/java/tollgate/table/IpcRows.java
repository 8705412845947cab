package tollgate.table;

/** System V and POSIX inter-process communication. */
final class IpcRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row32("ipc", 117, "enum:ipc call, ulong first, ulong second, ulong third, ptr ptr, long fifth", planned("ipc"));
    row("shmget", 29, 395, "ipckey key, size size, flags:shmget shmflg", planned("ipc"));
    row("shmat", 30, 397, "int shmid, ptr shmaddr, flags:shmat shmflg : ptr", planned("ipc"));
    row("shmctl", 31, 396, "int shmid, enum:ipccmd cmd, ptr buf", planned("ipc"));
    row("shmdt", 67, 398, "ptr shmaddr", planned("ipc"));
    row("semget", 64, 393, "ipckey key, int nsems, flags:ipc semflg", planned("ipc"));
    row64("semop", 65, "int semid, ptr sops, uint nsops", planned("ipc"));
    row("semctl", 66, 394, "int semid, int semnum, enum:ipccmd cmd, any arg", planned("ipc"));
    row64("semtimedop", 220, "int semid, ptr sops, uint nsops, in timespec timeout", planned("ipc"), "2.5.52");
    row32("semtimedop_time64", 420, "int semid, ptr sops, uint nsops, in timespec64 timeout", planned("ipc"), "5.1");
    row("msgget", 68, 399, "ipckey key, flags:ipc msgflg", planned("ipc"));
    row("msgsnd", 69, 400, "int msqid, ptr msgp, size msgsz, flags:msgflg msgflg", planned("ipc"));
    row("msgrcv", 70, 401, "int msqid, ptr msgp, size msgsz, long msgtyp, flags:msgflg msgflg", planned("ipc"));
    row("msgctl", 71, 402, "int msqid, enum:ipccmd cmd, ptr buf", planned("ipc"));
    row("mq_open", 240, 277, "str name, flags:open oflag, mode:create mode, ptr:create attr : fd", planned("ipc"), "2.6.6");
    row("mq_unlink", 241, 278, "str name", planned("ipc"), "2.6.6");
    row("mq_timedsend", 242, 279, "fd mqdes, in msg_ptr[msg_len], size msg_len, uint msg_prio, in timespec abs_timeout", planned("ipc"), "2.6.6");
    row32("mq_timedsend_time64", 418, "fd mqdes, in msg_ptr[msg_len], size msg_len, uint msg_prio, in timespec64 abs_timeout", planned("ipc"), "5.1");
    row("mq_timedreceive", 243, 280, "fd mqdes, out msg_ptr[result], size msg_len, out uint msg_prio, in timespec abs_timeout", planned("ipc"), "2.6.6");
    row32("mq_timedreceive_time64", 419, "fd mqdes, out msg_ptr[result], size msg_len, out uint msg_prio, in timespec64 abs_timeout", planned("ipc"), "5.1");
    row("mq_notify", 244, 281, "fd mqdes, in sigevent sevp", planned("ipc"), "2.6.6");
    row("mq_getsetattr", 245, 282, "fd mqdes, ptr newattr, ptr oldattr", planned("ipc"), "2.6.6");
  }
  // spotless:on
}
