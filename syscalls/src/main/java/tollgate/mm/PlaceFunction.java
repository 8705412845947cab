package tollgate.mm;

/** Makes something of a place in a file. */
@FunctionalInterface
public interface PlaceFunction<T> {
  /** Takes the pages of the file, known by identity, and an offset in bytes. */
  T apply(Object pages, long offset);
}
