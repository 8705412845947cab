package tollgate.kernel;

import tollgate.entry.Cpu;

/**
 * A task's three thread-local-storage segments, entries 12 to 14 of the GDT
 * (arch/x86/kernel/tls.c), as 8-byte descriptors.
 */
public final class TaskSegments {
  /** The first GDT entry of a TLS segment. */
  public static final int FIRST = 12;

  /** How many there are. */
  public static final int COUNT = 3;

  private final long[] descriptors = new long[COUNT];

  /** The descriptor of entry {@code FIRST + slot}; 0 when it is empty. */
  public long get(int slot) {
    return descriptors[slot];
  }

  /** Sets a descriptor and gives it to the processor. */
  public void set(Cpu cpu, int slot, long descriptor) {
    descriptors[slot] = descriptor;
    cpu.setTlsDescriptor(FIRST + slot, descriptor);
  }

  /** Takes over another task's segments. */
  void copyFrom(TaskSegments other, Cpu cpu) {
    for (int slot = 0; slot < COUNT; slot++) {
      if (other.descriptors[slot] != 0) {
        set(cpu, slot, other.descriptors[slot]);
      }
    }
  }

  /** Empties all three, as execve(2) does. */
  public void clear(Cpu cpu) {
    for (int slot = 0; slot < COUNT; slot++) {
      if (descriptors[slot] != 0) {
        set(cpu, slot, 0);
      }
    }
  }
}
