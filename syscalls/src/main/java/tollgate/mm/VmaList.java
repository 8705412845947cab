package tollgate.mm;

import java.util.Arrays;

/**
 * The mappings of an address space in the order of their addresses, without overlaps, merged where
 * they can be. Keeps the sums that limits are checked against, in bytes.
 */
final class VmaList {
  /** The most mappings of a process (vm.max_map_count). */
  static final int MAX_MAP_COUNT = 65530;

  private final AddressSpace space;
  private Vma[] vmas = new Vma[16];
  private int count;
  private Vma last;
  private long total;
  private long data;
  private long locked;

  VmaList(AddressSpace space) {
    this.space = space;
  }

  int count() {
    return count;
  }

  Vma at(int index) {
    return vmas[index];
  }

  /** Bytes mapped. */
  long total() {
    return total;
  }

  /** Bytes of private writable mappings. */
  long data() {
    return data;
  }

  /** Bytes of locked mappings. */
  long locked() {
    return locked;
  }

  /** The mapping that contains an address, or null. */
  Vma find(long address) {
    Vma hit = last;
    if (hit != null && address >= hit.start && address < hit.end) {
      return hit;
    }
    int index = indexAfter(address);
    if (index == count || vmas[index].start > address) {
      return null;
    }
    last = vmas[index];
    return last;
  }

  /** Index of the first mapping that ends after an address; the count when there is none. */
  int indexAfter(long address) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (vmas[middle].end > address) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Adds a mapping whose range is free, and merges it with its neighbours. */
  void add(Vma vma) {
    int index = indexAfter(vma.start);
    insert(index, vma);
    merge(index);
  }

  /** Cuts a mapping in two at an address inside it. */
  void split(int index, long address) {
    Vma whole = vmas[index];
    Vma upper = whole.slice(address, whole.end);
    Vma lower = whole.slice(whole.start, address);
    remove(index);
    insert(index, lower);
    insert(index + 1, upper);
  }

  /** Takes a mapping out. */
  void remove(int index) {
    Vma vma = vmas[index];
    System.arraycopy(vmas, index + 1, vmas, index, count - index - 1);
    vmas[--count] = null;
    last = null;
    account(vma, -1);
    if (vma.cache != null) {
      vma.cache.removeMapper(space);
      space.dropLater(vma.cache);
    }
  }

  /** Puts a mapping in another's place, without merging. */
  void replace(int index, Vma vma) {
    insert(index, vma);
    remove(index + 1);
  }

  /** Merges the mapping at an index with its neighbours. */
  void merge(int at) {
    if (at + 1 < count && vmas[at].continuedBy(vmas[at + 1])) {
      Vma both = vmas[at].slice(vmas[at].start, vmas[at + 1].end);
      remove(at + 1);
      replace(at, both);
    }
    if (at > 0 && vmas[at - 1].continuedBy(vmas[at])) {
      Vma both = vmas[at - 1].slice(vmas[at - 1].start, vmas[at].end);
      remove(at);
      replace(at - 1, both);
    }
  }

  /** Moves the start of a mapping down. */
  void growDown(Vma vma, long start) {
    account(vma, -1);
    if (vma.cache != null) {
      vma.offset -= vma.start - start;
    }
    vma.start = start;
    account(vma, 1);
  }

  private void insert(int index, Vma vma) {
    if (count == vmas.length) {
      vmas = Arrays.copyOf(vmas, count * 2);
    }
    System.arraycopy(vmas, index, vmas, index + 1, count - index);
    vmas[index] = vma;
    count++;
    last = null;
    account(vma, 1);
    if (vma.cache != null) {
      vma.cache.users++;
      vma.cache.addMapper(space);
    }
  }

  private void account(Vma vma, int sign) {
    long bytes = sign * (vma.end - vma.start);
    total += bytes;
    if (vma.data()) {
      data += bytes;
    }
    if (vma.locked()) {
      locked += bytes;
    }
  }
}
