package tollgate.cpu.unicorn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tollgate.entry.Cpu;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;

/** The engine's x87 and SSE registers as an FXSAVE64 image (SDM vol. 1, 10.5.1). */
final class FloatingPointState {
  private static final int FCW = 0;
  private static final int FSW = 2;
  private static final int FTW = 4;
  private static final int MXCSR = 24;
  private static final int MXCSR_MASK = 28;
  private static final int ST0 = 32;
  private static final int XMM0 = 160;
  private static final int SLOT = 16;
  private static final int EMPTY = 3;

  /** The MXCSR bits that exist, with DAZ: what FXSAVE stores as the mask. */
  private static final int ALL_MXCSR = 0xffff;

  private FloatingPointState() {}

  /** The state Linux gives a new program: all exceptions masked, all registers empty and zero. */
  static void reset(UnicornEngine engine) {
    byte[] image = new byte[Cpu.FXSAVE_SIZE];
    ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(FCW, (short) 0x37f);
    buffer.putInt(MXCSR, 0x1f80);
    load(engine, image, 0);
  }

  static void save(UnicornEngine engine, byte[] image, int offset) {
    java.util.Arrays.fill(image, offset, offset + Cpu.FXSAVE_SIZE, (byte) 0);
    ByteBuffer buffer =
        ByteBuffer.wrap(image, offset, Cpu.FXSAVE_SIZE).slice().order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(FCW, (short) engine.uc_reg_read(UnicornConstants.UC_X86_REG_FPCW));
    buffer.putShort(FSW, (short) engine.uc_reg_read(UnicornConstants.UC_X86_REG_FPSW));
    int tags = (int) engine.uc_reg_read(UnicornConstants.UC_X86_REG_FPTAG);
    int abridged = 0;
    for (int i = 0; i < 8; i++) {
      if ((tags >> 2 * i & 3) != EMPTY) {
        abridged |= 1 << i;
      }
    }
    buffer.put(FTW, (byte) abridged);
    buffer.putInt(MXCSR, (int) engine.uc_reg_read(UnicornConstants.UC_X86_REG_MXCSR));
    buffer.putInt(MXCSR_MASK, ALL_MXCSR);
    long scratch = HostMemory.allocate(SLOT);
    try {
      for (int i = 0; i < 8; i++) {
        engine.uc_reg_read(UnicornConstants.UC_X86_REG_ST0 + i, scratch);
        buffer.putLong(ST0 + SLOT * i, HostMemory.getLong(scratch));
        buffer.putShort(ST0 + SLOT * i + 8, HostMemory.getShort(scratch + 8));
      }
      for (int i = 0; i < 16; i++) {
        engine.uc_reg_read(UnicornConstants.UC_X86_REG_XMM0 + i, scratch);
        buffer.putLong(XMM0 + SLOT * i, HostMemory.getLong(scratch));
        buffer.putLong(XMM0 + SLOT * i + 8, HostMemory.getLong(scratch + 8));
      }
    } finally {
      HostMemory.free(scratch);
    }
  }

  static void load(UnicornEngine engine, byte[] image, int offset) {
    ByteBuffer buffer =
        ByteBuffer.wrap(image, offset, Cpu.FXSAVE_SIZE).slice().order(ByteOrder.LITTLE_ENDIAN);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_FPCW, buffer.getShort(FCW) & 0xffff);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_FPSW, buffer.getShort(FSW) & 0xffff);
    int abridged = buffer.get(FTW);
    int tags = 0;
    for (int i = 0; i < 8; i++) {
      if ((abridged >> i & 1) == 0) {
        tags |= EMPTY << 2 * i;
      }
    }
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_FPTAG, tags);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_MXCSR, buffer.getInt(MXCSR) & ALL_MXCSR);
    long scratch = HostMemory.allocate(SLOT);
    try {
      for (int i = 0; i < 8; i++) {
        HostMemory.putLong(scratch, buffer.getLong(ST0 + SLOT * i));
        HostMemory.putLong(scratch + 8, buffer.getShort(ST0 + SLOT * i + 8) & 0xffff);
        engine.uc_reg_write_from(UnicornConstants.UC_X86_REG_ST0 + i, scratch);
      }
      for (int i = 0; i < 16; i++) {
        HostMemory.putLong(scratch, buffer.getLong(XMM0 + SLOT * i));
        HostMemory.putLong(scratch + 8, buffer.getLong(XMM0 + SLOT * i + 8));
        engine.uc_reg_write_from(UnicornConstants.UC_X86_REG_XMM0 + i, scratch);
      }
    } finally {
      HostMemory.free(scratch);
    }
  }
}
