package tollgate.kernel;

import tollgate.entry.Vendor;

/**
 * What is settled when a kernel is built.
 *
 * @param identity what uname(2) says
 * @param vendor whose processor the machine plays
 * @param hardwareCapabilities CPUID leaf 1 edx as the core answers it: AT_HWCAP
 */
public record KernelSettings(SystemIdentity identity, Vendor vendor, int hardwareCapabilities) {
  /** Everything at its default, for a vendor. */
  public static KernelSettings of(Vendor vendor) {
    return new KernelSettings(SystemIdentity.DEFAULT, vendor, 0x178bfbff);
  }
}
