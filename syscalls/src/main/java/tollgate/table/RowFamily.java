package tollgate.table;

import tollgate.abi.Abi;

/**
 * The words in which row classes are written, one line per call: number(s) first, then what is
 * behind them.
 *
 * <pre>{@code
 * if (at("write", 1, 4)) row("fd fd, in buf[count], size count", full(ReadWriteCalls::write));
 * if (at64("mmap", 9)) row("...", full(MemoryCalls::mmap));
 * if (at32("mmap", 90)) row("...", full(MemoryCalls::oldMmap));
 * if (at("ptrace", 101, 26)) row("...", planned("processes"));
 * }</pre>
 *
 * <p>A handler is a static method {@code long name(Task task, long a1, ... long aN)}, not
 * overloaded, with as many longs as the signature has arguments.
 *
 * <p>The condition is there for start-up: a method reference costs about a tenth of a millisecond
 * when it is first evaluated, and a program uses a few of the five hundred. A lookup walks the
 * lines and evaluates one.
 */
abstract class RowFamily {
  private static final int EVERY = -2;

  private RowSink sink;
  private Abi abi;
  private int wanted;
  private String name;
  private int x8664;
  private int i386;

  /** Receives the rows that a walk asked for. */
  interface RowSink {
    void accept(SyscallRow row);
  }

  /** States the rows of this family. */
  abstract void rows();

  /** Hands every row of the family to the sink. */
  final void forEach(RowSink rows) {
    sink = rows;
    wanted = EVERY;
    rows();
  }

  /** Hands the row of that number to the sink, if it is in this family. */
  final void find(Abi table, int number, RowSink rows) {
    sink = rows;
    abi = table;
    wanted = number;
    rows();
  }

  /** A call with the same meaning in both tables: true if its row is asked for. */
  final boolean at(String call, int number64, int number32) {
    name = call;
    x8664 = number64;
    i386 = number32;
    return wanted == EVERY || wanted == (abi == Abi.I386 ? number32 : number64);
  }

  /** A call that only the x86-64 table has, or has in a form of its own. */
  final boolean at64(String call, int number) {
    return at(call, number, SyscallRow.NONE);
  }

  /** A call that only the i386 table has, or has in a form of its own. */
  final boolean at32(String call, int number) {
    return at(call, SyscallRow.NONE, number);
  }

  /** What is behind the numbers that {@code at} named. */
  final void row(String types, Binding binding) {
    row(types, binding, "");
  }

  /** The same, with the kernel version that brought the call. */
  final void row(String types, Binding binding, String since) {
    sink.accept(new SyscallRow(name, x8664, i386, types, binding, since));
  }

  /** Fails with ENOSYS, reported once; the reason says what will bring it. */
  static Binding planned(String reason) {
    return new Binding(Support.UNIMPLEMENTED, reason, null);
  }

  /** Fails with ENOSYS as on Linux; the reason says since when. */
  static Binding removed(String reason) {
    return new Binding(Support.REMOVED, reason, null);
  }

  /** Complete: a handler of 0 arguments. */
  static Binding full(Call0 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 1 argument. */
  static Binding full(Call1 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 2 arguments. */
  static Binding full(Call2 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 3 arguments. */
  static Binding full(Call3 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 4 arguments. */
  static Binding full(Call4 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 5 arguments. */
  static Binding full(Call5 handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Complete: a handler of 6 arguments. */
  static Binding full(SyscallHandler handler) {
    return new Binding(Support.FULL, "", handler);
  }

  /** Works with a gap: a handler of 0 arguments. */
  static Binding partial(Call0 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 1 argument. */
  static Binding partial(Call1 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 2 arguments. */
  static Binding partial(Call2 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 3 arguments. */
  static Binding partial(Call3 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 4 arguments. */
  static Binding partial(Call4 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 5 arguments. */
  static Binding partial(Call5 handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }

  /** Works with a gap: a handler of 6 arguments. */
  static Binding partial(SyscallHandler handler, String reason) {
    return new Binding(Support.PARTIAL, reason, handler);
  }
}
