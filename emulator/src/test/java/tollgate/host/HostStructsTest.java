package tollgate.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offsets of {@link HostStructs} against those of the C compiler. */
class HostStructsTest {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("STATX_MASK", "struct statx, stx_mask"),
          Map.entry("STATX_BLKSIZE", "struct statx, stx_blksize"),
          Map.entry("STATX_NLINK", "struct statx, stx_nlink"),
          Map.entry("STATX_UID", "struct statx, stx_uid"),
          Map.entry("STATX_GID", "struct statx, stx_gid"),
          Map.entry("STATX_MODE", "struct statx, stx_mode"),
          Map.entry("STATX_INO", "struct statx, stx_ino"),
          Map.entry("STATX_SIZE", "struct statx, stx_size"),
          Map.entry("STATX_BLOCKS", "struct statx, stx_blocks"),
          Map.entry("STATX_ATIME", "struct statx, stx_atime"),
          Map.entry("STATX_BTIME", "struct statx, stx_btime"),
          Map.entry("STATX_CTIME", "struct statx, stx_ctime"),
          Map.entry("STATX_MTIME", "struct statx, stx_mtime"),
          Map.entry("STATX_RDEV_MAJOR", "struct statx, stx_rdev_major"),
          Map.entry("STATX_RDEV_MINOR", "struct statx, stx_rdev_minor"),
          Map.entry("STATX_DEV_MAJOR", "struct statx, stx_dev_major"),
          Map.entry("STATX_DEV_MINOR", "struct statx, stx_dev_minor"),
          Map.entry("TIMESTAMP_NSEC", "struct statx_timestamp, tv_nsec"),
          Map.entry("STATFS_TYPE", "struct statfs64, f_type"),
          Map.entry("STATFS_BSIZE", "struct statfs64, f_bsize"),
          Map.entry("STATFS_BLOCKS", "struct statfs64, f_blocks"),
          Map.entry("STATFS_BFREE", "struct statfs64, f_bfree"),
          Map.entry("STATFS_BAVAIL", "struct statfs64, f_bavail"),
          Map.entry("STATFS_FILES", "struct statfs64, f_files"),
          Map.entry("STATFS_FFREE", "struct statfs64, f_ffree"),
          Map.entry("STATFS_NAMELEN", "struct statfs64, f_namelen"),
          Map.entry("STATFS_FRSIZE", "struct statfs64, f_frsize"),
          Map.entry("STATFS_FLAGS", "struct statfs64, f_flags"),
          Map.entry("DIRENT_INO", "struct dirent64, d_ino"),
          Map.entry("DIRENT_RECLEN", "struct dirent64, d_reclen"),
          Map.entry("DIRENT_TYPE", "struct dirent64, d_type"),
          Map.entry("DIRENT_NAME", "struct dirent64, d_name"));

  @Test
  void offsetsAreTheCompilers(@TempDir Path folder) throws Exception {
    StringBuilder source =
        new StringBuilder(
            "#define _GNU_SOURCE\n#define _LARGEFILE64_SOURCE\n#include <stddef.h>\n"
                + "#include <sys/stat.h>\n#include <sys/vfs.h>\n#include <dirent.h>\n");
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      Field constant = HostStructs.class.getDeclaredField(field.getKey());
      source.append(
          String.format(
              "_Static_assert(offsetof(%s) == %d, \"%s\");%n",
              field.getValue(), constant.getInt(null), field.getKey()));
    }
    source.append("_Static_assert(STATX_BTIME == 0x800, \"mask\");\n");
    assertThat(compile(folder, source.toString())).isEmpty();
    assertThat(compile(folder, source + "_Static_assert(0, \"must fail\");\n"))
        .contains("must fail");
  }

  private static String compile(Path folder, String source)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("offsets.c"), source);
    Process gcc =
        new ProcessBuilder(List.of("gcc", "-fsyntax-only", file.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(gcc.getInputStream().readAllBytes());
    gcc.waitFor();
    return output;
  }
}
