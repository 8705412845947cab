package tollgate.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tollgate.abi.Abi;

/** The folder that the busybox cases start in: the same files and times on every run. */
final class BusyboxFixture {
  private static final FileTime THEN = FileTime.fromMillis(1_600_000_000_000L);
  private static final Path TEMPLATE = template();

  private BusyboxFixture() {}

  /** Fills {@code folder}, which must not exist, with a fresh copy. */
  static void copyTo(Path folder) {
    try {
      Compiler.command(
          List.of("cp", "-a", TEMPLATE.toString(), folder.toString()), TEMPLATE.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names, kinds, modes and contents of everything in a folder, as text to compare. */
  static String describe(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().map(path -> line(folder, path)).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Path folder, Path path) {
    try {
      String mode =
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
      String content = "";
      if (Files.isSymbolicLink(path)) {
        content = " -> " + Files.readSymbolicLink(path);
      } else if (Files.isRegularFile(path)) {
        byte[] bytes = Files.readAllBytes(path);
        content = " " + bytes.length + " " + Outcome.text(bytes).hashCode();
      }
      boolean touched =
          Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis() > THEN.toMillis();
      return mode + (touched ? " new " : " old ") + folder.relativize(path) + content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path template() {
    Path folder = Places.scratch("busybox").resolve("work");
    try {
      texts(folder);
      archives(folder);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!Files.isSymbolicLink(path)) {
            Files.setLastModifiedTime(path, THEN);
          }
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void texts(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("dir/b"));
    Files.createDirectories(folder.resolve("other/b"));
    Files.createDirectories(folder.resolve("emptydir"));
    write(
        folder,
        "text.txt",
        """
        the quick brown fox
        jumps over 12 lazy dogs
        a dog and 345 cats

        The end of the   first part
        zoo books look good
        no numbers in this rather long line of plain words
        .* is a pattern, 6*7=42
        the fox and the dog
        last line without meaning 999
        """);
    write(folder, "numbers.txt", "10\n9\n100\n-5\n33\n7\n3.5\n9\n0\n21\n");
    write(folder, "words.txt", "pear\napple\nfig\napple\nplum\nfig\nfig\nbanana\n");
    write(folder, "sortedwords.txt", "apple\napple\nbanana\nfig\nfig\nfig\npear\nplum\n");
    write(folder, "colons.txt", "root:x:0:/root\nbin:x:2:/bin\nwww:x:33:/var/www\nno colons .*\n");
    write(folder, "tabs.txt", "a\tb\tc  \n\n\tindented\n  spaces\t\n\f\u0001\n");
    write(folder, "spaces.txt", "a       b       c\n        eight\n");
    write(folder, "crlf.txt", "one\r\ntwo\r\n");
    write(folder, "patterns.txt", "lazy\nzoo\n");
    write(folder, "script.sed", "1i\\\nfirst\n$a\\\nlast\n/fox/{s//wolf/g;p}\n");
    write(
        folder,
        "program.awk",
        "BEGIN { FS = \":\" }\nNF > 2 { n[$2] += $3; printf \"%-6s|%4d\\n\", $1, $3 }\n");
    write(folder, "bc.txt", "scale=10\n22/7\n2^100\nsqrt(2)\nx=5; x*x-1\nfor(i=0;i<3;i++) i\n");
    write(folder, "ed.txt", "2s/two/TWO/\n1,$p\nw\nq\n");
    write(folder, "hex.txt", "00ff10203040deadbeef\n");
    write(folder, "names.txt", "text.txt\ndir/a\n");
    write(folder, "old.txt", "one\ntwo\nthree\nfour\nfive\nsix\n");
    write(folder, "new.txt", "one\n2\nthree\nfour\nfive\nsix\nseven\n");
    write(
        folder,
        "change.patch",
        "--- old.txt\n+++ old.txt\n@@ -1,4 +1,4 @@\n one\n-two\n+2\n three\n four\n");
    write(
        folder,
        "script.sh",
        """
        #!/bin/sh
        # Builtins only: one process.
        echo "$0: $# arguments: $*"
        n=0
        while read -r line; do
          n=$((n + 1))
          case $line in
            *fox*) echo "line $n has a fox" ;;
            '') echo "line $n is empty" ;;
          esac
        done <text.txt
        echo "$n lines"
        for word in "$@"; do printf '%s=%d\\n' "$word" ${#word}; done
        exit 5
        """);
    write(folder, "empty", "");
    write(folder, "dir/a", "leaf a\n");
    write(folder, "dir/.hidden", "hidden leaf\n");
    write(folder, "dir/b/c", "leaf c\n");
    write(folder, "dir/b/d.txt", "no such word\n");
    write(folder, "other/a", "another\n");
    write(folder, "other/b/c", "leaf c\n");
    byte[] binary = new byte[3000];
    int state = 12345;
    for (int i = 0; i < binary.length; i++) {
      state = state * 1103515245 + 12345;
      binary[i] = (byte) (state >>> 16);
    }
    Files.write(folder.resolve("binary.bin"), binary);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("text.txt"));
    Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("dirlink"), Path.of("dir"));
  }

  private static void archives(Path folder) throws IOException {
    String busybox = Places.packaged(Abi.X86_64, "bin/busybox").toString();
    shell(
        folder,
        ("""
        B=%s
        $B md5sum text.txt numbers.txt >sums.md5
        $B base64 text.txt >text.b64
        $B uuencode binary.bin binary.bin >binary.uu
        $B gzip -c text.txt >text.gz
        $B head -c 100 text.gz >broken.gz
        $B bzip2 -c text.txt >text.bz2
        xz -c text.txt >text.xz
        xz --format=lzma -c text.txt >text.lzma
        $B tar cf archive.tar dir text.txt link
        printf 'dir\\ndir/a\\ntext.txt\\n' | $B cpio -o -H newc >archive.cpio
        ar rcD archive.ar text.txt numbers.txt
        """)
            .formatted(busybox));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("archive.zip")))) {
      for (String name : List.of("text.txt", "binary.bin")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(THEN.toMillis());
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(folder.resolve(name)));
      }
    }
  }

  private static void shell(Path folder, String script) throws IOException {
    Compiler.command(List.of("sh", "-e", "-c", script), folder);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
  }
}
