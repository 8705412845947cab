package tollgate.table;

import java.util.List;

/**
 * The words in which row classes are written, one line per call:
 *
 * <pre>{@code
 * row("write", 1, 4, "fd fd, in buf[count], size count", full(ReadWriteCalls::write));
 * row64("mmap", 9, "...", full(MemoryCalls::mmap));
 * row32("mmap", 90, "...", full(MemoryCalls::oldMmap));
 * row("ptrace", 101, 26, "...", planned("processes"));
 * }</pre>
 *
 * <p>A handler is a static method {@code long name(Task task, long a1, ... long aN)}, not
 * overloaded, with as many longs as the signature has arguments.
 */
abstract class RowFamily {
  /** In place of a number: the ABI has no such call. */
  static final int NONE = SyscallRow.NONE;

  private List<SyscallRow> rows;

  /** States the rows of this family. */
  abstract void rows();

  final void addTo(List<SyscallRow> all) {
    rows = all;
    rows();
  }

  /** A call with the same meaning in both tables. */
  final void row(String name, int x8664, int i386, String types, Binding binding) {
    row(name, x8664, i386, types, binding, "");
  }

  /** The same, with the kernel version that brought it. */
  final void row(String name, int x8664, int i386, String types, Binding binding, String since) {
    rows.add(new SyscallRow(name, x8664, i386, types, binding, since));
  }

  /** A call that only the x86-64 table has, or has in a form of its own. */
  final void row64(String name, int number, String types, Binding binding) {
    row(name, number, NONE, types, binding, "");
  }

  /** The same, with the kernel version that brought it. */
  final void row64(String name, int number, String types, Binding binding, String since) {
    row(name, number, NONE, types, binding, since);
  }

  /** A call that only the i386 table has, or has in a form of its own. */
  final void row32(String name, int number, String types, Binding binding) {
    row(name, NONE, number, types, binding, "");
  }

  /** The same, with the kernel version that brought it. */
  final void row32(String name, int number, String types, Binding binding, String since) {
    row(name, NONE, number, types, binding, since);
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
