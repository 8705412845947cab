package tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.abi.Errno;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.Vendor;
import tollgate.fake.FakeMachine;

/** What each entry instruction does to each register: the entry contract without a processor. */
class KernelEntryTest {
  private static final long NEXT = FakeMachine.MEMORY + 0x100;
  private static final int GETPPID_64 = 110;
  private static final int GETPPID_32 = 64;
  private static final int CLOCK_GETTIME_64 = 228;
  private static final int NANOSLEEP_32 = 162;

  private FakeMachine machine;

  @AfterEach
  void free() {
    machine.close();
  }

  @Test
  void syscallKeepsRipInRcxAndFlagsInR11() {
    start(Vendor.AMD, true);
    enter(EntryMechanism.SYSCALL, GETPPID_64);
    assertThat(get(Register.RAX)).isEqualTo(1);
    assertThat(get(Register.RCX)).isEqualTo(NEXT);
    assertThat(get(Register.R11)).isEqualTo(0x246);
    assertThat(get(Register.RIP)).isEqualTo(NEXT);
  }

  @Test
  void syscallTakesItsArgumentsFromRdiAndRsi() {
    start(Vendor.INTEL, true);
    set(Register.RDI, 1);
    set(Register.RSI, FakeMachine.MEMORY + 8);
    enter(EntryMechanism.SYSCALL, CLOCK_GETTIME_64);
    assertThat(get(Register.RAX)).isZero();
    assertThat(machine.task.memory().readLong(FakeMachine.MEMORY + 8)).isEqualTo(1_700_000_000L);
  }

  @Test
  void x32NumbersAreNotImplemented() {
    start(Vendor.AMD, true);
    enter(EntryMechanism.SYSCALL, 0x4000_0000L | GETPPID_64);
    assertThat(get(Register.RAX)).isEqualTo(Errno.ENOSYS.result());
  }

  @Test
  void onlyTheLowHalfOfRaxIsTheNumber() {
    start(Vendor.AMD, true);
    enter(EntryMechanism.SYSCALL, 0x1_0000_0000L | GETPPID_64);
    assertThat(get(Register.RAX)).isEqualTo(1);
  }

  @Test
  void numbersOutsideTheTablesAreNotImplemented() {
    start(Vendor.AMD, true);
    for (long number : new long[] {-1, 1023, 0x7fff_ffff, 0x8000_0000L}) {
      enter(EntryMechanism.SYSCALL, number);
      assertThat(get(Register.RAX)).isEqualTo(Errno.ENOSYS.result());
      enter(EntryMechanism.INT80, number);
      assertThat(get(Register.RAX)).isEqualTo(Errno.ENOSYS.result());
    }
  }

  @Test
  void int80From64BitCodeUsesTheI386TableAndKeepsEveryOtherRegister() {
    start(Vendor.AMD, true);
    for (Register r : Register.values()) {
      if (r.ordinal() > 0 && r.ordinal() < 16 && r != Register.RSP) {
        set(r, 0x1111_0000_0000_0000L + r.ordinal());
      }
    }
    enter(EntryMechanism.INT80, GETPPID_32);
    assertThat(get(Register.RAX)).isEqualTo(1);
    for (Register r : Register.values()) {
      if (r.ordinal() > 0 && r.ordinal() < 16 && r != Register.RSP) {
        assertThat(get(r)).as(r.name()).isEqualTo(0x1111_0000_0000_0000L + r.ordinal());
      }
    }
  }

  @Test
  void int80CutsPointersToTheirLowHalf() {
    start(Vendor.AMD, true);
    set(Register.RBX, 1);
    set(Register.RCX, 0xdead_0000_0000_0000L | FakeMachine.MEMORY);
    enter(EntryMechanism.INT80, 265);
    assertThat(get(Register.RAX)).isZero();
    assertThat(machine.task.memory().readInt(FakeMachine.MEMORY)).isEqualTo(1_700_000_000);
  }

