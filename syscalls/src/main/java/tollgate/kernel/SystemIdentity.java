package tollgate.kernel;

/**
 * What uname(2), /proc/version and /proc/sys/kernel say this system is.
 *
 * @param nodeName the host name
 * @param release the kernel release, as in {@code uname -r}
 * @param version the build, as in {@code uname -v}
 * @param domainName the NIS domain, "(none)" when there is none
 */
public record SystemIdentity(String nodeName, String release, String version, String domainName) {
  /** The operating system's name, as in {@code uname -s}. */
  public static final String SYSTEM_NAME = "Linux";

  /** The machine's name for both ABIs, as a 64-bit kernel gives it, as in {@code uname -m}. */
  public static final String MACHINE = "x86_64";

  /** What a machine says of itself unless its user wants something else. */
  public static final SystemIdentity DEFAULT =
      new SystemIdentity(
          "tollgate", "6.12.0-tollgate", "#1 SMP PREEMPT_DYNAMIC Tollgate 0.1.0", "(none)");
}
