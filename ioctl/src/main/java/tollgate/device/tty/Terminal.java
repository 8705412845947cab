package tollgate.device.tty;

import tollgate.abi.Errno;
import tollgate.abi.StructView;

/**
 * The terminal behind a tty: what the ioctls of {@link TtyControl} ask for. Implemented over the
 * host's terminal; reading and writing text is not its business. Methods fail by throwing what the
 * host said; calls come from any task's thread.
 */
public interface Terminal {
  /** Fills a {@code termios2} of x86-64: flags, control characters and speeds. */
  void attributes(StructView termios2);

  /**
   * Sets flags, control characters and speeds from a {@code termios2} of x86-64.
   *
   * @param when TCSANOW, TCSADRAIN or TCSAFLUSH of {@link tollgate.abi.uapi.TermBits}
   */
  void setAttributes(StructView termios2, int when);

  /** Fills a {@code winsize}. */
  void windowSize(StructView winsize);

  /** Sets the window size from a {@code winsize}; SIGWINCH is the implementation's. */
  void setWindowSize(StructView winsize);

  /** Bytes that a read would get: FIONREAD. */
  int inputQueued();

  /** Bytes written but not yet sent: TIOCOUTQ. */
  int outputQueued();

  /** Waits until all output is sent, and sends a break when {@code deciseconds} is positive. */
  void drain(int deciseconds);

  /** tcflow(3): TCOOFF, TCOON, TCIOFF or TCION. */
  void flow(int action);

  /** tcflush(3): TCIFLUSH, TCOFLUSH or TCIOFLUSH. */
  void flush(int queue);

  /** The process group in the foreground; ENOTTY if this is not the caller's terminal. */
  int foregroundGroup();

  /** Puts a group into the foreground; ENOTTY, EPERM, ESRCH as tcsetpgrp(3). */
  void setForegroundGroup(int group);

  /** The session that the terminal controls; ENOTTY if it is not the caller's. */
  int session();

  /**
   * TIOCSCTTY: becomes the caller's controlling terminal; nothing to do when it is already.
   *
   * @param steal 1 lets an administrator take it from another session
   */
  default void makeControlling(int steal) {
    throw Errno.EPERM.failure();
  }

  /** TIOCNOTTY: the caller gives its controlling terminal up. */
  default void giveUp() {
    throw Errno.ENOTTY.failure();
  }

  /** The device number as stat(2) shows it: TIOCGDEV. */
  int deviceNumber();
}
