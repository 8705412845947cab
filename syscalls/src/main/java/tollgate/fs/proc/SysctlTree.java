package tollgate.fs.proc;

import java.util.function.Supplier;
import tollgate.fs.tree.FixedDirectory;
import tollgate.kernel.Kernel;
import tollgate.kernel.SystemIdentity;
import tollgate.mm.AddressLayout;

/** /proc/sys: the settings that programs read (sysctl(8), Documentation/admin-guide/sysctl). */
final class SysctlTree {
  private static final int UUID_BYTES = 16;

  private final Kernel kernel;
  private final String bootId;

  SysctlTree(Kernel kernel) {
    this.kernel = kernel;
    this.bootId = uuid();
  }

  /** Declares the tree in an empty directory. */
  void declare(FixedDirectory sys) {
    FixedDirectory fs = sys.directory("fs");
    fs.file("file-max", number(9_223_372_036_854_775_807L))
        .file("file-nr", () -> "0\t0\t9223372036854775807\n")
        .file("nr_open", number(1L << 20))
        .file("pipe-max-size", number(1L << 20))
        .file("suid_dumpable", number(0));
    SystemIdentity identity = kernel.identity();
    FixedDirectory system = sys.directory("kernel");
    system
        .file("cap_last_cap", number(40))
        .file("core_pattern", () -> "core\n")
        .file("domainname", () -> identity.domainName() + "\n")
        .file("hostname", () -> identity.nodeName() + "\n")
        .file("ngroups_max", number(65_536))
        .file("osrelease", () -> identity.release() + "\n")
        .file("ostype", () -> SystemIdentity.SYSTEM_NAME + "\n")
        .file("overflowgid", number(65_534))
        .file("overflowuid", number(65_534))
        .file("pid_max", number(32_768))
        .file("randomize_va_space", number(2))
        .file("threads-max", number(32_768))
        .file("version", () -> identity.version() + "\n");
    system
        .directory("random")
        .file("boot_id", () -> bootId + "\n")
        .file("entropy_avail", number(256))
        .file("poolsize", number(256))
        .file("uuid", () -> uuid() + "\n");
    sys.directory("vm")
        .file("max_map_count", number(65_530))
        .file("mmap_min_addr", number(AddressLayout.MMAP_MIN_ADDR))
        .file("overcommit_memory", number(0))
        .file("overcommit_ratio", number(50))
        .file("swappiness", number(60));
  }

  private static Supplier<String> number(long value) {
    return () -> value + "\n";
  }

  /** A random (version 4) UUID. */
  private String uuid() {
    byte[] bytes = new byte[UUID_BYTES];
    kernel.random().fill(bytes, 0, UUID_BYTES);
    bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < UUID_BYTES; i++) {
      text.append(i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "");
      text.append(Character.forDigit(bytes[i] >> 4 & 15, 16));
      text.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return text.toString();
  }
}
