package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct mq_attr} of mq_open(2) and mq_getsetattr(2). */
public final class MqAttr {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct mq_attr", "linux/mqueue.h");

  public static final Field MQ_FLAGS = S.field("mq_flags", CType.LONG);
  public static final Field MQ_MAXMSG = S.field("mq_maxmsg", CType.LONG);
  public static final Field MQ_MSGSIZE = S.field("mq_msgsize", CType.LONG);
  public static final Field MQ_CURMSGS = S.field("mq_curmsgs", CType.LONG);
  public static final Field RESERVED = S.field("__reserved", CType.LONG.array(4));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private MqAttr() {}
}
