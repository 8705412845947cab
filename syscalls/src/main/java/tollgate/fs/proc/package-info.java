/**
 * procfs (fs/proc in the kernel; proc(5)): what processes and the system look like, generated from
 * live state in the formats that Linux prints. Depends on the kernel, never the other way round.
 */
package tollgate.fs.proc;
