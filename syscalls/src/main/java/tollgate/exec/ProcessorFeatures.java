package tollgate.exec;

import tollgate.entry.Vendor;

/**
 * What the auxiliary vector and the vDSO need to know of the processor.
 *
 * @param vendor decides how the i386 vDSO enters the kernel
 * @param hwcap EDX of CPUID leaf 1: AT_HWCAP
 * @param hwcap2 AT_HWCAP2; bit 1 says that FSGSBASE works in user mode
 */
public record ProcessorFeatures(Vendor vendor, long hwcap, long hwcap2) {}
