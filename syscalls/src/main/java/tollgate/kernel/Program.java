package tollgate.kernel;

import tollgate.abi.Abi;
import tollgate.fs.Dentry;

/**
 * The program that a process runs, as far as the kernel looks back at it.
 *
 * @param executable the file, for /proc/PID/exe; for scripts the interpreter
 * @param abi the program's own ABI
 * @param landingPad where the 32-bit fast entries return to, in the i386 vDSO
 * @param sigreturn the i386 vDSO's trampoline for classic signal frames
 * @param rtSigreturn the i386 vDSO's trampoline for real-time signal frames
 */
public record Program(
    Dentry executable, Abi abi, long landingPad, long sigreturn, long rtSigreturn) {}
