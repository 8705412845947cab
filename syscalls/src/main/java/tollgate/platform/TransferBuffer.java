package tollgate.platform;

/** The array through which a thread moves bytes between a guest and the host. */
public final class TransferBuffer {
  private static final ThreadLocal<byte[]> CURRENT =
      ThreadLocal.withInitial(() -> new byte[HostFiles.MAX_ARRAY_BYTES]);

  private TransferBuffer() {}

  /** The current thread's array, of {@link HostFiles#MAX_ARRAY_BYTES}; to be used at once. */
  public static byte[] current() {
    return CURRENT.get();
  }
}
