package tollgate.unicorn;

/**
 * What the engine calls while it runs. The implementation is one object, so that its methods are
 * found without a search. Whatever they throw would be lost on the way through the engine: they
 * must catch everything.
 */
public interface Hooks {
  /** UC_HOOK_INTR: an exception, an invalid instruction (6) or a software interrupt. */
  void interrupt(int number);

  /** UC_HOOK_INSN of UC_X86_INS_SYSCALL. */
  void syscall();

  /** UC_HOOK_INSN of UC_X86_INS_SYSENTER. */
  void sysenter();

  /** UC_HOOK_EDGE_GENERATED: a block has been translated. */
  void edgeGenerated();

  /**
   * UC_HOOK_INSN of UC_X86_INS_IN.
   *
   * @return what was read
   */
  int in(int port, int size);

  /** UC_HOOK_INSN of UC_X86_INS_OUT. */
  void out(int port, int size, int value);
}
