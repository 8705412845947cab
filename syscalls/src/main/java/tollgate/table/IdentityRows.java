package tollgate.table;

import tollgate.calls.Identity16Calls;
import tollgate.calls.IdentityCalls;

/** Who a task is: users, groups, capabilities; on i386 in 16-bit and 32-bit forms. */
final class IdentityRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at64("getuid", 102)) row(": uid", full(IdentityCalls::getuid));
    if (at64("getgid", 104)) row(": gid", full(IdentityCalls::getgid));
    if (at64("geteuid", 107)) row(": uid", full(IdentityCalls::geteuid));
    if (at64("getegid", 108)) row(": gid", full(IdentityCalls::getegid));
    if (at64("setuid", 105)) row("uid uid", full(IdentityCalls::setuid));
    if (at64("setgid", 106)) row("gid gid", full(IdentityCalls::setgid));
    if (at64("setreuid", 113)) row("uid ruid, uid euid", full(IdentityCalls::setreuid));
    if (at64("setregid", 114)) row("gid rgid, gid egid", full(IdentityCalls::setregid));
    if (at64("getgroups", 115)) row("int size, out gid list[result]", full(IdentityCalls::getgroups));
    if (at64("setgroups", 116)) row("int size, in gid list[size]", full(IdentityCalls::setgroups));
    if (at64("setresuid", 117)) row("uid ruid, uid euid, uid suid", full(IdentityCalls::setresuid));
    if (at64("getresuid", 118)) row("out uid ruid, out uid euid, out uid suid", full(IdentityCalls::getresuid));
    if (at64("setresgid", 119)) row("gid rgid, gid egid, gid sgid", full(IdentityCalls::setresgid));
    if (at64("getresgid", 120)) row("out gid rgid, out gid egid, out gid sgid", full(IdentityCalls::getresgid));
    if (at64("setfsuid", 122)) row("uid fsuid : uid", full(IdentityCalls::setfsuid));
    if (at64("setfsgid", 123)) row("gid fsgid : gid", full(IdentityCalls::setfsgid));
    if (at32("getuid", 24)) row(": uid", full(Identity16Calls::getuid));
    if (at32("getgid", 47)) row(": gid", full(Identity16Calls::getgid));
    if (at32("geteuid", 49)) row(": uid", full(Identity16Calls::geteuid));
    if (at32("getegid", 50)) row(": gid", full(Identity16Calls::getegid));
    if (at32("setuid", 23)) row("uid16 uid", full(Identity16Calls::setuid));
    if (at32("setgid", 46)) row("gid16 gid", full(Identity16Calls::setgid));
    if (at32("setreuid", 70)) row("uid16 ruid, uid16 euid", full(Identity16Calls::setreuid));
    if (at32("setregid", 71)) row("gid16 rgid, gid16 egid", full(Identity16Calls::setregid));
    if (at32("getgroups", 80)) row("int size, out gid16 list[result]", full(Identity16Calls::getgroups));
    if (at32("setgroups", 81)) row("int size, in gid16 list[size]", full(Identity16Calls::setgroups));
    if (at32("setresuid", 164)) row("uid16 ruid, uid16 euid, uid16 suid", full(Identity16Calls::setresuid));
    if (at32("getresuid", 165)) row("out uid16 ruid, out uid16 euid, out uid16 suid", full(Identity16Calls::getresuid));
    if (at32("setresgid", 170)) row("gid16 rgid, gid16 egid, gid16 sgid", full(Identity16Calls::setresgid));
    if (at32("getresgid", 171)) row("out gid16 rgid, out gid16 egid, out gid16 sgid", full(Identity16Calls::getresgid));
    if (at32("setfsuid", 138)) row("uid16 fsuid : uid", full(Identity16Calls::setfsuid));
    if (at32("setfsgid", 139)) row("gid16 fsgid : gid", full(Identity16Calls::setfsgid));
    if (at32("getuid32", 199)) row(": uid", full(IdentityCalls::getuid), "2.4");
    if (at32("getgid32", 200)) row(": gid", full(IdentityCalls::getgid), "2.4");
    if (at32("geteuid32", 201)) row(": uid", full(IdentityCalls::geteuid), "2.4");
    if (at32("getegid32", 202)) row(": gid", full(IdentityCalls::getegid), "2.4");
    if (at32("setuid32", 213)) row("uid uid", full(IdentityCalls::setuid), "2.4");
    if (at32("setgid32", 214)) row("gid gid", full(IdentityCalls::setgid), "2.4");
    if (at32("setreuid32", 203)) row("uid ruid, uid euid", full(IdentityCalls::setreuid), "2.4");
    if (at32("setregid32", 204)) row("gid rgid, gid egid", full(IdentityCalls::setregid), "2.4");
    if (at32("getgroups32", 205)) row("int size, out gid list[result]", full(IdentityCalls::getgroups), "2.4");
    if (at32("setgroups32", 206)) row("int size, in gid list[size]", full(IdentityCalls::setgroups), "2.4");
    if (at32("setresuid32", 208)) row("uid ruid, uid euid, uid suid", full(IdentityCalls::setresuid), "2.4");
    if (at32("getresuid32", 209)) row("out uid ruid, out uid euid, out uid suid", full(IdentityCalls::getresuid), "2.4");
    if (at32("setresgid32", 210)) row("gid rgid, gid egid, gid sgid", full(IdentityCalls::setresgid), "2.4");
    if (at32("getresgid32", 211)) row("out gid rgid, out gid egid, out gid sgid", full(IdentityCalls::getresgid), "2.4");
    if (at32("setfsuid32", 215)) row("uid fsuid : uid", full(IdentityCalls::setfsuid), "2.4");
    if (at32("setfsgid32", 216)) row("gid fsgid : gid", full(IdentityCalls::setfsgid), "2.4");
    if (at("capget", 125, 184)) row("inout cap_header hdrp, out cap_data datap", partial(IdentityCalls::capget, "permitted and effective sets are alike; nothing is inheritable"));
    if (at("capset", 126, 185)) row("inout cap_header hdrp, in cap_data datap", partial(IdentityCalls::capset, "checked; sets follow the user id"));
  }
  // spotless:on
}
