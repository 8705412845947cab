package tollgate.signal;

import tollgate.abi.StructView;
import tollgate.abi.uapi.Fpreg;
import tollgate.abi.uapi.Fpstate32;

/**
 * The 112-byte x87 state in front of an i386 frame's FXSAVE image (convert_from_fxsr and
 * convert_to_fxsr in arch/x86/kernel/fpu/regset.c).
 */
final class FsaveImage {
  private static final int X87_REGISTERS = 8;
  private static final int FX_REGISTERS_AT = 32;
  private static final int FX_REGISTER_SIZE = 16;
  private static final int X87_REGISTER_SIZE = 10;

  /** Tells that an FXSAVE image follows (X86_FXSR_MAGIC). */
  private static final int FXSR_MAGIC = 0;

  private FsaveImage() {}

  /** Fills the classic part of a {@link Fpstate32} view from an FXSAVE image. */
  static void fromFx(byte[] fx, StructView view) {
    view.set(Fpstate32.CW, 0xffff_0000L | half(fx, 0));
    view.set(Fpstate32.SW, 0xffff_0000L | half(fx, 2));
    view.set(Fpstate32.TAG, 0xffff_0000L | fullTags(fx));
    view.set(Fpstate32.IPOFF, word(fx, 8));
    view.set(Fpstate32.CSSEL, half(fx, 12) | (long) half(fx, 6) << 16);
    view.set(Fpstate32.DATAOFF, word(fx, 16));
    view.set(Fpstate32.DATASEL, 0xffff_0000L | half(fx, 20));
    byte[] register = new byte[Fpreg.SCHEMA.size(view.abi())];
    for (int i = 0; i < X87_REGISTERS; i++) {
      System.arraycopy(fx, FX_REGISTERS_AT + i * FX_REGISTER_SIZE, register, 0, X87_REGISTER_SIZE);
      view.setBytes(Fpstate32.ST, i, register, 0);
    }
    view.set(Fpstate32.STATUS, half(fx, 2));
    view.set(Fpstate32.MAGIC, FXSR_MAGIC);
  }

  /** Puts the classic part of a {@link Fpstate32} view into an FXSAVE image. */
  static void toFx(StructView view, byte[] fx) {
    putHalf(fx, 0, (int) view.get(Fpstate32.CW));
    putHalf(fx, 2, (int) view.get(Fpstate32.SW));
    fx[4] = (byte) shortTags((int) view.get(Fpstate32.TAG));
    putHalf(fx, 6, (int) (view.get(Fpstate32.CSSEL) >>> 16));
    byte[] register = new byte[Fpreg.SCHEMA.size(view.abi())];
    for (int i = 0; i < X87_REGISTERS; i++) {
      view.getBytes(Fpstate32.ST, i, register, 0);
      System.arraycopy(register, 0, fx, FX_REGISTERS_AT + i * FX_REGISTER_SIZE, X87_REGISTER_SIZE);
    }
  }

  /**
   * FXSAVE keeps one bit a register, FSAVE two: valid, zero, special, empty (SDM vol. 1, 8.1.7).
   */
  private static int fullTags(byte[] fx) {
    int top = half(fx, 2) >> 11 & 7;
    int tags = 0;
    for (int physical = 0; physical < X87_REGISTERS; physical++) {
      int tag = 3;
      if ((fx[4] >> physical & 1) != 0) {
        tag = classify(fx, FX_REGISTERS_AT + (physical - top & 7) * FX_REGISTER_SIZE);
      }
      tags |= tag << 2 * physical;
    }
    return tags;
  }

  private static int classify(byte[] fx, int at) {
    int exponent = half(fx, at + 8) & 0x7fff;
    long significand = word(fx, at) | word(fx, at + 4) << 32;
    if (exponent == 0x7fff) {
      return 2;
    }
    if (exponent == 0) {
      return significand == 0 ? 1 : 2;
    }
    return significand < 0 ? 0 : 2;
  }

  private static int shortTags(int tags) {
    int result = 0;
    for (int i = 0; i < X87_REGISTERS; i++) {
      if ((tags >> 2 * i & 3) != 3) {
        result |= 1 << i;
      }
    }
    return result;
  }

  private static int half(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  private static long word(byte[] bytes, int at) {
    return half(bytes, at) | (long) half(bytes, at + 2) << 16;
  }

  private static void putHalf(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }
}
