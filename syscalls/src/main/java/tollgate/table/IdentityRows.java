package tollgate.table;

import tollgate.calls.Identity16Calls;
import tollgate.calls.IdentityCalls;

/** Who a task is: users, groups, capabilities; on i386 in 16-bit and 32-bit forms. */
final class IdentityRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row64("getuid", 102, ": uid", full(IdentityCalls::getuid));
    row64("getgid", 104, ": gid", full(IdentityCalls::getgid));
    row64("geteuid", 107, ": uid", full(IdentityCalls::geteuid));
    row64("getegid", 108, ": gid", full(IdentityCalls::getegid));
    row64("setuid", 105, "uid uid", full(IdentityCalls::setuid));
    row64("setgid", 106, "gid gid", full(IdentityCalls::setgid));
    row64("setreuid", 113, "uid ruid, uid euid", full(IdentityCalls::setreuid));
    row64("setregid", 114, "gid rgid, gid egid", full(IdentityCalls::setregid));
    row64("getgroups", 115, "int size, out gid list[result]", full(IdentityCalls::getgroups));
    row64("setgroups", 116, "int size, in gid list[size]", full(IdentityCalls::setgroups));
    row64("setresuid", 117, "uid ruid, uid euid, uid suid", full(IdentityCalls::setresuid));
    row64("getresuid", 118, "out uid ruid, out uid euid, out uid suid", full(IdentityCalls::getresuid));
    row64("setresgid", 119, "gid rgid, gid egid, gid sgid", full(IdentityCalls::setresgid));
    row64("getresgid", 120, "out gid rgid, out gid egid, out gid sgid", full(IdentityCalls::getresgid));
    row64("setfsuid", 122, "uid fsuid : uid", full(IdentityCalls::setfsuid));
    row64("setfsgid", 123, "gid fsgid : gid", full(IdentityCalls::setfsgid));
    row32("getuid", 24, ": uid", full(Identity16Calls::getuid));
    row32("getgid", 47, ": gid", full(Identity16Calls::getgid));
    row32("geteuid", 49, ": uid", full(Identity16Calls::geteuid));
    row32("getegid", 50, ": gid", full(Identity16Calls::getegid));
    row32("setuid", 23, "uid16 uid", full(Identity16Calls::setuid));
    row32("setgid", 46, "gid16 gid", full(Identity16Calls::setgid));
    row32("setreuid", 70, "uid16 ruid, uid16 euid", full(Identity16Calls::setreuid));
    row32("setregid", 71, "gid16 rgid, gid16 egid", full(Identity16Calls::setregid));
    row32("getgroups", 80, "int size, out gid16 list[result]", full(Identity16Calls::getgroups));
    row32("setgroups", 81, "int size, in gid16 list[size]", full(Identity16Calls::setgroups));
    row32("setresuid", 164, "uid16 ruid, uid16 euid, uid16 suid", full(Identity16Calls::setresuid));
    row32("getresuid", 165, "out uid16 ruid, out uid16 euid, out uid16 suid", full(Identity16Calls::getresuid));
    row32("setresgid", 170, "gid16 rgid, gid16 egid, gid16 sgid", full(Identity16Calls::setresgid));
    row32("getresgid", 171, "out gid16 rgid, out gid16 egid, out gid16 sgid", full(Identity16Calls::getresgid));
    row32("setfsuid", 138, "uid16 fsuid : uid", full(Identity16Calls::setfsuid));
    row32("setfsgid", 139, "gid16 fsgid : gid", full(Identity16Calls::setfsgid));
    row32("getuid32", 199, ": uid", full(IdentityCalls::getuid), "2.4");
    row32("getgid32", 200, ": gid", full(IdentityCalls::getgid), "2.4");
    row32("geteuid32", 201, ": uid", full(IdentityCalls::geteuid), "2.4");
    row32("getegid32", 202, ": gid", full(IdentityCalls::getegid), "2.4");
    row32("setuid32", 213, "uid uid", full(IdentityCalls::setuid), "2.4");
    row32("setgid32", 214, "gid gid", full(IdentityCalls::setgid), "2.4");
    row32("setreuid32", 203, "uid ruid, uid euid", full(IdentityCalls::setreuid), "2.4");
    row32("setregid32", 204, "gid rgid, gid egid", full(IdentityCalls::setregid), "2.4");
    row32("getgroups32", 205, "int size, out gid list[result]", full(IdentityCalls::getgroups), "2.4");
    row32("setgroups32", 206, "int size, in gid list[size]", full(IdentityCalls::setgroups), "2.4");
    row32("setresuid32", 208, "uid ruid, uid euid, uid suid", full(IdentityCalls::setresuid), "2.4");
    row32("getresuid32", 209, "out uid ruid, out uid euid, out uid suid", full(IdentityCalls::getresuid), "2.4");
    row32("setresgid32", 210, "gid rgid, gid egid, gid sgid", full(IdentityCalls::setresgid), "2.4");
    row32("getresgid32", 211, "out gid rgid, out gid egid, out gid sgid", full(IdentityCalls::getresgid), "2.4");
    row32("setfsuid32", 215, "uid fsuid : uid", full(IdentityCalls::setfsuid), "2.4");
    row32("setfsgid32", 216, "gid fsgid : gid", full(IdentityCalls::setfsgid), "2.4");
    row("capget", 125, 184, "inout cap_header hdrp, out cap_data datap", partial(IdentityCalls::capget, "permitted and effective sets are alike; nothing is inheritable"));
    row("capset", 126, 185, "inout cap_header hdrp, in cap_data datap", partial(IdentityCalls::capset, "checked; sets follow the user id"));
  }
  // spotless:on
}
