package tollgate.cpu.unicorn;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tollgate.entry.Cpu;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;
import tollgate.entry.Vendor;
import tollgate.mm.Mmu;
import tollgate.mm.RamArena;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornLibrary;

/**
 * A processor with RAM and page tables built by hand, and a handler that writes down what it is
 * told. Code lies at {@link #CODE}, data at {@link #DATA}, the stack below {@link #STACK}.
 */
final class Board implements AutoCloseable, TrapHandler {
  static final long CODE = 0x400000;
  static final long DATA = 0x600000;
  static final long STACK = 0x7ffc00002000L;
  static final long P = 1;
  static final long W = 2;
  static final long U = 4;
  static final long NX = 1L << 63;
  private static final int SIZE = 16 << 20;
  private static final long AD = 0x60;

  final RamArena arena;
  final UnicornCore core;
  final Cpu cpu;
  long root;
  final List<String> log = new ArrayList<>();

  /** What to do at a trap; null ends the run. */
  Trap onTrap;

  private final long memory;
  private long nextFrame = 4096;

  /** A handler that keeps the vectors it is given and ends the run at each. */
  static final class Recorder implements TrapHandler {
    final List<Integer> vectors = new ArrayList<>();

    @Override
    public boolean onEntry(EntryMechanism mechanism) {
      return true;
    }

    @Override
    public boolean onException(int vector, int errorCode, long address) {
      vectors.add(vector);
      return false;
    }
  }

  /** A script for {@link #onTrap}. */
  interface Trap {
    boolean at(String what);
  }

  Board(Vendor vendor) {
    this(vendor, TranslationBuffer.SIZE);
  }

  Board(Vendor vendor, int translated) {
    memory = HostMemory.allocate(SIZE + 4096);
    arena = new RamArena(memory + 4095 & -4096L, SIZE);
    core = UnicornCore.open(UnicornLibrary.find(), arena, vendor, translated);
    cpu = core.newCpu();
    root = newRoot();
    cpu.setPageTable(root);
    map(root, CODE, frame(), P | U);
    map(root, DATA, frame(), P | W | U | NX);
    map(root, STACK - 4096, frame(), P | W | U | NX);
    cpu.set(Register.RSP, STACK - 256);
    cpu.set(Register.RIP, CODE);
  }

  Board() {
    this(Vendor.AMD);
  }

  long newRoot() {
    long table = frame();
    arena.putLong(table + 8L * Mmu.SUPERVISOR_SLOT, cpu.supervisorEntry());
    return table;
  }

  long frame() {
    long frame = nextFrame;
    nextFrame += 4096;
    return frame;
  }

  /** Maps a page and returns its frame. */
  long map(long top, long address, long frame, long bits) {
    arena.putLong(entry(top, address), frame | bits | AD);
    return frame;
  }

  /** Physical address of the entry of a page. */
  long entry(long top, long address) {
    long table = top;
    for (int level = 3; level > 0; level--) {
      long at = table + 8 * (address >>> 12 + 9 * level & 0x1ff);
      if ((arena.getLong(at) & P) == 0) {
        arena.putLong(at, frame() | P | W | U | AD);
      }
      table = arena.getLong(at) & 0xffffffffff000L;
    }
    return table + 8 * (address >>> 12 & 0x1ff);
  }

  long frameOf(long address) {
    return arena.getLong(entry(root, address)) & 0xffffffffff000L;
  }

  void poke(long address, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    arena.put(frameOf(address) + (address & 4095), bytes, 0, bytes.length);
  }

  /** Puts code at {@link #CODE}. */
  Board code(String hex) {
    poke(CODE, hex);
    return this;
  }

  Board mode32() {
    cpu.set(Register.CS, 0x23);
    cpu.set(Register.SS, 0x2b);
    cpu.set(Register.DS, 0x2b);
    cpu.set(Register.ES, 0x2b);
    map(root, 0xfffe000, frame(), P | W | U | NX);
    cpu.set(Register.RSP, 0xffff000);
    return this;
  }

  /** Runs; the log says what happened, RIPs relative to {@link #CODE}. */
  List<String> run() {
    cpu.run(this);
    return log;
  }

  long rip() {
    return cpu.get(Register.RIP) - CODE;
  }

  long get(Register register) {
    return cpu.get(register);
  }

  void set(Register register, long value) {
    cpu.set(register, value);
  }

  @Override
  public boolean onEntry(EntryMechanism mechanism) {
    return note(mechanism + " at " + rip());
  }

  @Override
  public boolean onException(int vector, int errorCode, long address) {
    String text = "#" + vector + " code " + errorCode + " at " + rip();
    return note(vector == 14 ? text + " address " + Long.toHexString(address) : text);
  }

  private boolean note(String what) {
    log.add(what);
    return onTrap != null && onTrap.at(what);
  }

  @Override
  public void close() {
    cpu.close();
    core.close();
    HostMemory.free(memory);
  }
}
