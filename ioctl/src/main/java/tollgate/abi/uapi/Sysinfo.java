package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sysinfo} of sysinfo(2); memory in units of {@link #MEM_UNIT} bytes. */
public final class Sysinfo {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sysinfo", "linux/sysinfo.h");

  /** Seconds. */
  public static final Field UPTIME = S.field("uptime", CType.LONG);

  /** Fixed point with 16 fraction bits. */
  public static final Field LOADS = S.field("loads", CType.ULONG.array(3));

  public static final Field TOTALRAM = S.field("totalram", CType.ULONG);
  public static final Field FREERAM = S.field("freeram", CType.ULONG);
  public static final Field SHAREDRAM = S.field("sharedram", CType.ULONG);
  public static final Field BUFFERRAM = S.field("bufferram", CType.ULONG);
  public static final Field TOTALSWAP = S.field("totalswap", CType.ULONG);
  public static final Field FREESWAP = S.field("freeswap", CType.ULONG);
  public static final Field PROCS = S.field("procs", CType.U16);
  public static final Field PAD = S.field("pad", CType.U16);
  public static final Field TOTALHIGH = S.field("totalhigh", CType.ULONG);
  public static final Field FREEHIGH = S.field("freehigh", CType.ULONG);
  public static final Field MEM_UNIT = S.field("mem_unit", CType.U32);
  public static final Field F = S.field("_f", CType.CHAR.array(0, 8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sysinfo() {}
}
