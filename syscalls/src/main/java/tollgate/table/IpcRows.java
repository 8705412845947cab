package tollgate.table;

/** System V and POSIX inter-process communication. */
final class IpcRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at32("ipc", 117)) row("enum:ipc call, ulong first, ulong second, ulong third, ptr ptr, long fifth", planned("ipc"));
    if (at("shmget", 29, 395)) row("ipckey key, size size, flags:shmget shmflg", planned("ipc"));
    if (at("shmat", 30, 397)) row("int shmid, ptr shmaddr, flags:shmat shmflg : ptr", planned("ipc"));
    if (at("shmctl", 31, 396)) row("int shmid, enum:ipccmd cmd, ptr buf", planned("ipc"));
    if (at("shmdt", 67, 398)) row("ptr shmaddr", planned("ipc"));
    if (at("semget", 64, 393)) row("ipckey key, int nsems, flags:ipc semflg", planned("ipc"));
    if (at64("semop", 65)) row("int semid, ptr sops, uint nsops", planned("ipc"));
    if (at("semctl", 66, 394)) row("int semid, int semnum, enum:ipccmd cmd, any arg", planned("ipc"));
    if (at64("semtimedop", 220)) row("int semid, ptr sops, uint nsops, in timespec timeout", planned("ipc"), "2.5.52");
    if (at32("semtimedop_time64", 420)) row("int semid, ptr sops, uint nsops, in timespec64 timeout", planned("ipc"), "5.1");
    if (at("msgget", 68, 399)) row("ipckey key, flags:ipc msgflg", planned("ipc"));
    if (at("msgsnd", 69, 400)) row("int msqid, ptr msgp, size msgsz, flags:msgflg msgflg", planned("ipc"));
    if (at("msgrcv", 70, 401)) row("int msqid, ptr msgp, size msgsz, long msgtyp, flags:msgflg msgflg", planned("ipc"));
    if (at("msgctl", 71, 402)) row("int msqid, enum:ipccmd cmd, ptr buf", planned("ipc"));
    if (at("mq_open", 240, 277)) row("str name, flags:open oflag, mode:create mode, ptr:create attr : fd", planned("ipc"), "2.6.6");
    if (at("mq_unlink", 241, 278)) row("str name", planned("ipc"), "2.6.6");
    if (at("mq_timedsend", 242, 279)) row("fd mqdes, in msg_ptr[msg_len], size msg_len, uint msg_prio, in timespec abs_timeout", planned("ipc"), "2.6.6");
    if (at32("mq_timedsend_time64", 418)) row("fd mqdes, in msg_ptr[msg_len], size msg_len, uint msg_prio, in timespec64 abs_timeout", planned("ipc"), "5.1");
    if (at("mq_timedreceive", 243, 280)) row("fd mqdes, out msg_ptr[result], size msg_len, out uint msg_prio, in timespec abs_timeout", planned("ipc"), "2.6.6");
    if (at32("mq_timedreceive_time64", 419)) row("fd mqdes, out msg_ptr[result], size msg_len, out uint msg_prio, in timespec64 abs_timeout", planned("ipc"), "5.1");
    if (at("mq_notify", 244, 281)) row("fd mqdes, in sigevent sevp", planned("ipc"), "2.6.6");
    if (at("mq_getsetattr", 245, 282)) row("fd mqdes, ptr newattr, ptr oldattr", planned("ipc"), "2.6.6");
  }
  // spotless:on
}
