package tollgate.table;

import tollgate.calls.TimeCalls;

/** Clocks, sleeping, alarms and timers, in their 32-bit and 64-bit forms. */
final class TimeRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("time", 201, 13, "out time tloc : time", full(TimeCalls::time));
    row32("stime", 25, "in time t", partial(TimeCalls::stime, "the clock is the host's: EPERM"));
    row("gettimeofday", 96, 78, "out timeval tv, out timezone tz", full(TimeCalls::gettimeofday));
    row("settimeofday", 164, 79, "in timeval tv, in timezone tz", partial(TimeCalls::settimeofday, "the clock is the host's: EPERM"));
    row("nanosleep", 35, 162, "in timespec req, out timespec rem", full(TimeCalls::nanosleep));
    row("clock_gettime", 228, 265, "clock clockid, out timespec tp", full(TimeCalls::clockGettime), "2.6");
    row32("clock_gettime64", 403, "clock clockid, out timespec64 tp", full(TimeCalls::clockGettime64), "5.1");
    row("clock_settime", 227, 264, "clock clockid, in timespec tp", partial(TimeCalls::clockSettime, "the clock is the host's: EPERM"), "2.6");
    row32("clock_settime64", 404, "clock clockid, in timespec64 tp", partial(TimeCalls::clockSettime64, "the clock is the host's: EPERM"), "5.1");
    row("clock_getres", 229, 266, "clock clockid, out timespec res", full(TimeCalls::clockGetres), "2.6");
    row32("clock_getres_time64", 406, "clock clockid, out timespec64 res", full(TimeCalls::clockGetres64), "5.1");
    row("clock_nanosleep", 230, 267, "clock clockid, flags:timer flags, in timespec request, out timespec remain", full(TimeCalls::clockNanosleep), "2.6");
    row32("clock_nanosleep_time64", 407, "clock clockid, flags:timer flags, in timespec64 request, out timespec64 remain", full(TimeCalls::clockNanosleep64), "5.1");
    row("adjtimex", 159, 124, "inout timex buf", planned("time"));
    row("clock_adjtime", 305, 343, "clock clockid, inout timex buf", planned("time"), "2.6.39");
    row32("clock_adjtime64", 405, "clock clockid, inout timex64 buf", planned("time"), "5.1");
    row("alarm", 37, 27, "uint seconds", planned("time"));
    row("getitimer", 36, 105, "enum:itimer which, out itimerval curr_value", planned("time"));
    row("setitimer", 38, 104, "enum:itimer which, in itimerval new_value, out itimerval old_value", planned("time"));
    row("timer_create", 222, 259, "clock clockid, in sigevent sevp, out int timerid", planned("time"), "2.6");
    row("timer_settime", 223, 260, "int timerid, flags:timer flags, in itimerspec new_value, out itimerspec old_value", planned("time"), "2.6");
    row32("timer_settime64", 409, "int timerid, flags:timer flags, in itimerspec64 new_value, out itimerspec64 old_value", planned("time"), "5.1");
    row("timer_gettime", 224, 261, "int timerid, out itimerspec curr_value", planned("time"), "2.6");
    row32("timer_gettime64", 408, "int timerid, out itimerspec64 curr_value", planned("time"), "5.1");
    row("timer_getoverrun", 225, 262, "int timerid", planned("time"), "2.6");
    row("timer_delete", 226, 263, "int timerid", planned("time"), "2.6");
  }
  // spotless:on
}
