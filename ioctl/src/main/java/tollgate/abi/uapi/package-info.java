/**
 * What the kernel's user-space headers say: a class for each struct, and a class of constants for
 * each family. No logic. The constants are generated, the structs proved against the C compiler.
 */
package tollgate.abi.uapi;
