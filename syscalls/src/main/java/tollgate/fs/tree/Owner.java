package tollgate.fs.tree;

/** Who owns a generated file at the moment. */
public interface Owner {
  /** The superuser. */
  Owner ROOT =
      new Owner() {
        @Override
        public int uid() {
          return 0;
        }

        @Override
        public int gid() {
          return 0;
        }
      };

  /** The user. */
  int uid();

  /** The group. */
  int gid();
}
