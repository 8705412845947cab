/**
 * The Linux ABI as data: the two ABIs, C types and structs laid out for both, ioctl requests, error
 * numbers, and the guest's memory as kernel and devices see it.
 */
package tollgate.abi;
