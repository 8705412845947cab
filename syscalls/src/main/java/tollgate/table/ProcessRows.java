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
    if (at64("clone", 56)) row("flags:clone flags, ptr stack, out int parent_tid, out int child_tid, ptr tls : pid", partial(CloneCalls::clone, "no namespaces, no CLONE_PIDFD"));
    if (at32("clone", 120)) row("flags:clone flags, ptr stack, out int parent_tid, ptr tls, out int child_tid : pid", partial(CloneCalls::clone32, "no namespaces, no CLONE_PIDFD"));
    if (at("clone3", 435, 435)) row("in clone_args cl_args, size size : pid", partial(CloneCalls::clone3, "no namespaces, no CLONE_PIDFD, no set_tid"), "5.3");
    if (at("fork", 57, 2)) row(": pid", full(CloneCalls::fork));
    if (at("vfork", 58, 190)) row(": pid", full(CloneCalls::vfork));
    if (at("execve", 59, 11)) row("path pathname, in strings argv, in environment envp", full(ExecCalls::execve));
    if (at("execveat", 322, 358)) row("dirfd dirfd, path pathname, in strings argv, in environment envp, flags:at flags", full(ExecCalls::execveat), "3.19");
    if (at("exit", 60, 1)) row("int status : never", full(ProcessCalls::exit));
    if (at("exit_group", 231, 252)) row("int status : never", full(ProcessCalls::exitGroup), "2.5.35");
    if (at("wait4", 61, 114)) row("pid pid, out waitstatus wstatus, flags:wait options, out rusage rusage : pid", partial(WaitCalls::wait4, "the resource usage of children is 0"));
    if (at32("waitpid", 7)) row("pid pid, out waitstatus wstatus, flags:wait options : pid", full(WaitCalls::waitpid));
    if (at("waitid", 247, 284)) row("enum:waitid idtype, pid id, out siginfo infop, flags:wait options, out rusage rusage", partial(WaitCalls::waitid, "no P_PIDFD; the resource usage of children is 0"), "2.6.10");
    if (at("getpid", 39, 20)) row(": pid", full(ProcessCalls::getpid));
    if (at("getppid", 110, 64)) row(": pid", full(ProcessCalls::getppid));
    if (at("gettid", 186, 224)) row(": pid", full(ProcessCalls::gettid), "2.4.11");
    if (at("setpgid", 109, 57)) row("pid pid, pid pgid", full(ProcessCalls::setpgid));
    if (at("getpgid", 121, 132)) row("pid pid : pid", full(ProcessCalls::getpgid));
    if (at("getpgrp", 111, 65)) row(": pid", full(ProcessCalls::getpgrp));
    if (at("setsid", 112, 66)) row(": pid", full(ProcessCalls::setsid));
    if (at("getsid", 124, 147)) row("pid pid : pid", full(ProcessCalls::getsid));
    if (at("set_tid_address", 218, 258)) row("hex tidptr : pid", full(ThreadCalls::setTidAddress), "2.5.48");
    if (at("set_robust_list", 273, 311)) row("ptr head, size len", partial(ThreadCalls::setRobustList, "kept; nothing is walked while a process has one task"), "2.6.17");
    if (at("get_robust_list", 274, 312)) row("pid pid, out pointer head_ptr, out ulong len_ptr", full(ThreadCalls::getRobustList), "2.6.17");
    if (at("futex", 202, 240)) row("ptr uaddr, enum:futex futex_op, uint val, any timeout, any uaddr2, any val3", partial(FutexCalls::futex, "no priority inheritance"), "2.6");
    if (at32("futex_time64", 422)) row("ptr uaddr, enum:futex futex_op, uint val, any timeout, any uaddr2, any val3", partial(FutexCalls::futex64, "no priority inheritance"), "5.1");
    if (at("futex_waitv", 449, 449)) row("ptr waiters, uint nr_futexes, hex32 flags, in timespec64 timeout, clock clockid", planned("processes"), "5.16");
    if (at("futex_wake", 454, 454)) row("ptr uaddr, hex mask, int nr, hex flags", planned("processes"), "6.7");
    if (at("futex_wait", 455, 455)) row("ptr uaddr, ulong val, hex mask, hex flags, in timespec64 timeout, clock clockid", planned("processes"), "6.7");
    if (at("futex_requeue", 456, 456)) row("ptr waiters, hex flags, int nr_wake, int nr_requeue", planned("processes"), "6.7");
    if (at64("getrlimit", 97)) row("enum:rlimit resource, out rlimit rlim", full(LimitCalls::getrlimit));
    if (at32("getrlimit", 76)) row("enum:rlimit resource, out rlimit rlim", full(LimitCalls::oldGetrlimit));
    if (at32("ugetrlimit", 191)) row("enum:rlimit resource, out rlimit rlim", full(LimitCalls::getrlimit), "2.4");
    if (at("setrlimit", 160, 75)) row("enum:rlimit resource, in rlimit rlim", full(LimitCalls::setrlimit));
    if (at("prlimit64", 302, 340)) row("pid pid, enum:rlimit resource, in rlimit64 new_limit, out rlimit64 old_limit", full(LimitCalls::prlimit64), "2.6.36");
    if (at("getrusage", 98, 77)) row("enum:rusage who, out rusage usage", partial(LimitCalls::getrusage, "all processor time counts as user time; faults and switches are 0"));
    if (at("times", 100, 43)) row("out tms buf : clock", partial(LimitCalls::times, "all processor time counts as user time"));
    if (at("getpriority", 140, 96)) row("enum:prio which, int who", partial(LimitCalls::getpriority, "every nice value is 0"));
    if (at("setpriority", 141, 97)) row("enum:prio which, int who, int prio", partial(LimitCalls::setpriority, "accepted and without effect"));
    if (at32("nice", 34)) row("int inc", partial(LimitCalls::nice, "accepted and without effect"));
    if (at("sched_yield", 24, 158)) row("", full(SchedulerCalls::yield));
    if (at("sched_setparam", 142, 154)) row("pid pid, in sched_param param", partial(SchedulerCalls::setParam, "only the policy SCHED_OTHER"));
    if (at("sched_getparam", 143, 155)) row("pid pid, out sched_param param", full(SchedulerCalls::getParam));
    if (at("sched_setscheduler", 144, 156)) row("pid pid, enum:sched policy, in sched_param param", partial(SchedulerCalls::setScheduler, "only SCHED_OTHER, SCHED_BATCH and SCHED_IDLE, without effect"));
    if (at("sched_getscheduler", 145, 157)) row("pid pid : enum:sched", full(SchedulerCalls::getScheduler));
    if (at("sched_get_priority_max", 146, 159)) row("enum:sched policy", full(SchedulerCalls::getPriorityMax));
    if (at("sched_get_priority_min", 147, 160)) row("enum:sched policy", full(SchedulerCalls::getPriorityMin));
    if (at("sched_rr_get_interval", 148, 161)) row("pid pid, out timespec tp", full(SchedulerCalls::rrGetInterval));
    if (at32("sched_rr_get_interval_time64", 423)) row("pid pid, out timespec64 tp", full(SchedulerCalls::rrGetInterval64), "5.1");
    if (at("sched_setaffinity", 203, 241)) row("pid pid, uint cpusetsize, in cpuset mask[cpusetsize]", partial(SchedulerCalls::setAffinity, "there is one processor"), "2.5.8");
    if (at("sched_getaffinity", 204, 242)) row("pid pid, uint cpusetsize, out cpuset mask[result]", full(SchedulerCalls::getAffinity), "2.5.8");
    if (at("sched_setattr", 314, 351)) row("pid pid, in sched_attr attr, uint flags", planned("processes"), "3.14");
    if (at("sched_getattr", 315, 352)) row("pid pid, out sched_attr attr, uint size, uint flags", planned("processes"), "3.14");
    if (at("ioprio_set", 251, 289)) row("enum:ioprio_who which, int who, hex ioprio", planned("processes"), "2.6.13");
    if (at("ioprio_get", 252, 290)) row("enum:ioprio_who which, int who : hex", planned("processes"), "2.6.13");
    if (at("prctl", 157, 172)) row("enum:prctl option, any arg2, any arg3, any arg4, any arg5", partial(PrctlCalls::prctl, "names, flags and limits of the process; no seccomp, no capability sets, no PR_SET_MM"));
    if (at("arch_prctl", 158, 384)) row("enum:arch_prctl op, any addr", full(SegmentCalls::archPrctl));
    if (at("personality", 135, 136)) row("hex persona : hex", partial(ProcessCalls::personality, "kept and read back; only READ_IMPLIES_EXEC and ADDR_COMPAT_LAYOUT would change anything"));
    if (at32("set_thread_area", 243)) row("in user_desc u_info", full(SegmentCalls::setThreadArea), "2.5.29");
    if (at32("get_thread_area", 244)) row("inout user_desc u_info", full(SegmentCalls::getThreadArea), "2.5.32");
    if (at("modify_ldt", 154, 123)) row("int func, ptr ptr, ulong bytecount", partial(SegmentCalls::modifyLdt, "the table is empty and takes no entries: ENOSYS"));
    if (at("getcpu", 309, 318)) row("out uint cpu, out uint node, ptr tcache", full(TimeCalls::getcpu), "2.6.19");
    if (at("membarrier", 324, 375)) row("enum:membarrier cmd, flags:membarrier flags, int:membarrier cpu_id", partial(ThreadCalls::membarrier, "no command is offered"), "4.3");
    if (at("rseq", 334, 386)) row("hex rseq, hex rseq_len, hex flags, hex sig", planned("processes"), "4.18");
    if (at("rseq_slice_yield", 471, 471)) row("", planned("processes"), "7.0");
    if (at("pidfd_open", 434, 434)) row("pid pid, flags:pidfd flags : fd", planned("processes"), "5.3");
    if (at("pidfd_getfd", 438, 438)) row("fd pidfd, fd targetfd, hex32 flags : fd", planned("processes"), "5.6");
    if (at("unshare", 272, 310)) row("flags:unshare flags", planned("processes"), "2.6.16");
    if (at("setns", 308, 346)) row("fd fd, flags:setns nstype", planned("processes"), "3.0");
    if (at("kcmp", 312, 349)) row("pid pid1, pid pid2, enum:kcmp type, hex:kcmp idx1, hex:kcmp idx2", planned("processes"), "3.5");
    if (at("ptrace", 101, 26)) row("enum:ptrace op, pid pid, ptr addr, ptr data", planned("processes"));
    if (at("seccomp", 317, 354)) row("enum:seccomp operation, hex32 flags, ptr args", planned("processes"), "3.17");
    if (at("listns", 470, 470)) row("ptr req, ptr ns_ids, size nr_ns_ids, hex flags", planned("processes"), "6.19");
  }
  // spotless:on
}
