package tollgate.device.tty;

import tollgate.abi.Abi;
import tollgate.abi.Field;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.TermBits;
import tollgate.abi.uapi.Termio;
import tollgate.abi.uapi.Termios;
import tollgate.abi.uapi.Termios2;

/**
 * The three forms in which programs pass terminal settings, against the one that the terminal
 * keeps, a {@code termios2}. As in drivers/tty/tty_ioctl.c and include/linux/termios_internal.h:
 * the short form {@code termio} sets the low 16 bits of each flag word and leaves the rest, and the
 * forms without speeds take them from the CBAUD bits, or leave them when those say BOTHER.
 */
final class TermiosCodec {
  /** Bits a second for each CBAUD value, the extended ones (CBAUDEX) from 16 on. */
  private static final int[] BAUD = {
    0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400, //
    57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000, 1500000, 2000000,
    2500000, 3000000, 3500000, 4000000
  };

  private static final int LOW_BITS = 0xffff;

  private final StructView form = new StructView();
  private final byte[] controls = new byte[TermBits.NCCS];

  /** Writes a {@code termio}, {@code termios} or {@code termios2} to the guest. */
  void copyOut(StructView settings, StructSchema schema, GuestMemory memory, Abi abi, long at) {
    form.reset(schema, abi);
    settings.getBytes(Termios2.C_CC, controls, 0);
    if (schema == Termio.SCHEMA) {
      form.set(Termio.C_IFLAG, settings.get(Termios2.C_IFLAG))
          .set(Termio.C_OFLAG, settings.get(Termios2.C_OFLAG))
          .set(Termio.C_CFLAG, settings.get(Termios2.C_CFLAG))
          .set(Termio.C_LFLAG, settings.get(Termios2.C_LFLAG))
          .set(Termio.C_LINE, settings.get(Termios2.C_LINE))
          .setBytes(Termio.C_CC, controls, 0, TermBits.NCC);
    } else if (schema == Termios.SCHEMA) {
      form.set(Termios.C_IFLAG, settings.get(Termios2.C_IFLAG))
          .set(Termios.C_OFLAG, settings.get(Termios2.C_OFLAG))
          .set(Termios.C_CFLAG, settings.get(Termios2.C_CFLAG))
          .set(Termios.C_LFLAG, settings.get(Termios2.C_LFLAG))
          .set(Termios.C_LINE, settings.get(Termios2.C_LINE))
          .setBytes(Termios.C_CC, controls, 0, TermBits.NCCS);
    } else {
      form.set(Termios2.C_IFLAG, settings.get(Termios2.C_IFLAG))
          .set(Termios2.C_OFLAG, settings.get(Termios2.C_OFLAG))
          .set(Termios2.C_CFLAG, settings.get(Termios2.C_CFLAG))
          .set(Termios2.C_LFLAG, settings.get(Termios2.C_LFLAG))
          .set(Termios2.C_LINE, settings.get(Termios2.C_LINE))
          .setBytes(Termios2.C_CC, controls, 0, TermBits.NCCS)
          .set(Termios2.C_ISPEED, settings.get(Termios2.C_ISPEED))
          .set(Termios2.C_OSPEED, settings.get(Termios2.C_OSPEED));
    }
    form.copyOut(memory, at);
  }

  /** Reads one of the three forms from the guest into settings that hold the present state. */
  void copyIn(StructView settings, StructSchema schema, GuestMemory memory, Abi abi, long at) {
    form.reset(schema, abi).copyIn(memory, at);
    if (schema == Termio.SCHEMA) {
      low(settings, Termios2.C_IFLAG, Termio.C_IFLAG);
      low(settings, Termios2.C_OFLAG, Termio.C_OFLAG);
      low(settings, Termios2.C_CFLAG, Termio.C_CFLAG);
      low(settings, Termios2.C_LFLAG, Termio.C_LFLAG);
      settings.set(Termios2.C_LINE, form.get(Termio.C_LINE));
      form.getBytes(Termio.C_CC, controls, 0);
      settings.setBytes(Termios2.C_CC, controls, 0, TermBits.NCC);
    } else if (schema == Termios.SCHEMA) {
      settings
          .set(Termios2.C_IFLAG, form.get(Termios.C_IFLAG))
          .set(Termios2.C_OFLAG, form.get(Termios.C_OFLAG))
          .set(Termios2.C_CFLAG, form.get(Termios.C_CFLAG))
          .set(Termios2.C_LFLAG, form.get(Termios.C_LFLAG))
          .set(Termios2.C_LINE, form.get(Termios.C_LINE));
      form.getBytes(Termios.C_CC, controls, 0);
      settings.setBytes(Termios2.C_CC, controls, 0, TermBits.NCCS);
    } else {
      settings
          .set(Termios2.C_IFLAG, form.get(Termios2.C_IFLAG))
          .set(Termios2.C_OFLAG, form.get(Termios2.C_OFLAG))
          .set(Termios2.C_CFLAG, form.get(Termios2.C_CFLAG))
          .set(Termios2.C_LFLAG, form.get(Termios2.C_LFLAG))
          .set(Termios2.C_LINE, form.get(Termios2.C_LINE))
          .set(Termios2.C_ISPEED, form.get(Termios2.C_ISPEED))
          .set(Termios2.C_OSPEED, form.get(Termios2.C_OSPEED));
      form.getBytes(Termios2.C_CC, controls, 0);
      settings.setBytes(Termios2.C_CC, controls, 0, TermBits.NCCS);
    }
    speeds(settings);
  }

  private void low(StructView settings, Field whole, Field half) {
    settings.set(whole, (settings.get(whole) & ~LOW_BITS) | form.get(half));
  }

  /**
   * tty_termios_baud_rate and tty_termios_input_baud_rate: B0 as input speed means the output's.
   */
  private static void speeds(StructView settings) {
    int flags = (int) settings.get(Termios2.C_CFLAG);
    int out = baud(flags & TermBits.CBAUD, (int) settings.get(Termios2.C_OSPEED));
    int inBits = (flags >>> TermBits.IBSHIFT) & TermBits.CBAUD;
    int in = inBits == TermBits.B0 ? out : baud(inBits, (int) settings.get(Termios2.C_ISPEED));
    settings.set(Termios2.C_ISPEED, in).set(Termios2.C_OSPEED, out);
  }

  private static int baud(int bits, int other) {
    if (bits == TermBits.BOTHER) {
      return other;
    }
    int extended = bits & TermBits.CBAUDEX;
    return BAUD[extended == 0 ? bits : (bits & ~extended) + 15];
  }
}
