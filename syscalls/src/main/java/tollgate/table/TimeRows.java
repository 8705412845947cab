package tollgate.table;

import tollgate.calls.TimeCalls;

/** Clocks, sleeping, alarms and timers, in their 32-bit and 64-bit forms. */
final class TimeRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("time", 201, 13)) row("out time tloc : time", full(TimeCalls::time));
    if (at32("stime", 25)) row("in time t", partial(TimeCalls::stime, "the clock is the host's: EPERM"));
    if (at("gettimeofday", 96, 78)) row("out timeval tv, out timezone tz", full(TimeCalls::gettimeofday));
    if (at("settimeofday", 164, 79)) row("in timeval tv, in timezone tz", partial(TimeCalls::settimeofday, "the clock is the host's: EPERM"));
    if (at("nanosleep", 35, 162)) row("in timespec req, out timespec rem", full(TimeCalls::nanosleep));
    if (at("clock_gettime", 228, 265)) row("clock clockid, out timespec tp", full(TimeCalls::clockGettime), "2.6");
    if (at32("clock_gettime64", 403)) row("clock clockid, out timespec64 tp", full(TimeCalls::clockGettime64), "5.1");
    if (at("clock_settime", 227, 264)) row("clock clockid, in timespec tp", partial(TimeCalls::clockSettime, "the clock is the host's: EPERM"), "2.6");
    if (at32("clock_settime64", 404)) row("clock clockid, in timespec64 tp", partial(TimeCalls::clockSettime64, "the clock is the host's: EPERM"), "5.1");
    if (at("clock_getres", 229, 266)) row("clock clockid, out timespec res", full(TimeCalls::clockGetres), "2.6");
    if (at32("clock_getres_time64", 406)) row("clock clockid, out timespec64 res", full(TimeCalls::clockGetres64), "5.1");
    if (at("clock_nanosleep", 230, 267)) row("clock clockid, flags:timer flags, in timespec request, out timespec remain", full(TimeCalls::clockNanosleep), "2.6");
    if (at32("clock_nanosleep_time64", 407)) row("clock clockid, flags:timer flags, in timespec64 request, out timespec64 remain", full(TimeCalls::clockNanosleep64), "5.1");
    if (at("adjtimex", 159, 124)) row("inout timex buf", planned("time"));
    if (at("clock_adjtime", 305, 343)) row("clock clockid, inout timex buf", planned("time"), "2.6.39");
    if (at32("clock_adjtime64", 405)) row("clock clockid, inout timex64 buf", planned("time"), "5.1");
    if (at("alarm", 37, 27)) row("uint seconds", planned("time"));
    if (at("getitimer", 36, 105)) row("enum:itimer which, out itimerval curr_value", planned("time"));
    if (at("setitimer", 38, 104)) row("enum:itimer which, in itimerval new_value, out itimerval old_value", planned("time"));
    if (at("timer_create", 222, 259)) row("clock clockid, in sigevent sevp, out int timerid", planned("time"), "2.6");
    if (at("timer_settime", 223, 260)) row("int timerid, flags:timer flags, in itimerspec new_value, out itimerspec old_value", planned("time"), "2.6");
    if (at32("timer_settime64", 409)) row("int timerid, flags:timer flags, in itimerspec64 new_value, out itimerspec64 old_value", planned("time"), "5.1");
    if (at("timer_gettime", 224, 261)) row("int timerid, out itimerspec curr_value", planned("time"), "2.6");
    if (at32("timer_gettime64", 408)) row("int timerid, out itimerspec64 curr_value", planned("time"), "5.1");
    if (at("timer_getoverrun", 225, 262)) row("int timerid", planned("time"), "2.6");
    if (at("timer_delete", 226, 263)) row("int timerid", planned("time"), "2.6");
  }
  // spotless:on
}
