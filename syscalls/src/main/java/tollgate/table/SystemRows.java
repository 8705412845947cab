package tollgate.table;

import tollgate.calls.SystemCalls;

/**
 * The machine as a whole: names, statistics, randomness, ports, modules, keys, tracing of the
 * kernel.
 */
final class SystemRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("uname", 63, 122)) row("out utsname buf", full(SystemCalls::uname));
    if (at32("olduname", 109)) row("out old_utsname buf", full(SystemCalls::olduname));
    if (at32("oldolduname", 59)) row("out oldold_utsname buf", full(SystemCalls::oldolduname));
    if (at("sysinfo", 99, 116)) row("out sysinfo info", full(SystemCalls::sysinfo));
    if (at("sethostname", 170, 74)) row("in name[len], uint len", partial(SystemCalls::sethostname, "the name is the machine's: EPERM"));
    if (at("setdomainname", 171, 121)) row("in name[len], uint len", partial(SystemCalls::setdomainname, "the name is the machine's: EPERM"));
    if (at("getrandom", 318, 355)) row("out buf[result], size buflen, flags:getrandom flags", full(SystemCalls::getrandom), "3.17");
    if (at("syslog", 103, 103)) row("enum:syslog type, ptr bufp, int len", partial(SystemCalls::syslog, "the log is not shown to guests: EPERM"));
    if (at("reboot", 169, 88)) row("enum:reboot_magic magic, enum:reboot_magic magic2, enum:reboot op, ptr:reboot arg", partial(SystemCalls::refuse, "the machine is the host user's: EPERM"));
    if (at("vhangup", 153, 111)) row("", planned("system"));
    if (at("iopl", 172, 110)) row("int level", full(SystemCalls::iopl));
    if (at("ioperm", 173, 101)) row("hex from, hex num, int turn_on", full(SystemCalls::ioperm));
    if (at32("vm86", 166)) row("ulong fn, ptr v86", removed("a 64-bit kernel has no virtual 8086 mode"));
    if (at32("vm86old", 113)) row("ptr info", removed("a 64-bit kernel has no virtual 8086 mode"));
    if (at("init_module", 175, 128)) row("ptr module_image, ulong len, str param_values", planned("kernel modules are host code: refused for good"));
    if (at("delete_module", 176, 129)) row("str name, flags:delete_module flags", planned("kernel modules are host code: refused for good"));
    if (at("finit_module", 313, 350)) row("fd fd, str param_values, flags:finit_module flags", planned("kernel modules are host code: refused for good"), "3.8");
    if (at("kexec_load", 246, 283)) row("hex entry, ulong nr_segments, ptr segments, hex flags", planned("system"), "2.6.13");
    if (at64("kexec_file_load", 320)) row("fd kernel_fd, fd initrd_fd, ulong cmdline_len, str cmdline, flags:kexec_file flags", planned("system"), "3.17");
    if (at("add_key", 248, 286)) row("str type, str description, in payload[plen], size plen, int keyring", planned("system"), "2.6.10");
    if (at("request_key", 249, 287)) row("str type, str description, str callout_info, int dest_keyring", planned("system"), "2.6.10");
    if (at("keyctl", 250, 288)) row("enum:keyctl operation, any arg2, any arg3, any arg4, any arg5", planned("system"), "2.6.10");
    if (at("perf_event_open", 298, 336)) row("ptr attr, pid pid, int cpu, fd group_fd, flags:perf flags : fd", planned("system"), "2.6.31");
    if (at("bpf", 321, 357)) row("enum:bpf cmd, ptr attr, uint size", planned("system"), "3.18");
    if (at("landlock_create_ruleset", 444, 444)) row("ptr attr, size size, flags:landlock_create flags : fd", planned("system"), "5.13");
    if (at("landlock_add_rule", 445, 445)) row("fd ruleset_fd, enum:landlock_rule rule_type, ptr rule_attr, hex32 flags", planned("system"), "5.13");
    if (at("landlock_restrict_self", 446, 446)) row("fd ruleset_fd, hex32 flags", planned("system"), "5.13");
    if (at("lsm_get_self_attr", 459, 459)) row("uint attr, ptr ctx, ptr size, hex flags", planned("system"), "6.8");
    if (at("lsm_set_self_attr", 460, 460)) row("uint attr, ptr ctx, uint size, hex flags", planned("system"), "6.8");
    if (at("lsm_list_modules", 461, 461)) row("ptr ids, ptr size, hex flags", planned("system"), "6.8");
    if (at64("uretprobe", 335)) row("", planned("system"), "6.11");
    if (at64("uprobe", 336)) row("", planned("system"), "6.18");
  }
  // spotless:on
}
