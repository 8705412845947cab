package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rseq_cs}: a critical section of rseq(2). */
public final class RseqCs {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rseq_cs", "linux/rseq.h").aligned(32, 32);

  public static final Field VERSION = S.field("version", CType.U32);
  public static final Field FLAGS = S.field("flags", CType.U32);
  public static final Field START_IP = S.field("start_ip", CType.U64);
  public static final Field POST_COMMIT_OFFSET = S.field("post_commit_offset", CType.U64);
  public static final Field ABORT_IP = S.field("abort_ip", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private RseqCs() {}
}
