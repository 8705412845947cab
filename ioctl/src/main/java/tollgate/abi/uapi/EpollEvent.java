package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct epoll_event}: packed on x86-64 so that both ABIs have 12 bytes. */
public final class EpollEvent {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct epoll_event", "linux/eventpoll.h").packed(Abi.X86_64);

  public static final Field EVENTS = S.field("events", CType.U32);
  public static final Field DATA = S.field("data", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private EpollEvent() {}
}
