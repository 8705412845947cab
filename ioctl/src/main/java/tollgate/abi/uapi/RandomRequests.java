package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.IoctlRequest;

/** The requests of random(4) (include/uapi/linux/random.h). */
public final class RandomRequests {
  public static final IoctlRequest RNDGETENTCNT =
      IoctlRequest.ior("RNDGETENTCNT", 'R', 0x00, CType.INT);
  public static final IoctlRequest RNDADDTOENTCNT =
      IoctlRequest.iow("RNDADDTOENTCNT", 'R', 0x01, CType.INT);
  public static final IoctlRequest RNDGETPOOL =
      IoctlRequest.ior("RNDGETPOOL", 'R', 0x02, CType.INT.array(2));
  public static final IoctlRequest RNDADDENTROPY =
      IoctlRequest.iow("RNDADDENTROPY", 'R', 0x03, CType.INT.array(2));
  public static final IoctlRequest RNDZAPENTCNT = IoctlRequest.io("RNDZAPENTCNT", 'R', 0x04);
  public static final IoctlRequest RNDCLEARPOOL = IoctlRequest.io("RNDCLEARPOOL", 'R', 0x06);
  public static final IoctlRequest RNDRESEEDCRNG = IoctlRequest.io("RNDRESEEDCRNG", 'R', 0x07);

  private RandomRequests() {}
}
