package tollgate.machine;

import java.util.Locale;

/** The processor cores that can run guest code. */
public enum Core {
  /** libunicorn, version 2.1 or newer, from the user's system or cache. */
  UNICORN;

  /** The name as {@code --cpu} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
