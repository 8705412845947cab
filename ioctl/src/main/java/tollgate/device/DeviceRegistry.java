package tollgate.device;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The character devices of a machine, by number for opening and in order for /dev. Safe for all
 * threads.
 */
public final class DeviceRegistry {
  private final Map<DeviceNumber, CharDevice> byNumber = new ConcurrentHashMap<>();
  private final List<CharDevice> inOrder = new CopyOnWriteArrayList<>();

  /** An empty registry. */
  public DeviceRegistry() {}

  /**
   * Adds a device.
   *
   * @throws IllegalArgumentException if its number is taken
   */
  public DeviceRegistry register(CharDevice device) {
    CharDevice other = byNumber.putIfAbsent(device.number(), device);
    if (other != null) {
      throw new IllegalArgumentException(
          device.name() + " and " + other.name() + " are both " + device.number());
    }
    inOrder.add(device);
    return this;
  }

  /** Adds the devices that jars on the class path provide as services of {@link CharDevice}. */
  public DeviceRegistry registerProvided() {
    ServiceLoader.load(CharDevice.class).forEach(this::register);
    return this;
  }

  /** The device with a number, or null: ENXIO. */
  public CharDevice find(DeviceNumber number) {
    return byNumber.get(number);
  }

  /** All devices in the order of registration. */
  public List<CharDevice> devices() {
    return List.copyOf(inOrder);
  }
}
