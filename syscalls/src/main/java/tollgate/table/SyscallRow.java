package tollgate.table;

import tollgate.abi.Abi;

/**
 * One system call: its name, both numbers, its argument types, who serves it and how well.
 * Dispatch, trace, listings and documentation read this and nothing else. Immutable apart from the
 * lazily parsed signature; safe for all threads.
 */
public final class SyscallRow {
  /** Stands for "this ABI has no such call". */
  public static final int NONE = -1;

  private final String name;
  private final int x8664;
  private final int i386;
  private final String types;
  private final String since;
  private final Binding binding;
  private volatile Signature signature;

  SyscallRow(String name, int x8664, int i386, String types, Binding binding, String since) {
    this.name = name;
    this.x8664 = x8664;
    this.i386 = i386;
    this.types = types;
    this.binding = binding;
    this.since = since;
  }

  /** The kernel's name of the call, as in {@code asm/unistd_64.h} and {@code asm/unistd_32.h}. */
  public String name() {
    return name;
  }

  /** The number in that ABI's table, or {@link #NONE}. */
  public int number(Abi abi) {
    return abi == Abi.I386 ? i386 : x8664;
  }

  /** The signature as the row writes it; docs/adding-a-syscall.md has the language. */
  public String types() {
    return types;
  }

  /** The signature, parsed on first use. */
  public Signature signature() {
    Signature known = signature;
    if (known == null) {
      known = Signature.parse(types);
      signature = known;
    }
    return known;
  }

  /** How far the call is implemented. */
  public Support support() {
    return binding.support();
  }

  /** What is missing; empty when nothing is. */
  public String reason() {
    return binding.reason();
  }

  /** The kernel version that brought the call, as {@code "5.1"}; empty where it is not known. */
  public String since() {
    return since;
  }

  /** The code behind the call, null where it answers ENOSYS. */
  SyscallHandler handler() {
    return binding.handler();
  }

  @Override
  public String toString() {
    return name;
  }
}
