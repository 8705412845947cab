package tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.abi.Abi;
import tollgate.abi.uapi.RtSigframe32;
import tollgate.abi.uapi.RtSigframe64;
import tollgate.abi.uapi.Sigcontext64;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.Ucontext64;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.Vendor;
import tollgate.fake.FakeMachine;
import tollgate.sched.TaskThread;
import tollgate.signal.AltStack;
import tollgate.signal.SigAction;
import tollgate.signal.SigSet;

/** Signals from sending to sigreturn, on both ABIs. */
@Timeout(60)
class SignalDeliveryTest {
  private static final long HANDLER = FakeMachine.MEMORY + 0x200;
  private static final long RESTORER = FakeMachine.MEMORY + 0x300;
  private static final long SA_IA32_ABI = 0x0200_0000;
  private static final int KILL_64 = 62;
  private static final int KILL_32 = 37;
  private static final int PAUSE_64 = 34;

  private FakeMachine machine;

  @AfterEach
  void free() {
    machine.close();
  }

  @Test
  void anX8664HandlerGetsItsFrameAndSigreturnUndoesIt() {
    start(true);
    action(Signal.SIGUSR1, Signal.SA_SIGINFO | Signal.SA_RESTORER);
    long stack = get(Register.RSP);
    set(Register.RBX, 0xbbbbL);
    kill64(Signal.SIGUSR1);

    long frame = get(Register.RSP);
    assertThat(get(Register.RIP)).isEqualTo(HANDLER);
    assertThat(frame & 15).isEqualTo(8);
    assertThat(stack - frame).isGreaterThan(128 + 512);
    assertThat(get(Register.RDI)).isEqualTo(Signal.SIGUSR1);
    assertThat(get(Register.RAX)).isZero();
    long info = frame + RtSigframe64.INFO.offset(Abi.X86_64);
    assertThat(get(Register.RSI)).isEqualTo(info);
    assertThat(machine.task.memory().readLong(frame)).isEqualTo(RESTORER);
    assertThat(machine.task.memory().readInt(info + Siginfo.SI_PID.offset(Abi.X86_64)))
        .isEqualTo(machine.task.process().pid());
    long context = get(Register.RDX) + Ucontext64.UC_MCONTEXT.offset(Abi.X86_64);
    assertThat(machine.task.memory().readLong(context + Sigcontext64.BX.offset(Abi.X86_64)))
        .isEqualTo(0xbbbbL);
    assertThat(machine.task.signals().blocked()).isEqualTo(SigSet.of(Signal.SIGUSR1));

    set(Register.RBX, 0);
    set(Register.RSP, frame + 8);
    call(15);
    assertThat(get(Register.RBX)).isEqualTo(0xbbbbL);
    assertThat(get(Register.RSP)).isEqualTo(stack);
    assertThat(get(Register.RAX)).isZero();
    assertThat(machine.task.signals().blocked()).isZero();
  }

  @Test
  void anI386HandlerWithoutRestorerReturnsThroughTheVdso() {
    start(false);
    machine
        .task
        .process()
        .actions()
        .set(
            Signal.SIGUSR1,
            new SigAction(HANDLER, Signal.SA_SIGINFO | SA_IA32_ABI, 0, SigSet.of(Signal.SIGTERM)));
    long stack = get(Register.RSP);
    set(Register.RAX, KILL_32);
    set(Register.RBX, machine.task.process().pid());
    set(Register.RCX, Signal.SIGUSR1);
    machine.entry.onEntry(EntryMechanism.INT80);

    long frame = get(Register.RSP);
    assertThat(frame + 4 & 15).isZero();
    assertThat(machine.task.memory().readInt(frame)).isEqualTo(0x10_f200);
    assertThat(machine.task.memory().readInt(frame + 4)).isEqualTo(Signal.SIGUSR1);
    assertThat(get(Register.RCX)).isEqualTo(frame + RtSigframe32.UC.offset(Abi.I386));
    assertThat(machine.task.signals().blocked())
        .isEqualTo(SigSet.of(Signal.SIGUSR1) | SigSet.of(Signal.SIGTERM));

    set(Register.RSP, frame + 4);
    set(Register.RAX, 173);
    machine.entry.onEntry(EntryMechanism.INT80);
    assertThat(get(Register.RSP)).isEqualTo(stack);
    assertThat(machine.task.signals().blocked()).isZero();
  }

