package tollgate.table;

/** Sockets, each call by itself and through socketcall. */
final class SocketRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("socket", 41, 359, "enum:domain domain, flags:socktype type, enum:protocol protocol : fd", planned("sockets"));
    row("socketpair", 53, 360, "enum:domain domain, flags:socktype type, enum:protocol protocol, out fd sv[2]", planned("sockets"));
    row("bind", 49, 361, "fd sockfd, in sockaddr addr[addrlen], int addrlen", planned("sockets"));
    row("connect", 42, 362, "fd sockfd, in sockaddr addr[addrlen], int addrlen", planned("sockets"));
    row("listen", 50, 363, "fd sockfd, int backlog", planned("sockets"));
    row64("accept", 43, "fd sockfd, out sockaddr addr[addrlen], inout int addrlen : fd", planned("sockets"));
    row("accept4", 288, 364, "fd sockfd, out sockaddr addr[addrlen], inout int addrlen, flags:sock flags : fd", planned("sockets"), "2.6.28");
    row("getsockopt", 55, 365, "fd sockfd, enum:sol level, uint optname, ptr optval, inout int optlen", planned("sockets"));
    row("setsockopt", 54, 366, "fd sockfd, enum:sol level, uint optname, ptr optval, int optlen", planned("sockets"));
    row("getsockname", 51, 367, "fd sockfd, out sockaddr addr[addrlen], inout int addrlen", planned("sockets"));
    row("getpeername", 52, 368, "fd sockfd, out sockaddr addr[addrlen], inout int addrlen", planned("sockets"));
    row("sendto", 44, 369, "fd sockfd, in buf[len], size len, flags:msg flags, in sockaddr dest_addr[addrlen], int addrlen", planned("sockets"));
    row("recvfrom", 45, 371, "fd sockfd, out buf[result], size len, flags:msg flags, out sockaddr src_addr[addrlen], inout int addrlen", planned("sockets"));
    row("sendmsg", 46, 370, "fd sockfd, in msghdr msg, flags:msg flags", planned("sockets"));
    row("recvmsg", 47, 372, "fd sockfd, inout msghdr msg, flags:msg flags", planned("sockets"));
    row("sendmmsg", 307, 345, "fd sockfd, ptr msgvec, uint vlen, flags:msg flags", planned("sockets"), "3.0");
    row("recvmmsg", 299, 337, "fd sockfd, ptr msgvec, uint vlen, flags:msg flags, in timespec timeout", planned("sockets"), "2.6.33");
    row32("recvmmsg_time64", 417, "fd sockfd, ptr msgvec, uint vlen, flags:msg flags, in timespec64 timeout", planned("sockets"), "5.1");
    row("shutdown", 48, 373, "fd sockfd, enum:shutdown how", planned("sockets"));
    row32("socketcall", 102, "enum:socketcall call, ptr args", planned("sockets"));
  }
  // spotless:on
}
