package tollgate.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IoctlRequest;

/**
 * What one kind of device answers to ioctl(2): a row for each request, with the handler. The row is
 * the one place that names the request, so dispatch and traces cannot differ. Immutable; safe for
 * all threads; a call neither allocates nor boxes.
 *
 * @param <D> the open device that handlers work on
 */
public final class IoctlTable<D> {
  /** Serves one request. */
  @FunctionalInterface
  public interface Handler<D> {
    /**
     * Does what the request asks.
     *
     * @param argument the third argument of ioctl(2): an address in {@code memory}, or a number;
     *     zero-extended on i386
     * @return the call's result, 0 or more; errors are thrown
     */
    long call(D device, GuestMemory memory, Abi abi, long argument);
  }

  /** A request and who serves it. */
  public record Row<D>(IoctlRequest request, Handler<D> handler) {}

  private final Errno otherwise;
  private final List<Row<D>> rows;
  private final List<Index<D>> indexes;

  private IoctlTable(Errno otherwise, List<Row<D>> rows) {
    this.otherwise = otherwise;
    this.rows = List.copyOf(rows);
    this.indexes = List.of(new Index<>(Abi.X86_64, rows), new Index<>(Abi.I386, rows));
  }

  /** Starts a table whose unknown requests fail with ENOTTY. */
  public static <D> Builder<D> builder() {
    return new Builder<>();
  }

  /** All rows in the order of declaration. */
  public List<Row<D>> rows() {
    return rows;
  }

  /** The row of a request number, or null. */
  public Row<D> row(Abi abi, int number) {
    return indexes.get(abi.index()).find(number);
  }

  /** Serves a request, or fails as the device does for requests it does not know. */
  public long call(D device, GuestMemory memory, Abi abi, int number, long argument) {
    Row<D> row = row(abi, number);
    if (row == null) {
      throw otherwise.failure();
    }
    return row.handler.call(device, memory, abi, argument);
  }

  /** Collects rows. */
  public static final class Builder<D> {
    private final List<Row<D>> rows = new ArrayList<>();
    private Errno otherwise = Errno.ENOTTY;

    private Builder() {}

    /** Adds a request. */
    public Builder<D> row(IoctlRequest request, Handler<D> handler) {
      rows.add(new Row<>(request, handler));
      return this;
    }

    /** The error for unknown requests where Linux's driver has another than ENOTTY. */
    public Builder<D> otherwise(Errno errno) {
      otherwise = errno;
      return this;
    }

    /**
     * Finishes the table.
     *
     * @throws IllegalArgumentException if two rows have the same number
     */
    public IoctlTable<D> build() {
      return new IoctlTable<>(otherwise, rows);
    }
  }

  /** The rows of one ABI, sorted by number. */
  private static final class Index<D> {
    private final int[] numbers;
    private final List<Row<D>> rows;

    Index(Abi abi, List<Row<D>> unsorted) {
      rows =
          unsorted.stream()
              .sorted(Comparator.comparingInt(row -> row.request().number(abi)))
              .toList();
      numbers = rows.stream().mapToInt(row -> row.request().number(abi)).toArray();
      for (int i = 1; i < numbers.length; i++) {
        if (numbers[i] == numbers[i - 1]) {
          throw new IllegalArgumentException(
              rows.get(i - 1).request() + " and " + rows.get(i).request() + " are one number");
        }
      }
    }

    Row<D> find(int number) {
      int at = java.util.Arrays.binarySearch(numbers, number);
      return at < 0 ? null : rows.get(at);
    }
  }
}
