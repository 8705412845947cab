package tollgate.signal;

import tollgate.entry.Cpu;

/** The floating-point state that programs and handlers start with (fpu__clear_user_states). */
public final class InitialFloatingPoint {
  private InitialFloatingPoint() {}

  /** Loads it: control word 0x37f, MXCSR 0x1f80, everything else empty. */
  public static void load(Cpu cpu) {
    byte[] image = new byte[Cpu.FXSAVE_SIZE];
    image[0] = 0x7f;
    image[1] = 0x03;
    image[24] = (byte) 0x80;
    image[25] = 0x1f;
    cpu.loadFloatingPoint(image, 0);
  }
}
