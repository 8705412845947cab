package tollgate.host;

import java.util.ArrayList;

/**
 * The host terminal's attributes as they were before the guest changed them, put back when the JVM
 * ends, however it ends (but SIGKILL). Safe for all threads.
 */
public final class SavedTerminal {
  private static final int TCGETS = 0x5401;
  private static final int TCSETS = 0x5402;
  private static final int TERMIOS_BYTES = 36;
  private static final int SIGTTOU = 22;
  private static final int SIG_IGN = 1;
  private static final ArrayList<SavedTerminal> SAVED = new ArrayList<>();

  private final int fd;
  private final byte[] attributes;

  private SavedTerminal(int fd, byte[] attributes) {
    this.fd = fd;
    this.attributes = attributes;
  }

  /** Keeps the attributes of a terminal the first time it is about to be changed. */
  static void remember(int fd) {
    synchronized (SAVED) {
      if (SAVED.stream().anyMatch(s -> s.fd == fd)) {
        return;
      }
      Scratch scratch = Scratch.current();
      if (LibC.callInt(LibC.function("ioctl"), fd, TCGETS, scratch.struct()) < 0) {
        return;
      }
      byte[] attributes = new byte[TERMIOS_BYTES];
      scratch.getStruct(attributes);
      if (SAVED.isEmpty()) {
        Runtime.getRuntime().addShutdownHook(new Thread(SavedTerminal::restore, "terminal"));
      }
      SAVED.add(new SavedTerminal(fd, attributes));
    }
  }

  /**
   * Puts all remembered attributes back now. Runs by itself at an orderly end; whoever ends the JVM
   * by halt or a signal calls it first. Harmless when nothing was changed.
   */
  public static void restore() {
    synchronized (SAVED) {
      if (SAVED.isEmpty()) {
        return;
      }
      // From the background the change would stop us instead.
      LibC.callLong(LibC.function("signal"), SIGTTOU, SIG_IGN, 0);
      Scratch scratch = Scratch.current();
      for (SavedTerminal saved : SAVED) {
        scratch.putStruct(saved.attributes);
        LibC.callInt(LibC.function("ioctl"), saved.fd, TCSETS, scratch.struct());
      }
    }
  }
}
