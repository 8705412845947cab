package tollgate.cpu.unicorn;

import tollgate.entry.Register;
import tollgate.mm.RamArena;

/**
 * Tells whether a general-protection fault of 64-bit code is a stack fault on a processor: a
 * non-canonical address reached through the stack segment (SDM vol. 3, 6.15, interrupts 12 and 13).
 * The engine raises #GP for both. Through the stack segment go implicit pushes and pops and
 * operands whose base is RSP or RBP, unless FS or GS is named.
 */
final class StackFault {
  private static final int LONGEST = 15;
  private static final int REX = 0x40;
  private static final int RSP = 4;
  private static final int RBP = 5;

  private final UnicornCpu cpu;
  private final RamArena arena;
  private long root;
  private long at;

  StackFault(UnicornCpu cpu, RamArena arena) {
    this.cpu = cpu;
    this.arena = arena;
  }

  /** Looks at the instruction at an address. */
  boolean at(long root, long instruction) {
    this.root = root;
    at = instruction;
    int rex = 0;
    int opcode = next();
    while (isPrefix(opcode) && at - instruction < LONGEST) {
      if (opcode == 0x64 || opcode == 0x65) {
        return false;
      }
      rex = (opcode & 0xf0) == REX ? opcode : 0;
      opcode = next();
    }
    boolean twoBytes = opcode == 0x0f;
    if (twoBytes) {
      opcode = next();
    }
    if (usesStack(twoBytes, opcode)) {
      long stack = cpu.get(Register.RSP);
      return !canonical(stack) || !canonical(stack - 8);
    }
    return hasOperand(twoBytes, opcode) && operandIsOnStack(rex);
  }

  private int next() {
    return GuestCode.byteAt(arena, root, at++);
  }

  private static boolean isPrefix(int code) {
    return switch (code) {
      case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3 -> true;
      default -> (code & 0xf0) == REX;
    };
  }

  /** push, pop, pushf, popf, call, ret, enter, leave, and their relatives. */
  private boolean usesStack(boolean twoBytes, int opcode) {
    if (twoBytes) {
      return opcode == 0xa0 || opcode == 0xa1 || opcode == 0xa8 || opcode == 0xa9;
    }
    return switch (opcode) {
      case 0x68, 0x6a, 0x8f, 0x9c, 0x9d, 0xc2, 0xc3, 0xc8, 0xc9, 0xca, 0xcb, 0xcf, 0xe8 -> true;
      case 0xff -> {
        int operation = GuestCode.byteAt(arena, root, at) >> 3 & 7;
        yield operation == 2 || operation == 3 || operation == 6;
      }
      default -> (opcode & 0xf0) == 0x50;
    };
  }

  private static boolean hasOperand(boolean twoBytes, int opcode) {
    if (twoBytes) {
      return true;
    }
    return switch (opcode >> 4) {
      case 0, 1, 2, 3 -> (opcode & 7) < 4;
      case 6 -> opcode == 0x63 || opcode == 0x69 || opcode == 0x6b;
      case 8 -> true;
      case 0xc -> opcode <= 0xc1 || opcode == 0xc6 || opcode == 0xc7;
      case 0xd -> opcode != 0xd7 && (opcode & 0xc) != 4;
      case 0xf -> (opcode & 7) >= 6;
      default -> false;
    };
  }

  private boolean operandIsOnStack(int rex) {
    int form = next();
    int mode = form >> 6 & 3;
    int base = form & 7;
    if (mode == 3 || (rex & 1) != 0) {
      return false;
    }
    long address = 0;
    if (base == RSP) {
      int scaled = next();
      base = scaled & 7;
      int index = scaled >> 3 & 7 | (rex & 2) << 2;
      if (index != RSP) {
        address = cpu.general(index) << (scaled >> 6 & 3);
      }
    }
    if (base != RSP && (base != RBP || mode == 0)) {
      return false;
    }
    address += cpu.general(base) + displacement(mode);
    return !canonical(address);
  }

  private long displacement(int mode) {
    if (mode == 0) {
      return 0;
    }
    if (mode == 1) {
      return (byte) next();
    }
    int displacement = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      displacement |= (next() & 0xff) << shift;
    }
    return displacement;
  }

  private static boolean canonical(long address) {
    return address << 16 >> 16 == address;
  }
}
