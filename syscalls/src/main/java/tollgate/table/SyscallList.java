package tollgate.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The one list of all rows, from which both tables, the listing and the trace are made. */
public final class SyscallList {
  private static final List<SyscallRow> ROWS = collect();

  private SyscallList() {}

  /** All rows, family by family. */
  public static List<SyscallRow> rows() {
    return ROWS;
  }

  private static List<SyscallRow> collect() {
    List<SyscallRow> rows = new ArrayList<>(600);
    for (RowFamily family :
        List.of(
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
            new RemovedRows())) {
      family.addTo(rows);
    }
    return Collections.unmodifiableList(rows);
  }
}
