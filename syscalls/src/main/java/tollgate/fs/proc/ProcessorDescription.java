package tollgate.fs.proc;

import tollgate.entry.Vendor;

/**
 * The emulated processor as /proc/cpuinfo describes it.
 *
 * @param vendorId as CPUID leaf 0 spells it
 * @param family as CPUID leaf 1 gives it, base and extended together
 * @param model as CPUID leaf 1 gives it, base and extended together
 * @param modelName the brand string of CPUID leaves 0x80000002 to 4
 * @param stepping as CPUID leaf 1 gives it
 * @param level the highest basic CPUID leaf
 * @param flags the feature names that Linux prints, separated by spaces
 */
public record ProcessorDescription(
    String vendorId,
    int family,
    int model,
    String modelName,
    int stepping,
    int level,
    String flags) {
  private static final String COMMON_FLAGS =
      "fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse"
          + " sse2 syscall nx rdtscp lm constant_tsc rep_good nopl cpuid pni pclmulqdq ssse3 cx16"
          + " sse4_1 sse4_2 movbe popcnt aes rdrand hypervisor lahf_lm abm fsgsbase bmi1 bmi2 erms";

  /** A processor of a vendor with what every core of ours has. */
  public static ProcessorDescription of(Vendor vendor) {
    return vendor == Vendor.INTEL
        ? new ProcessorDescription(
            "GenuineIntel", 6, 60, "Tollgate virtual processor", 1, 13, COMMON_FLAGS)
        : new ProcessorDescription(
            "AuthenticAMD", 23, 49, "Tollgate virtual processor", 0, 13, COMMON_FLAGS);
  }

  /** /proc/cpuinfo: one processor (show_cpuinfo in arch/x86/kernel/cpu/proc.c). */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "processor\t", 0);
    line(text, "vendor_id\t", vendorId);
    line(text, "cpu family\t", family);
    line(text, "model\t\t", model);
    line(text, "model name\t", modelName);
    line(text, "stepping\t", stepping);
    line(text, "cpu MHz\t\t", "1000.000");
    line(text, "cache size\t", "512 KB");
    line(text, "physical id\t", 0);
    line(text, "siblings\t", 1);
    line(text, "core id\t\t", 0);
    line(text, "cpu cores\t", 1);
    line(text, "apicid\t\t", 0);
    line(text, "initial apicid\t", 0);
    line(text, "fpu\t\t", "yes");
    line(text, "fpu_exception\t", "yes");
    line(text, "cpuid level\t", level);
    line(text, "wp\t\t", "yes");
    line(text, "flags\t\t", flags);
    line(text, "bugs\t\t", "");
    line(text, "bogomips\t", "2000.00");
    line(text, "clflush size\t", 64);
    line(text, "cache_alignment\t", 64);
    line(text, "address sizes\t", "40 bits physical, 48 bits virtual");
    line(text, "power management", "");
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(name).append(":");
    if (!"".equals(value) || !name.startsWith("power")) {
      text.append(' ').append(value);
    }
    text.append('\n');
  }
}
