package tollgate.table;

/**
 * What stands behind a row: its level of support, why it is not full, and the code.
 *
 * @param support how far the call is implemented
 * @param reason what is missing, in a few words; empty for {@link Support#FULL}
 * @param handler the code, null where the call answers ENOSYS
 */
record Binding(Support support, String reason, SyscallHandler handler) {}
