package tollgate.mm;

import java.util.ArrayList;
import java.util.List;

/** A processor that remembers what it was told. */
final class FakeMmu implements Mmu {
  int flushes;
  final List<Long> dropped = new ArrayList<>();
  Runnable afterStep;

  @Override
  public long supervisorEntry() {
    return 0x1003;
  }

  @Override
  public void flushTlb() {
    flushes++;
  }

  @Override
  public void dropTranslations(long page) {
    dropped.add(page);
  }

  @Override
  public void stepOnce(Runnable after) {
    afterStep = after;
  }

  /** The instruction that was to run alone is through, if there was one. */
  void endStep() {
    Runnable after = afterStep;
    afterStep = null;
    if (after != null) {
      after.run();
    }
  }
}
