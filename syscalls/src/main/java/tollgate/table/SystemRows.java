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
    row("uname", 63, 122, "out utsname buf", full(SystemCalls::uname));
    row32("olduname", 109, "out old_utsname buf", full(SystemCalls::olduname));
    row32("oldolduname", 59, "out oldold_utsname buf", full(SystemCalls::oldolduname));
    row("sysinfo", 99, 116, "out sysinfo info", full(SystemCalls::sysinfo));
    row("sethostname", 170, 74, "in name[len], uint len", partial(SystemCalls::sethostname, "the name is the machine's: EPERM"));
    row("setdomainname", 171, 121, "in name[len], uint len", partial(SystemCalls::setdomainname, "the name is the machine's: EPERM"));
    row("getrandom", 318, 355, "out buf[result], size buflen, flags:getrandom flags", full(SystemCalls::getrandom), "3.17");
    row("syslog", 103, 103, "enum:syslog type, ptr bufp, int len", partial(SystemCalls::syslog, "the log is not shown to guests: EPERM"));
    row("reboot", 169, 88, "enum:reboot_magic magic, enum:reboot_magic magic2, enum:reboot op, ptr:reboot arg", partial(SystemCalls::refuse, "the machine is the host user's: EPERM"));
    row("vhangup", 153, 111, "", planned("system"));
    row("iopl", 172, 110, "int level", full(SystemCalls::iopl));
    row("ioperm", 173, 101, "hex from, hex num, int turn_on", full(SystemCalls::ioperm));
    row32("vm86", 166, "ulong fn, ptr v86", removed("a 64-bit kernel has no virtual 8086 mode"));
    row32("vm86old", 113, "ptr info", removed("a 64-bit kernel has no virtual 8086 mode"));
    row("init_module", 175, 128, "ptr module_image, ulong len, str param_values", planned("kernel modules are host code: refused for good"));
    row("delete_module", 176, 129, "str name, flags:delete_module flags", planned("kernel modules are host code: refused for good"));
    row("finit_module", 313, 350, "fd fd, str param_values, flags:finit_module flags", planned("kernel modules are host code: refused for good"), "3.8");
    row("kexec_load", 246, 283, "hex entry, ulong nr_segments, ptr segments, hex flags", planned("system"), "2.6.13");
    row64("kexec_file_load", 320, "fd kernel_fd, fd initrd_fd, ulong cmdline_len, str cmdline, flags:kexec_file flags", planned("system"), "3.17");
    row("add_key", 248, 286, "str type, str description, in payload[plen], size plen, int keyring", planned("system"), "2.6.10");
    row("request_key", 249, 287, "str type, str description, str callout_info, int dest_keyring", planned("system"), "2.6.10");
    row("keyctl", 250, 288, "enum:keyctl operation, any arg2, any arg3, any arg4, any arg5", planned("system"), "2.6.10");
    row("perf_event_open", 298, 336, "ptr attr, pid pid, int cpu, fd group_fd, flags:perf flags : fd", planned("system"), "2.6.31");
    row("bpf", 321, 357, "enum:bpf cmd, ptr attr, uint size", planned("system"), "3.18");
    row("landlock_create_ruleset", 444, 444, "ptr attr, size size, flags:landlock_create flags : fd", planned("system"), "5.13");
    row("landlock_add_rule", 445, 445, "fd ruleset_fd, enum:landlock_rule rule_type, ptr rule_attr, hex32 flags", planned("system"), "5.13");
    row("landlock_restrict_self", 446, 446, "fd ruleset_fd, hex32 flags", planned("system"), "5.13");
    row("lsm_get_self_attr", 459, 459, "uint attr, ptr ctx, ptr size, hex flags", planned("system"), "6.8");
    row("lsm_set_self_attr", 460, 460, "uint attr, ptr ctx, uint size, hex flags", planned("system"), "6.8");
    row("lsm_list_modules", 461, 461, "ptr ids, ptr size, hex flags", planned("system"), "6.8");
    row64("uretprobe", 335, "", planned("system"), "6.11");
    row64("uprobe", 336, "", planned("system"), "6.18");
  }
  // spotless:on
}
