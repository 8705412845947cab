/**
 * The machine as a whole: memory, processor core, view of files and kernel put together for one
 * guest program. What the command line and tests build guests with.
 */
package tollgate.machine;
