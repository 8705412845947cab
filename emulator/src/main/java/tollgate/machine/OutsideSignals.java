package tollgate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tollgate.host.HostSignals;
import tollgate.kernel.Kernel;
import tollgate.kernel.Process;
import tollgate.kernel.SignalSender;
import tollgate.signal.SigAction;
import tollgate.signal.SigInfo;

/** Signals that this process gets from outside go to the guest, and its stops become ours. */
final class OutsideSignals {
  private OutsideSignals() {}

  /** Connects a guest that has this process's own standard streams. */
  static void connect(Kernel kernel, Process first) {
    long ignored = ignoredHere();
    for (int signal = 1; signal <= Long.SIZE; signal++) {
      if ((ignored >>> (signal - 1) & 1) != 0) {
        first.actions().set(signal, new SigAction(SigAction.IGNORE, 0, 0, 0));
      }
    }
    HostSignals.forward(
        ignored, signal -> SignalSender.toProcess(first, SigInfo.fromKernel(signal)));
    kernel.setStopListener((process, signal) -> HostSignals.stop());
  }

  /** The signals that whoever started us wants ignored (SigIgn of proc_pid_status(5)). */
  private static long ignoredHere() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("SigIgn:")) {
          return Long.parseUnsignedLong(line.substring(7).strip(), 16);
        }
      }
    } catch (IOException e) {
      return 0; // no /proc: nothing is known to be ignored
    }
    return 0;
  }
}
