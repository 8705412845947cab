package tollgate.table;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Abi;

/**
 * The one list of all rows, from which both tables, the listing and the trace are made. A row comes
 * into being when its number is first looked up, or when somebody asks for all. Safe for all
 * threads.
 */
public final class SyscallList {
  /** Above every number of both tables, x32's included. */
  private static final int SIZE = 548;

  private static final RowFamily[] FAMILIES = {
    new FileRows(),
    new DirectoryRows(),
    new MetadataRows(),
    new MountRows(),
    new MemoryRows(),
    new ProcessRows(),
    new IdentityRows(),
    new SignalRows(),
    new TimeRows(),
    new SocketRows(),
    new IpcRows(),
    new EventRows(),
    new SystemRows(),
    new RemovedRows()
  };

  private static final SyscallRow[][] KNOWN = new SyscallRow[Abi.values().length][SIZE];

  private SyscallList() {}

  /** All rows, family by family. */
  public static synchronized List<SyscallRow> rows() {
    List<SyscallRow> all = new ArrayList<>(SIZE);
    for (RowFamily family : FAMILIES) {
      family.forEach(row -> all.add(remember(row)));
    }
    return all;
  }

  /** The row of a number in one table, or null where the table has none. */
  static synchronized SyscallRow find(Abi abi, int number) {
    if (number < 0 || number >= SIZE) {
      return null;
    }
    for (int i = 0; KNOWN[abi.ordinal()][number] == null && i < FAMILIES.length; i++) {
      FAMILIES[i].find(abi, number, SyscallList::remember);
    }
    return KNOWN[abi.ordinal()][number];
  }

  /** Keeps the first row made for a number, so that all readers see the same one. */
  private static SyscallRow remember(SyscallRow row) {
    SyscallRow known = null;
    for (Abi abi : Abi.values()) {
      int number = row.number(abi);
      if (number != SyscallRow.NONE && KNOWN[abi.ordinal()][number] != null) {
        known = KNOWN[abi.ordinal()][number];
      }
    }
    if (known != null && known.name().equals(row.name())) {
      return known;
    }
    for (Abi abi : Abi.values()) {
      if (row.number(abi) != SyscallRow.NONE) {
        KNOWN[abi.ordinal()][row.number(abi)] = row;
      }
    }
    return row;
  }
}
