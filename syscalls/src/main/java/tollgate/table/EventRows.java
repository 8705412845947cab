package tollgate.table;

import tollgate.calls.EventCalls;
import tollgate.calls.PollCalls;
import tollgate.calls.SelectCalls;

/**
 * Waiting for many things: poll, select, epoll, event descriptors, file watches, asynchronous input
 * and output.
 */
final class EventRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("poll", 7, 168)) row("inout pollfd fds[nfds], uint nfds, int timeout", full(PollCalls::poll));
    if (at("ppoll", 271, 309)) row("inout pollfd fds[nfds], uint nfds, in timespec tmo_p, in sigset sigmask[sigsetsize], size sigsetsize", full(PollCalls::ppoll), "2.6.16");
    if (at32("ppoll_time64", 414)) row("inout pollfd fds[nfds], uint nfds, in timespec64 tmo_p, in sigset sigmask[sigsetsize], size sigsetsize", full(PollCalls::ppollTime64), "5.1");
    if (at64("select", 23)) row("int nfds, inout fdset readfds[nfds], inout fdset writefds[nfds], inout fdset exceptfds[nfds], inout timeval timeout", full(SelectCalls::select));
    if (at32("select", 82)) row("in sel_arg_struct arg", full(SelectCalls::oldSelect));
    if (at32("_newselect", 142)) row("int nfds, inout fdset readfds[nfds], inout fdset writefds[nfds], inout fdset exceptfds[nfds], inout timeval timeout", full(SelectCalls::select));
    if (at("pselect6", 270, 308)) row("int nfds, inout fdset readfds[nfds], inout fdset writefds[nfds], inout fdset exceptfds[nfds], in timespec timeout, in sigset_argpack sigmask", full(SelectCalls::pselect6), "2.6.16");
    if (at32("pselect6_time64", 413)) row("int nfds, inout fdset readfds[nfds], inout fdset writefds[nfds], inout fdset exceptfds[nfds], in timespec64 timeout, in sigset_argpack sigmask", full(SelectCalls::pselect6Time64), "5.1");
    if (at("epoll_create", 213, 254)) row("int size : fd", full(EventCalls::epollCreate), "2.5.44");
    if (at("epoll_create1", 291, 329)) row("flags:epoll_create flags : fd", full(EventCalls::epollCreate1), "2.6.27");
    if (at("epoll_ctl", 233, 255)) row("fd epfd, enum:epoll_ctl op, fd fd, in epoll_event event", partial(EventCalls::epollCtl, "EPOLLEXCLUSIVE wakes all"), "2.5.44");
    if (at("epoll_wait", 232, 256)) row("fd epfd, out epoll_event events[result], int maxevents, int timeout", full(EventCalls::epollWait), "2.5.44");
    if (at("epoll_pwait", 281, 319)) row("fd epfd, out epoll_event events[result], int maxevents, int timeout, in sigset sigmask[sigsetsize], size sigsetsize", full(EventCalls::epollPwait), "2.6.19");
    if (at("epoll_pwait2", 441, 441)) row("fd epfd, out epoll_event events[result], int maxevents, in timespec64 timeout, in sigset sigmask[sigsetsize], size sigsetsize", full(EventCalls::epollPwait2), "5.11");
    if (at("eventfd", 284, 323)) row("uint initval : fd", full(EventCalls::eventfd), "2.6.22");
    if (at("eventfd2", 290, 328)) row("uint initval, flags:eventfd flags : fd", full(EventCalls::eventfd2), "2.6.27");
    if (at("signalfd", 282, 321)) row("fd fd, in sigset mask[sizemask], size sizemask : fd", planned("event descriptors"), "2.6.22");
    if (at("signalfd4", 289, 327)) row("fd fd, in sigset mask[sizemask], size sizemask, flags:signalfd flags : fd", planned("event descriptors"), "2.6.27");
    if (at("timerfd_create", 283, 322)) row("clock clockid, flags:timerfd_create flags : fd", planned("event descriptors"), "2.6.25");
    if (at("timerfd_settime", 286, 325)) row("fd fd, flags:timerfd flags, in itimerspec new_value, out itimerspec old_value", planned("event descriptors"), "2.6.25");
    if (at32("timerfd_settime64", 411)) row("fd fd, flags:timerfd flags, in itimerspec64 new_value, out itimerspec64 old_value", planned("event descriptors"), "5.1");
    if (at("timerfd_gettime", 287, 326)) row("fd fd, out itimerspec curr_value", planned("event descriptors"), "2.6.25");
    if (at32("timerfd_gettime64", 410)) row("fd fd, out itimerspec64 curr_value", planned("event descriptors"), "5.1");
    if (at("inotify_init", 253, 291)) row(": fd", planned("event descriptors"), "2.6.13");
    if (at("inotify_init1", 294, 332)) row("flags:inotify_init flags : fd", planned("event descriptors"), "2.6.27");
    if (at("inotify_add_watch", 254, 292)) row("fd fd, path pathname, flags:inotify mask", planned("event descriptors"), "2.6.13");
    if (at("inotify_rm_watch", 255, 293)) row("fd fd, int wd", planned("event descriptors"), "2.6.13");
    if (at("fanotify_init", 300, 338)) row("flags:fanotify_init flags, flags:open event_f_flags : fd", planned("event descriptors"), "2.6.37");
    if (at("fanotify_mark", 301, 339)) row("fd fanotify_fd, flags:fanotify_mark flags, u64hex mask, dirfd dirfd, path pathname", planned("event descriptors"), "2.6.37");
    if (at("io_setup", 206, 245)) row("uint nr_events, inout pointer ctx_idp", planned("event descriptors"), "2.5.32");
    if (at("io_destroy", 207, 246)) row("ptr ctx_id", planned("event descriptors"), "2.5.32");
    if (at("io_getevents", 208, 247)) row("ptr ctx_id, long min_nr, long nr, ptr events, in timespec timeout", planned("event descriptors"), "2.5.32");
    if (at("io_pgetevents", 333, 385)) row("ptr ctx_id, long min_nr, long nr, ptr events, in timespec timeout, ptr usig", planned("event descriptors"), "4.18");
    if (at32("io_pgetevents_time64", 416)) row("ptr ctx_id, long min_nr, long nr, ptr events, in timespec64 timeout, ptr usig", planned("event descriptors"), "5.1");
    if (at("io_submit", 209, 248)) row("ptr ctx_id, long nr, ptr iocbpp", planned("event descriptors"), "2.5.32");
    if (at("io_cancel", 210, 249)) row("ptr ctx_id, ptr iocb, ptr result", planned("event descriptors"), "2.5.32");
    if (at("io_uring_setup", 425, 425)) row("uint entries, ptr p : fd", planned("event descriptors"), "5.1");
    if (at("io_uring_enter", 426, 426)) row("fd fd, uint to_submit, uint min_complete, flags:io_uring_enter flags, ptr sig, size sz", planned("event descriptors"), "5.1");
    if (at("io_uring_register", 427, 427)) row("fd fd, int opcode, ptr arg, uint nr_args", planned("event descriptors"), "5.1");
  }
  // spotless:on
}