  @Test
  void aHandlerOnTheAlternateStackStartsAtItsTop() {
    start(true);
    long base = FakeMachine.MEMORY + 0xa000;
    machine.task.signals().setAltStack(new AltStack(base, 0x2000, 0));
    action(Signal.SIGUSR1, Signal.SA_ONSTACK | Signal.SA_RESTORER);
    kill64(Signal.SIGUSR1);
    assertThat(get(Register.RSP)).isBetween(base, base + 0x2000);
  }

  @Test
  void anUnwritableStackIsFatal() {
    start(true);
    action(Signal.SIGUSR1, Signal.SA_RESTORER);
    set(Register.RSP, 0x5000);
    kill64(Signal.SIGUSR1);
    assertThat(machine.task.process().exitStatus().signal()).isEqualTo(Signal.SIGSEGV);
  }

  @Test
  void aFaultWithoutHandlerEndsTheProcess() {
    start(true);
    machine.entry.onException(Exceptions.DIVIDE, 0, 0);
    assertThat(machine.task.process().exitStatus().signal()).isEqualTo(Signal.SIGFPE);
  }

  @Test
  void aBlockedFaultEndsTheProcessThoughItHasAHandler() {
    start(true);
    action(Signal.SIGSEGV, Signal.SA_RESTORER);
    machine.task.signals().setBlocked(SigSet.of(Signal.SIGSEGV));
    machine.entry.onException(Exceptions.PAGE_FAULT, 4, 0);
    assertThat(machine.task.process().exitStatus().signal()).isEqualTo(Signal.SIGSEGV);
  }

  @Test
  void aCallThatASignalInterruptsFailsOrRestarts() throws Exception {
    for (boolean restart : new boolean[] {false, true}) {
      start(true);
      action(Signal.SIGUSR1, Signal.SA_RESTORER | (restart ? Signal.SA_RESTART : 0));
      machine.task.signals().setBlocked(SigSet.of(Signal.SIGUSR1));
      kill64(Signal.SIGUSR1);
      machine.task.signals().setBlocked(0);
      machine.task.recalculateAttention();
      // futex wait on a word that holds 0: ERESTARTSYS
      long next = get(Register.RIP);
      set(Register.RAX, 202);
      set(Register.RDI, FakeMachine.MEMORY);
      set(Register.RSI, 0);
      set(Register.RDX, 0);
      set(Register.R10, 0);
      enterAndBlock();
      long context = get(Register.RDX) + Ucontext64.UC_MCONTEXT.offset(Abi.X86_64);
      long ip = machine.task.memory().readLong(context + Sigcontext64.IP.offset(Abi.X86_64));
      long ax = machine.task.memory().readLong(context + Sigcontext64.AX.offset(Abi.X86_64));
      assertThat(ip).isEqualTo(restart ? next - 2 : next);
      assertThat(ax).isEqualTo(restart ? 202 : -4);
      machine.close();
    }
    start(true);
  }

  @Test
  void pauseAlwaysFailsAfterAHandler() throws Exception {
    start(true);
    action(Signal.SIGUSR1, Signal.SA_RESTORER | Signal.SA_RESTART);
    machine.task.signals().setBlocked(SigSet.of(Signal.SIGUSR1));
    kill64(Signal.SIGUSR1);
    machine.task.signals().setBlocked(0);
    machine.task.recalculateAttention();
    set(Register.RAX, PAUSE_64);
    enterAndBlock();
    long context = get(Register.RDX) + Ucontext64.UC_MCONTEXT.offset(Abi.X86_64);
    assertThat(machine.task.memory().readLong(context + Sigcontext64.AX.offset(Abi.X86_64)))
        .isEqualTo(-4);
  }

  private void start(boolean longMode) {
    machine = new FakeMachine(Vendor.AMD, longMode);
  }

  private void action(int signal, long flags) {
    machine.task.process().actions().set(signal, new SigAction(HANDLER, flags, RESTORER, 0));
  }

  private void kill64(int signal) {
    set(Register.RDI, machine.task.process().pid());
    set(Register.RSI, signal);
    call(KILL_64);
  }

  private void call(int number) {
    set(Register.RAX, number);
    machine.entry.onEntry(EntryMechanism.SYSCALL);
  }

  /** Makes a call that waits, on a thread that is the task's, so that the signal ends the wait. */
  private void enterAndBlock() throws InterruptedException {
    TaskThread thread =
        new TaskThread(
            machine.task,
            () -> {
              machine.entry.onEntry(EntryMechanism.SYSCALL);
              machine.entry.afterRun();
            },
            "task",
            0);
    thread.start();
    thread.join();
  }

  private long get(Register register) {
    return machine.cpu.get(register);
  }

  private void set(Register register, long value) {
    machine.cpu.set(register, value);
  }
}
