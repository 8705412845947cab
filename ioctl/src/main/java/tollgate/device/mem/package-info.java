/** The memory devices, major 1: null, zero, full, random and urandom. */
package tollgate.device.mem;
