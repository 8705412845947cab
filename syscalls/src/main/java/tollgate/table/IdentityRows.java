package tollgate.table;

/** Who a task is: users, groups, capabilities; on i386 in 16-bit and 32-bit forms. */
final class IdentityRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row64("getuid", 102, ": uid", planned("identity"));
    row64("getgid", 104, ": gid", planned("identity"));
    row64("geteuid", 107, ": uid", planned("identity"));
    row64("getegid", 108, ": gid", planned("identity"));
    row64("setuid", 105, "uid uid", planned("identity"));
    row64("setgid", 106, "gid gid", planned("identity"));
    row64("setreuid", 113, "uid ruid, uid euid", planned("identity"));
    row64("setregid", 114, "gid rgid, gid egid", planned("identity"));
    row64("getgroups", 115, "int size, out gid list[result]", planned("identity"));
    row64("setgroups", 116, "int size, in gid list[size]", planned("identity"));
    row64("setresuid", 117, "uid ruid, uid euid, uid suid", planned("identity"));
    row64("getresuid", 118, "out uid ruid, out uid euid, out uid suid", planned("identity"));
    row64("setresgid", 119, "gid rgid, gid egid, gid sgid", planned("identity"));
    row64("getresgid", 120, "out gid rgid, out gid egid, out gid sgid", planned("identity"));
    row64("setfsuid", 122, "uid fsuid : uid", planned("identity"));
    row64("setfsgid", 123, "gid fsgid : gid", planned("identity"));
    row32("getuid", 24, ": uid", planned("identity"));
    row32("getgid", 47, ": gid", planned("identity"));
    row32("geteuid", 49, ": uid", planned("identity"));
    row32("getegid", 50, ": gid", planned("identity"));
    row32("setuid", 23, "uid16 uid", planned("identity"));
    row32("setgid", 46, "gid16 gid", planned("identity"));
    row32("setreuid", 70, "uid16 ruid, uid16 euid", planned("identity"));
    row32("setregid", 71, "gid16 rgid, gid16 egid", planned("identity"));
    row32("getgroups", 80, "int size, out gid16 list[result]", planned("identity"));
    row32("setgroups", 81, "int size, in gid16 list[size]", planned("identity"));
    row32("setresuid", 164, "uid16 ruid, uid16 euid, uid16 suid", planned("identity"));
    row32("getresuid", 165, "out uid16 ruid, out uid16 euid, out uid16 suid", planned("identity"));
    row32("setresgid", 170, "gid16 rgid, gid16 egid, gid16 sgid", planned("identity"));
    row32("getresgid", 171, "out gid16 rgid, out gid16 egid, out gid16 sgid", planned("identity"));
    row32("setfsuid", 138, "uid16 fsuid : uid", planned("identity"));
    row32("setfsgid", 139, "gid16 fsgid : gid", planned("identity"));
    row32("getuid32", 199, ": uid", planned("identity"), "2.4");
    row32("getgid32", 200, ": gid", planned("identity"), "2.4");
    row32("geteuid32", 201, ": uid", planned("identity"), "2.4");
    row32("getegid32", 202, ": gid", planned("identity"), "2.4");
    row32("setuid32", 213, "uid uid", planned("identity"), "2.4");
    row32("setgid32", 214, "gid gid", planned("identity"), "2.4");
    row32("setreuid32", 203, "uid ruid, uid euid", planned("identity"), "2.4");
    row32("setregid32", 204, "gid rgid, gid egid", planned("identity"), "2.4");
    row32("getgroups32", 205, "int size, out gid list[result]", planned("identity"), "2.4");
    row32("setgroups32", 206, "int size, in gid list[size]", planned("identity"), "2.4");
    row32("setresuid32", 208, "uid ruid, uid euid, uid suid", planned("identity"), "2.4");
    row32("getresuid32", 209, "out uid ruid, out uid euid, out uid suid", planned("identity"), "2.4");
    row32("setresgid32", 210, "gid rgid, gid egid, gid sgid", planned("identity"), "2.4");
    row32("getresgid32", 211, "out gid rgid, out gid egid, out gid sgid", planned("identity"), "2.4");
    row32("setfsuid32", 215, "uid fsuid : uid", planned("identity"), "2.4");
    row32("setfsgid32", 216, "gid fsgid : gid", planned("identity"), "2.4");
    row("capget", 125, 184, "inout cap_header hdrp, out cap_data datap", planned("identity"));
    row("capset", 126, 185, "inout cap_header hdrp, in cap_data datap", planned("identity"));
  }
  // spotless:on
}