  @Test
  void int80ResultsAreSignExtended() {
    start(Vendor.AMD, true);
    set(Register.RBX, 99);
    enter(EntryMechanism.INT80, 265);
    assertThat(get(Register.RAX)).isEqualTo(-22L);
  }

  @Test
  void compatSyscallTakesArgument2FromEbpAndReturnsToTheLandingPad() {
    start(Vendor.AMD, false);
    machine.task.memory().writeInt(get(Register.RSP), 0x66);
    set(Register.RBX, 1);
    set(Register.RCX, NEXT);
    set(Register.RBP, FakeMachine.MEMORY + 16);
    enter(EntryMechanism.SYSCALL, 265);
    assertThat(get(Register.RAX)).isZero();
    assertThat(machine.task.memory().readInt(FakeMachine.MEMORY + 16)).isEqualTo(1_700_000_000);
    assertThat(get(Register.RIP)).isEqualTo(FakeMachine.LANDING_PAD);
    assertThat(get(Register.RCX)).isEqualTo(FakeMachine.LANDING_PAD);
    assertThat(get(Register.RBP)).isEqualTo(0x66);
  }

  @Test
  void compatSyscallWithoutAReadableStackIsEfault() {
    start(Vendor.AMD, false);
    set(Register.RSP, 0x1000);
    enter(EntryMechanism.SYSCALL, GETPPID_32);
    assertThat(get(Register.RAX)).isEqualTo(Errno.EFAULT.result());
    assertThat(get(Register.RIP)).isEqualTo(FakeMachine.LANDING_PAD);
  }

  @Test
  void compatSyscallIsIllegalOnIntel() {
    start(Vendor.INTEL, false);
    enter(EntryMechanism.SYSCALL, GETPPID_32);
    assertThat(machine.task.process().exitStatus().signal()).isEqualTo(4);
  }

  @Test
  void sysenterIsIllegalOnAmd() {
    start(Vendor.AMD, false);
    enter(EntryMechanism.SYSENTER, GETPPID_32);
    assertThat(machine.task.process().exitStatus().signal()).isEqualTo(4);
    assertThat(get(Register.RIP)).isEqualTo(NEXT - 2);
  }

  @Test
  void sysenterFindsItsStackInEbp() {
    start(Vendor.INTEL, false);
    long stack = FakeMachine.MEMORY + 0x4000;
    machine.task.memory().writeInt(stack, 0x77);
    set(Register.RBP, stack);
    set(Register.RSP, 0x1234);
    enter(EntryMechanism.SYSENTER, GETPPID_32);
    assertThat(get(Register.RAX)).isEqualTo(1);
    assertThat(get(Register.RSP)).isEqualTo(stack);
    assertThat(get(Register.RBP)).isEqualTo(0x77);
    assertThat(get(Register.RIP)).isEqualTo(FakeMachine.LANDING_PAD);
  }

  @Test
  void sysenterFrom64BitCodeComesBackIn32BitMode() {
    start(Vendor.INTEL, true);
    set(Register.RBP, FakeMachine.MEMORY + 0x4000);
    enter(EntryMechanism.SYSENTER, GETPPID_32);
    assertThat(get(Register.CS)).isEqualTo(0x23);
    assertThat(get(Register.RIP)).isEqualTo(FakeMachine.LANDING_PAD);
  }

  @Test
  void errnosAreNegative() {
    start(Vendor.AMD, false);
    set(Register.RBX, 0xffff_0000L);
    enter(EntryMechanism.INT80, NANOSLEEP_32);
    assertThat((int) get(Register.RAX)).isEqualTo(-14);
  }

  private void start(Vendor vendor, boolean longMode) {
    machine = new FakeMachine(vendor, longMode);
  }

  private void enter(EntryMechanism mechanism, long number) {
    set(Register.RIP, NEXT);
    set(Register.RAX, number);
    machine.entry.onEntry(mechanism);
  }

  private long get(Register register) {
    return machine.cpu.get(register);
  }

  private void set(Register register, long value) {
    machine.cpu.set(register, value);
  }
}
