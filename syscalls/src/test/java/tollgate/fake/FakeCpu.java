package tollgate.fake;

import java.util.EnumMap;
import java.util.Map;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;

/** A processor that only holds registers: tests play the guest by calling the trap handler. */
public final class FakeCpu implements Cpu {
  private final Map<Register, Long> registers = new EnumMap<>(Register.class);
  private final byte[] floatingPoint = new byte[FXSAVE_SIZE];

  @Override
  public long get(Register register) {
    return registers.getOrDefault(register, 0L);
  }

  @Override
  public void set(Register register, long value) {
    registers.put(register, value);
  }

  @Override
  public void run(TrapHandler handler) {
    throw new UnsupportedOperationException("a fake processor runs nothing");
  }

  @Override
  public void interrupt() {}

  @Override
  public void setPageTable(long root) {}

  @Override
  public void saveFloatingPoint(byte[] image, int offset) {
    System.arraycopy(floatingPoint, 0, image, offset, FXSAVE_SIZE);
  }

  @Override
  public void loadFloatingPoint(byte[] image, int offset) {
    System.arraycopy(image, offset, floatingPoint, 0, FXSAVE_SIZE);
  }

  @Override
  public void setTlsDescriptor(int index, long descriptor) {}

  @Override
  public Cpu create() {
    return new FakeCpu();
  }

  @Override
  public long supervisorEntry() {
    return 0;
  }

  @Override
  public void flushTlb() {}

  @Override
  public void dropTranslations(long page) {}

  @Override
  public void stepOnce(Runnable after) {
    throw new UnsupportedOperationException("a fake processor runs nothing");
  }

  @Override
  public void close() {}
}
