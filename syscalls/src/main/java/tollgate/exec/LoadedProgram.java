package tollgate.exec;

import tollgate.fs.OpenFile;
import tollgate.mm.AddressSpace;

/**
 * A program ready to run.
 *
 * @param space its memory, with one reference that the receiver owns
 * @param executable what /proc/PID/exe shows: for a script its interpreter; the receiver owns one
 *     reference
 * @param command the name of the task, at most 15 chars
 * @param vdso the vDSO in the space
 */
public record LoadedProgram(
    AddressSpace space, StartState start, OpenFile executable, String command, VdsoMapping vdso) {}
