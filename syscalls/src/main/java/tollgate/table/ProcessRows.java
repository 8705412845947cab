package tollgate.table;

import tollgate.calls.CloneCalls;
import tollgate.calls.ExecCalls;
import tollgate.calls.FutexCalls;
import tollgate.calls.LimitCalls;
import tollgate.calls.PrctlCalls;
import tollgate.calls.ProcessCalls;
import tollgate.calls.SchedulerCalls;
import tollgate.calls.SegmentCalls;
import tollgate.calls.ThreadCalls;
import tollgate.calls.TimeCalls;
import tollgate.calls.WaitCalls;

/** Processes and threads: birth, programs, end, waiting, groups, limits, scheduling. */
final class ProcessRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row64("clone", 56, "flags:clone flags, ptr stack, out int parent_tid, out int child_tid, ptr tls : pid", partial(CloneCalls::clone, "no namespaces, no CLONE_PIDFD"));
    row32("clone", 120, "flags:clone flags, ptr stack, out int parent_tid, ptr tls, out int child_tid : pid", partial(CloneCalls::clone32, "no namespaces, no CLONE_PIDFD"));
    row("clone3", 435, 435, "in clone_args cl_args, size size : pid", partial(CloneCalls::clone3, "no namespaces, no CLONE_PIDFD, no set_tid"), "5.3");
    row("fork", 57, 2, ": pid", full(CloneCalls::fork));
    row("vfork", 58, 190, ": pid", full(CloneCalls::vfork));
    row("execve", 59, 11, "path pathname, in strings argv, in environment envp", full(ExecCalls::execve));
    row("execveat", 322, 358, "dirfd dirfd, path pathname, in strings argv, in environment envp, flags:at flags", full(ExecCalls::execveat), "3.19");
    row("exit", 60, 1, "int status : never", full(ProcessCalls::exit));
    row("exit_group", 231, 252, "int status : never", full(ProcessCalls::exitGroup), "2.5.35");
    row("wait4", 61, 114, "pid pid, out waitstatus wstatus, flags:wait options, out rusage rusage : pid", partial(WaitCalls::wait4, "the resource usage of children is 0"));
    row32("waitpid", 7, "pid pid, out waitstatus wstatus, flags:wait options : pid", full(WaitCalls::waitpid));
    row("waitid", 247, 284, "enum:waitid idtype, pid id, out siginfo infop, flags:wait options, out rusage rusage", partial(WaitCalls::waitid, "no P_PIDFD; the resource usage of children is 0"), "2.6.10");
    row("getpid", 39, 20, ": pid", full(ProcessCalls::getpid));
    row("getppid", 110, 64, ": pid", full(ProcessCalls::getppid));
    row("gettid", 186, 224, ": pid", full(ProcessCalls::gettid), "2.4.11");
    row("setpgid", 109, 57, "pid pid, pid pgid", full(ProcessCalls::setpgid));
    row("getpgid", 121, 132, "pid pid : pid", full(ProcessCalls::getpgid));
    row("getpgrp", 111, 65, ": pid", full(ProcessCalls::getpgrp));
    row("setsid", 112, 66, ": pid", full(ProcessCalls::setsid));
    row("getsid", 124, 147, "pid pid : pid", full(ProcessCalls::getsid));
    row("set_tid_address", 218, 258, "hex tidptr : pid", full(ThreadCalls::setTidAddress), "2.5.48");
    row("set_robust_list", 273, 311, "ptr head, size len", partial(ThreadCalls::setRobustList, "kept; nothing is walked while a process has one task"), "2.6.17");
    row("get_robust_list", 274, 312, "pid pid, out pointer head_ptr, out ulong len_ptr", full(ThreadCalls::getRobustList), "2.6.17");
    row("futex", 202, 240, "ptr uaddr, enum:futex futex_op, uint val, any timeout, any uaddr2, any val3", partial(FutexCalls::futex, "no priority inheritance"), "2.6");
    row32("futex_time64", 422, "ptr uaddr, enum:futex futex_op, uint val, any timeout, any uaddr2, any val3", partial(FutexCalls::futex64, "no priority inheritance"), "5.1");
    row("futex_waitv", 449, 449, "ptr waiters, uint nr_futexes, hex32 flags, in timespec64 timeout, clock clockid", planned("processes"), "5.16");
    row("futex_wake", 454, 454, "ptr uaddr, hex mask, int nr, hex flags", planned("processes"), "6.7");
    row("futex_wait", 455, 455, "ptr uaddr, ulong val, hex mask, hex flags, in timespec64 timeout, clock clockid", planned("processes"), "6.7");
    row("futex_requeue", 456, 456, "ptr waiters, hex flags, int nr_wake, int nr_requeue", planned("processes"), "6.7");
    row64("getrlimit", 97, "enum:rlimit resource, out rlimit rlim", full(LimitCalls::getrlimit));
    row32("getrlimit", 76, "enum:rlimit resource, out rlimit rlim", full(LimitCalls::oldGetrlimit));
    row32("ugetrlimit", 191, "enum:rlimit resource, out rlimit rlim", full(LimitCalls::getrlimit), "2.4");
    row("setrlimit", 160, 75, "enum:rlimit resource, in rlimit rlim", full(LimitCalls::setrlimit));
    row("prlimit64", 302, 340, "pid pid, enum:rlimit resource, in rlimit64 new_limit, out rlimit64 old_limit", full(LimitCalls::prlimit64), "2.6.36");
    row("getrusage", 98, 77, "enum:rusage who, out rusage usage", partial(LimitCalls::getrusage, "all processor time counts as user time; faults and switches are 0"));
    row("times", 100, 43, "out tms buf : clock", partial(LimitCalls::times, "all processor time counts as user time"));
    row("getpriority", 140, 96, "enum:prio which, int who", partial(LimitCalls::getpriority, "every nice value is 0"));
    row("setpriority", 141, 97, "enum:prio which, int who, int prio", partial(LimitCalls::setpriority, "accepted and without effect"));
    row32("nice", 34, "int inc", partial(LimitCalls::nice, "accepted and without effect"));
    row("sched_yield", 24, 158, "", full(SchedulerCalls::yield));
    row("sched_setparam", 142, 154, "pid pid, in sched_param param", partial(SchedulerCalls::setParam, "only the policy SCHED_OTHER"));
    row("sched_getparam", 143, 155, "pid pid, out sched_param param", full(SchedulerCalls::getParam));
    row("sched_setscheduler", 144, 156, "pid pid, enum:sched policy, in sched_param param", partial(SchedulerCalls::setScheduler, "only SCHED_OTHER, SCHED_BATCH and SCHED_IDLE, without effect"));
    row("sched_getscheduler", 145, 157, "pid pid : enum:sched", full(SchedulerCalls::getScheduler));
    row("sched_get_priority_max", 146, 159, "enum:sched policy", full(SchedulerCalls::getPriorityMax));
    row("sched_get_priority_min", 147, 160, "enum:sched policy", full(SchedulerCalls::getPriorityMin));
    row("sched_rr_get_interval", 148, 161, "pid pid, out timespec tp", full(SchedulerCalls::rrGetInterval));
    row32("sched_rr_get_interval_time64", 423, "pid pid, out timespec64 tp", full(SchedulerCalls::rrGetInterval64), "5.1");
    row("sched_setaffinity", 203, 241, "pid pid, uint cpusetsize, in cpuset mask[cpusetsize]", partial(SchedulerCalls::setAffinity, "there is one processor"), "2.5.8");
    row("sched_getaffinity", 204, 242, "pid pid, uint cpusetsize, out cpuset mask[result]", full(SchedulerCalls::getAffinity), "2.5.8");
    row("sched_setattr", 314, 351, "pid pid, in sched_attr attr, uint flags", planned("processes"), "3.14");
    row("sched_getattr", 315, 352, "pid pid, out sched_attr attr, uint size, uint flags", planned("processes"), "3.14");
    row("ioprio_set", 251, 289, "enum:ioprio_who which, int who, hex ioprio", planned("processes"), "2.6.13");
    row("ioprio_get", 252, 290, "enum:ioprio_who which, int who : hex", planned("processes"), "2.6.13");
    row("prctl", 157, 172, "enum:prctl option, any arg2, any arg3, any arg4, any arg5", partial(PrctlCalls::prctl, "names, flags and limits of the process; no seccomp, no capability sets, no PR_SET_MM"));
    row("arch_prctl", 158, 384, "enum:arch_prctl op, any addr", full(SegmentCalls::archPrctl));
    row("personality", 135, 136, "hex persona : hex", partial(ProcessCalls::personality, "kept and read back; only READ_IMPLIES_EXEC and ADDR_COMPAT_LAYOUT would change anything"));
    row32("set_thread_area", 243, "in user_desc u_info", full(SegmentCalls::setThreadArea), "2.5.29");
    row32("get_thread_area", 244, "inout user_desc u_info", full(SegmentCalls::getThreadArea), "2.5.32");
    row("modify_ldt", 154, 123, "int func, ptr ptr, ulong bytecount", partial(SegmentCalls::modifyLdt, "the table is empty and takes no entries: ENOSYS"));
    row("getcpu", 309, 318, "out uint cpu, out uint node, ptr tcache", full(TimeCalls::getcpu), "2.6.19");
    row("membarrier", 324, 375, "enum:membarrier cmd, flags:membarrier flags, int:membarrier cpu_id", partial(ThreadCalls::membarrier, "no command is offered"), "4.3");
    row("rseq", 334, 386, "hex rseq, hex rseq_len, hex flags, hex sig", planned("processes"), "4.18");
    row("rseq_slice_yield", 471, 471, "", planned("processes"), "7.0");
    row("pidfd_open", 434, 434, "pid pid, flags:pidfd flags : fd", planned("processes"), "5.3");
    row("pidfd_getfd", 438, 438, "fd pidfd, fd targetfd, hex32 flags : fd", planned("processes"), "5.6");
    row("unshare", 272, 310, "flags:unshare flags", planned("processes"), "2.6.16");
    row("setns", 308, 346, "fd fd, flags:setns nstype", planned("processes"), "3.0");
    row("kcmp", 312, 349, "pid pid1, pid pid2, enum:kcmp type, hex:kcmp idx1, hex:kcmp idx2", planned("processes"), "3.5");
    row("ptrace", 101, 26, "enum:ptrace op, pid pid, ptr addr, ptr data", planned("processes"));
    row("seccomp", 317, 354, "enum:seccomp operation, hex32 flags, ptr args", planned("processes"), "3.17");
    row("listns", 470, 470, "ptr req, ptr ns_ids, size nr_ns_ids, hex flags", planned("processes"), "6.19");
  }
  // spotless:on
}
