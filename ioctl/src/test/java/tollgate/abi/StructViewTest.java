package tollgate.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.Statx;
import tollgate.abi.uapi.Termios;
import tollgate.abi.uapi.Timespec;

class StructViewTest {
  private static final StructSchema.Builder P = StructSchema.struct("struct pair", "none");
  private static final Field A = P.field("a", CType.U8);
  private static final Field B = P.field("b", CType.S64);
  private static final StructSchema PAIR = P.build();
  private static final StructSchema.Builder Q = StructSchema.struct("struct pairs", "none");
  private static final Field TAG = Q.field("tag", CType.CHAR.array(5));
  private static final Field PAIRS = Q.field("pairs", PAIR.type().array(3));
  private static final StructSchema ARRAY = Q.build();
  private static final Field PAIRS_B = PAIRS.dot(B);

  private final FakeMemory memory = new FakeMemory(0x1000, 256);

  @Test
  void oneFieldConstantServesBothAbis() {
    StructView v = new StructView(Stat.SCHEMA, Abi.X86_64);
    v.set(Stat.ST_MODE, 0100644).set(Stat.ST_NLINK, 3);
    assertThat(v.size()).isEqualTo(144);
    assertThat(v.bytes()[16]).isEqualTo((byte) 3);
    v.reset(Stat.SCHEMA, Abi.I386);
    v.set(Stat.ST_MODE, 0100644).set(Stat.ST_NLINK, 3);
    assertThat(v.size()).isEqualTo(64);
    assertThat(v.bytes()[10]).isEqualTo((byte) 3);
    assertThat(v.get(Stat.ST_MODE)).isEqualTo(0100644);
  }

  @Test
  void longLongAlignsToFourOnI386() {
    assertThat(B.offset(Abi.X86_64)).isEqualTo(8);
    assertThat(B.offset(Abi.I386)).isEqualTo(4);
    assertThat(PAIR.size(Abi.X86_64)).isEqualTo(16);
    assertThat(PAIR.size(Abi.I386)).isEqualTo(12);
  }

  @Test
  void memberOfAnArrayOfStructsIsIndexed() {
    StructView v = new StructView(ARRAY, Abi.I386);
    v.set(PAIRS_B, 2, -7);
    assertThat(v.get(PAIRS_B, 2)).isEqualTo(-7);
    assertThat(v.get(PAIRS_B, 1)).isZero();
    assertThat(v.bytes()[8 + 2 * 12 + 4]).isEqualTo((byte) -7);
    assertThatThrownBy(() -> v.get(PAIRS_B, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void signedFieldsSignExtendAndUnsignedOnesDoNot() {
    StructView v = new StructView(Timespec.SCHEMA, Abi.I386);
    v.set(Timespec.TV_SEC, -1);
    assertThat(v.get(Timespec.TV_SEC)).isEqualTo(-1);
    v.reset(Stat64.SCHEMA, Abi.I386).set(Stat64.ST_UID, -1);
    assertThat(v.get(Stat64.ST_UID)).isEqualTo(0xffff_ffffL);
  }

  @Test
  void fitsTellsWhatAStoreWouldCut() {
    StructView v = new StructView(Stat.SCHEMA, Abi.I386);
    assertThat(v.fits(Stat.ST_UID, 65535)).isTrue();
    assertThat(v.fits(Stat.ST_UID, 65536)).isFalse();
    assertThat(v.fits(Stat.ST_SIZE, 0xffff_ffffL)).isTrue();
    assertThat(v.fits(Stat.ST_SIZE, -1)).isFalse();
    assertThat(Timespec.TV_SEC.fits(Abi.I386, 0x8000_0000L)).isFalse();
    assertThat(Timespec.TV_SEC.fits(Abi.X86_64, Long.MIN_VALUE)).isTrue();
  }

  @Test
  void fieldThatTheAbiLacksReadsZeroAndIgnoresWrites() {
    StructView v = new StructView(Stat.SCHEMA, Abi.I386);
    v.set(Stat.PAD0, -1);
    assertThat(v.get(Stat.PAD0)).isZero();
    assertThat(v.bytes()).containsOnly(0);
    assertThat(Stat.PAD0.exists(Abi.I386)).isFalse();
    assertThat(Stat.PAD0.exists(Abi.X86_64)).isTrue();
  }

  @Test
  void nestedFieldsAddUp() {
    assertThat(Statx.STX_BTIME_NSEC.offset(Abi.I386)).isEqualTo(88);
    assertThat(Statx.STX_BTIME_NSEC.name()).isEqualTo("stx_btime.tv_nsec");
  }

  @Test
  void stringsAreCutAndTerminated() {
    StructView v = new StructView(ARRAY, Abi.X86_64);
    v.setString(TAG, "linux-gate");
    assertThat(v.getString(TAG)).isEqualTo("linu");
    v.setString(TAG, "a");
    assertThat(v.getString(TAG)).isEqualTo("a");
  }

  @Test
  void bytesGoInAndOut() {
    StructView v = new StructView(Termios.SCHEMA, Abi.I386);
    byte[] cc = {3, 28, 127};
    v.setBytes(Termios.C_CC, cc, 0, 3);
    byte[] back = new byte[19];
    v.getBytes(Termios.C_CC, back, 0);
    assertThat(back).startsWith(3, 28, 127).hasSize(19);
    assertThatThrownBy(() -> v.setBytes(Termios.C_CC, new byte[20], 0, 20))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void copiesWholeStructsOrFaults() {
    StructView v = new StructView(Timespec.SCHEMA, Abi.X86_64);
    v.set(Timespec.TV_SEC, 5).set(Timespec.TV_NSEC, 6).copyOut(memory, 0x1000);
    assertThat(memory.readLong(0x1008)).isEqualTo(6);
    StructView w = new StructView(Timespec.SCHEMA, Abi.X86_64).copyIn(memory, 0x1000);
    assertThat(w.get(Timespec.TV_SEC)).isEqualTo(5);
    assertThatThrownBy(() -> v.copyOut(memory, 0x10f8))
        .isInstanceOf(ErrnoException.class)
        .hasMessage("EFAULT");
  }

  @Test
  void fieldWriteLeavesItsNeighboursAlone() {
    memory.writeLong(0x1000, -1);
    A.write(memory, Abi.I386, 0x1000, 0);
    assertThat(memory.readLong(0x1000)).isEqualTo(0xffff_ffff_ffff_ff00L);
    B.write(memory, Abi.I386, 0x1000, -2);
    assertThat(B.read(memory, Abi.I386, 0x1000)).isEqualTo(-2);
    assertThat(memory.readInt(0x1000)).isEqualTo(0xffff_ff00);
  }

  @Test
  void resetClearsWhatTheLastStructLeft() {
    StructView v = new StructView(Stat.SCHEMA, Abi.X86_64);
    v.set(Stat.ST_ATIME, -1);
    v.reset(Stat.SCHEMA, Abi.X86_64);
    assertThat(v.get(Stat.ST_ATIME)).isZero();
  }
}
