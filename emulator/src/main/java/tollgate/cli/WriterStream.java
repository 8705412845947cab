package tollgate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Bytes as chars into a writer, one to one. */
final class WriterStream extends OutputStream {
  private final Writer writer;

  WriterStream(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void write(int b) throws IOException {
    writer.write(b & 0xff);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    writer.write(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
  }
}
