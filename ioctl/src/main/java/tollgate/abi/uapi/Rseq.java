package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rseq} of rseq(2). */
public final class Rseq {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rseq", "kernel.h").aligned(32, 32);

  public static final Field CPU_ID_START = S.field("cpu_id_start", CType.U32);
  public static final Field CPU_ID = S.field("cpu_id", CType.U32);
  public static final Field RSEQ_CS = S.field("rseq_cs", CType.U64);
  public static final Field FLAGS = S.field("flags", CType.U32);

  /** Since Linux 6.3. */
  public static final Field NODE_ID = S.field("node_id", CType.U32);

  /** Since Linux 6.3. */
  public static final Field MM_CID = S.field("mm_cid", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Rseq() {}
}
