package tollgate.device.mem;

import java.util.function.Supplier;
import tollgate.device.CharDevice;
import tollgate.device.DeviceNumber;
import tollgate.device.DeviceRegistry;
import tollgate.device.OpenDevice;

/** A memory device: major 1 (drivers/char/mem.c). */
public final class MemoryDevice implements CharDevice {
  private static final int MAJOR = 1;

  private final String name;
  private final DeviceNumber number;
  private final Supplier<OpenDevice> opener;

  private MemoryDevice(String name, int minor, Supplier<OpenDevice> opener) {
    this.name = name;
    this.number = new DeviceNumber(MAJOR, minor);
    this.opener = opener;
  }

  /** Registers null, zero, full, random and urandom. */
  public static void registerAll(DeviceRegistry registry, RandomSource randomness) {
    registry
        .register(new MemoryDevice("null", 3, NullDevice::new))
        .register(new MemoryDevice("zero", 5, ZeroDevice::new))
        .register(new MemoryDevice("full", 7, FullDevice::new))
        .register(new MemoryDevice("random", 8, () -> new RandomDevice(randomness)))
        .register(new MemoryDevice("urandom", 9, () -> new RandomDevice(randomness)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceNumber number() {
    return number;
  }

  @Override
  public OpenDevice open(int flags) {
    return opener.get();
  }
}
