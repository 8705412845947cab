package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Rlimit;
import tollgate.abi.uapi.Rlimit64;
import tollgate.abi.uapi.Rusage;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.Timespec64;
import tollgate.abi.uapi.Timeval;
import tollgate.abi.uapi.Timezone;

/** Prints times, intervals, limits and usage. */
final class TimePrinter {
  private static final int UTIME_NOW = 0x3fffffff;
  private static final int UTIME_OMIT = 0x3ffffffe;

  private TimePrinter() {}

  static void print(TracedCall call, String type, long address) {
    switch (type) {
      case "timespec" -> timespec(call, address);
      case "timespec64" -> timespec64(call, address);
      case "timeval" -> {
        timeval(call, address);
        if (call.row.name().endsWith("utimes") || call.row.name().equals("futimesat")) {
          StructView v = StructPrinter.view(call, Timeval.SCHEMA, address);
          comment(call.out, v.get(Timeval.TV_SEC), v.get(Timeval.TV_USEC), 6);
        }
      }
      case "utimens" -> {
        StructView v = StructPrinter.view(call, Timespec.SCHEMA, address);
        stamp(call, v.get(Timespec.TV_SEC), v.get(Timespec.TV_NSEC));
      }
      case "utimens64" -> {
        StructView v = StructPrinter.view(call, Timespec64.SCHEMA, address);
        stamp(call, v.get(Timespec64.TV_SEC), v.get(Timespec64.TV_NSEC));
      }
      case "timezone" -> {
        StructView v = StructPrinter.view(call, Timezone.SCHEMA, address);
        call.out.raw("{tz_minuteswest=").dec(v.get(Timezone.TZ_MINUTESWEST));
        call.out.raw(", tz_dsttime=").dec(v.get(Timezone.TZ_DSTTIME)).raw('}');
      }
      case "itimerval", "itimerspec", "itimerspec64" -> interval(call, type, address);
      case "rusage" -> rusage(StructPrinter.view(call, Rusage.SCHEMA, address), call.out);
      case "rlimit" -> {
        StructView v = StructPrinter.view(call, Rlimit.SCHEMA, address);
        limits(call, v.get(Rlimit.RLIM_CUR), v.get(Rlimit.RLIM_MAX), call.abi == Abi.I386);
      }
      case "rlimit64" -> {
        StructView v = StructPrinter.view(call, Rlimit64.SCHEMA, address);
        limits(call, v.get(Rlimit64.RLIM_CUR), v.get(Rlimit64.RLIM_MAX), false);
      }
      case "utimbuf" -> {
        call.out.raw("{actime=");
        second(call, address);
        call.out.raw(", modtime=");
        second(call, address + call.abi.wordSize());
        call.out.raw('}');
      }
      default -> {
        call.out.raw('[');
        second(call, address);
        call.out.raw(']');
      }
    }
  }

  private static void second(TracedCall call, long address) {
    long seconds = call.signedWord(call.memory.readWord(call.abi, address));
    call.out.dec(seconds).raw(" /* ").time(seconds, 0, 0).raw(" */");
  }

  private static void timespec(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, Timespec.SCHEMA, address);
    call.out.raw("{tv_sec=").dec(v.get(Timespec.TV_SEC));
    call.out.raw(", tv_nsec=").dec(v.get(Timespec.TV_NSEC)).raw('}');
  }

  private static void timespec64(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, Timespec64.SCHEMA, address);
    call.out.raw("{tv_sec=").dec(v.get(Timespec64.TV_SEC));
    call.out.raw(", tv_nsec=").dec(v.get(Timespec64.TV_NSEC)).raw('}');
  }

  private static void timeval(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, Timeval.SCHEMA, address);
    call.out.raw("{tv_sec=").dec(v.get(Timeval.TV_SEC));
    call.out.raw(", tv_usec=").dec(v.get(Timeval.TV_USEC)).raw('}');
  }

  private static void comment(TraceLine out, long seconds, long fraction, int digits) {
    out.raw(" /* ").time(seconds, fraction, digits).raw(" */");
  }

  private static void stamp(TracedCall call, long seconds, long nanoseconds) {
    if (nanoseconds == UTIME_NOW) {
      call.out.raw("UTIME_NOW");
    } else if (nanoseconds == UTIME_OMIT) {
      call.out.raw("UTIME_OMIT");
    } else {
      call.out.raw("{tv_sec=").dec(seconds).raw(", tv_nsec=").dec(nanoseconds).raw('}');
      comment(call.out, seconds, nanoseconds, 9);
    }
  }

  private static void interval(TracedCall call, String type, long address) {
    int half = type.equals("itimerspec64") ? 16 : StructPrinter.pairSize(call.abi);
    call.out.raw("{it_interval=");
    half(call, type, address);
    call.out.raw(", it_value=");
    half(call, type, address + half);
    call.out.raw('}');
  }

  private static void half(TracedCall call, String type, long address) {
    switch (type) {
      case "itimerval" -> timeval(call, address);
      case "itimerspec" -> timespec(call, address);
      default -> timespec64(call, address);
    }
  }

  private static void rusage(StructView v, TraceLine out) {
    out.raw("{ru_utime={tv_sec=").dec(v.get(Rusage.UTIME_SEC));
    out.raw(", tv_usec=").dec(v.get(Rusage.UTIME_USEC));
    out.raw("}, ru_stime={tv_sec=").dec(v.get(Rusage.STIME_SEC));
    out.raw(", tv_usec=").dec(v.get(Rusage.STIME_USEC)).raw("}, ...}");
  }

  private static void limits(TracedCall call, long soft, long hard, boolean narrow) {
    call.out.raw("{rlim_cur=");
    limit(call.out, soft, narrow);
    call.out.raw(", rlim_max=");
    limit(call.out, hard, narrow);
    call.out.raw('}');
  }

  private static void limit(TraceLine out, long value, boolean narrow) {
    if (narrow && value == 0xffff_ffffL) {
      out.raw("RLIM_INFINITY");
    } else if (!narrow && value == -1) {
      out.raw("RLIM64_INFINITY");
    } else if (Long.compareUnsigned(value, 1024) > 0 && value % 1024 == 0) {
      out.unsigned(Long.divideUnsigned(value, 1024)).raw("*1024");
    } else {
      out.unsigned(value);
    }
  }
}
