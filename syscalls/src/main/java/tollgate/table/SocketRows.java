package tollgate.table;

/** Sockets, each call by itself and through socketcall. */
final class SocketRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("socket", 41, 359)) row("enum:domain domain, flags:socktype type, enum:protocol protocol : fd", planned("sockets"));
    if (at("socketpair", 53, 360)) row("enum:domain domain, flags:socktype type, enum:protocol protocol, out fd sv[2]", planned("sockets"));
    if (at("bind", 49, 361)) row("fd sockfd, in sockaddr addr[addrlen], int addrlen", planned("sockets"));
    if (at("connect", 42, 362)) row("fd sockfd, in sockaddr addr[addrlen], int addrlen", planned("sockets"));
    if (at("listen", 50, 363)) row("fd sockfd, int backlog", planned("sockets"));
    if (at64("accept", 43)) row("fd sockfd, out sockaddr addr[addrlen], inout int addrlen : fd", planned("sockets"));
    if (at("accept4", 288, 364)) row("fd sockfd, out sockaddr addr[addrlen], inout int addrlen, flags:sock flags : fd", planned("sockets"), "2.6.28");
    if (at("getsockopt", 55, 365)) row("fd sockfd, enum:sol level, uint optname, ptr optval, inout int optlen", planned("sockets"));
    if (at("setsockopt", 54, 366)) row("fd sockfd, enum:sol level, uint optname, ptr optval, int optlen", planned("sockets"));
    if (at("getsockname", 51, 367)) row("fd sockfd, out sockaddr addr[addrlen], inout int addrlen", planned("sockets"));
    if (at("getpeername", 52, 368)) row("fd sockfd, out sockaddr addr[addrlen], inout int addrlen", planned("sockets"));
    if (at("sendto", 44, 369)) row("fd sockfd, in buf[len], size len, flags:msg flags, in sockaddr dest_addr[addrlen], int addrlen", planned("sockets"));
    if (at("recvfrom", 45, 371)) row("fd sockfd, out buf[result], size len, flags:msg flags, out sockaddr src_addr[addrlen], inout int addrlen", planned("sockets"));
    if (at("sendmsg", 46, 370)) row("fd sockfd, in msghdr msg, flags:msg flags", planned("sockets"));
    if (at("recvmsg", 47, 372)) row("fd sockfd, inout msghdr msg, flags:msg flags", planned("sockets"));
    if (at("sendmmsg", 307, 345)) row("fd sockfd, ptr msgvec, uint vlen, flags:msg flags", planned("sockets"), "3.0");
    if (at("recvmmsg", 299, 337)) row("fd sockfd, ptr msgvec, uint vlen, flags:msg flags, in timespec timeout", planned("sockets"), "2.6.33");
    if (at32("recvmmsg_time64", 417)) row("fd sockfd, ptr msgvec, uint vlen, flags:msg flags, in timespec64 timeout", planned("sockets"), "5.1");
    if (at("shutdown", 48, 373)) row("fd sockfd, enum:shutdown how", planned("sockets"));
    if (at32("socketcall", 102)) row("enum:socketcall call, ptr args", planned("sockets"));
  }
  // spotless:on
}
