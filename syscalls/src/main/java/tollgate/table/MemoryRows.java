package tollgate.table;

import tollgate.calls.MemoryCalls;

/** Address spaces: map, protect, move, advise, lock; shared policies and protection keys. */
final class MemoryRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at64("mmap", 9)) row("ptr addr, size length, flags:prot prot, flags:mmap flags, fd fd, ulhex offset : ptr", full(MemoryCalls::mmap));
    if (at32("mmap", 90)) row("in mmap_arg_struct args : ptr", full(MemoryCalls::oldMmap));
    if (at32("mmap2", 192)) row("ptr addr, size length, flags:prot prot, flags:mmap flags, fd fd, pgoff pgoffset : ptr", full(MemoryCalls::mmap2));
    if (at("mprotect", 10, 125)) row("ptr addr, size len, flags:prot prot", full(MemoryCalls::mprotect));
    if (at("munmap", 11, 91)) row("ptr addr, size length", full(MemoryCalls::munmap));
    if (at("brk", 12, 45)) row("ptr addr : ptr", full(MemoryCalls::brk));
    if (at("mremap", 25, 163)) row("ptr old_address, size old_size, size new_size, flags:mremap flags, ptr:remap new_address : ptr", full(MemoryCalls::mremap));
    if (at("msync", 26, 144)) row("ptr addr, size length, flags:msync flags", full(MemoryCalls::msync));
    if (at("mincore", 27, 218)) row("ptr addr, size length, out mincore vec[length]", full(MemoryCalls::mincore));
    if (at("madvise", 28, 219)) row("ptr addr, size length, enum:madvise advice", partial(MemoryCalls::madvise, "no guard pages, no MADV_COLLAPSE; MADV_REMOVE for anonymous memory only"));
    if (at("process_madvise", 440, 440)) row("fd pidfd, in iovec iovec[vlen], size vlen, enum:madvise advice, hex32 flags", planned("memory"), "5.10");
    if (at("process_mrelease", 448, 448)) row("fd pidfd, hex32 flags", planned("memory"), "5.15");
    if (at("mlock", 149, 150)) row("ptr addr, size len", full(MemoryCalls::mlock));
    if (at("mlock2", 325, 376)) row("ptr addr, size len, flags:mlock flags", full(MemoryCalls::mlock2), "4.4");
    if (at("munlock", 150, 151)) row("ptr addr, size len", full(MemoryCalls::munlock));
    if (at("mlockall", 151, 152)) row("flags:mlockall flags", full(MemoryCalls::mlockall));
    if (at("munlockall", 152, 153)) row("", full(MemoryCalls::munlockall));
    if (at("mseal", 462, 462)) row("ptr addr, size len, hex flags", planned("sealing of mappings"), "6.10");
    if (at("map_shadow_stack", 453, 453)) row("hex addr, size size, hex flags : ptr", full(MemoryCalls::mapShadowStack), "6.6");
    if (at("remap_file_pages", 216, 257)) row("ptr addr, size size, flags:prot prot, size pgoff, flags:mmap flags", full(MemoryCalls::remapFilePages), "2.5.46");
    if (at("pkey_mprotect", 329, 380)) row("ptr addr, size len, flags:prot prot, int pkey", full(MemoryCalls::pkeyMprotect), "4.9");
    if (at("pkey_alloc", 330, 381)) row("hex flags, flags:pkey access_rights", full(MemoryCalls::pkeyAlloc), "4.9");
    if (at("pkey_free", 331, 382)) row("int pkey", full(MemoryCalls::pkeyFree), "4.9");
    if (at("cachestat", 451, 451)) row("fd fd, ptr cstat_range, ptr cstat, hex flags", planned("memory"), "6.5");
    if (at("mbind", 237, 274)) row("ptr addr, ulong len, enum:mpol mode, ptr nodemask, ulong maxnode, flags:mbind flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    if (at("set_mempolicy", 238, 276)) row("enum:mpol mode, ptr nodemask, ulong maxnode", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    if (at("get_mempolicy", 239, 275)) row("out int mode, ptr nodemask, ulong maxnode, ptr addr, flags:mempolicy flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    if (at("set_mempolicy_home_node", 450, 450)) row("ptr start, ulong len, ulong home_node, hex flags", planned("one memory node: fails as on a kernel without NUMA"), "5.17");
    if (at("migrate_pages", 256, 294)) row("pid pid, ulong maxnode, ptr old_nodes, ptr new_nodes", planned("one memory node: fails as on a kernel without NUMA"), "2.6.16");
    if (at("move_pages", 279, 317)) row("pid pid, ulong count, ptr pages, ptr nodes, ptr status, flags:move_pages flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.18");
    if (at("process_vm_readv", 310, 347)) row("pid pid, out iovec local_iov[liovcnt], size liovcnt, ptr remote_iov, size riovcnt, ulong flags", planned("memory"), "3.2");
    if (at("process_vm_writev", 311, 348)) row("pid pid, in iovec local_iov[liovcnt], size liovcnt, ptr remote_iov, size riovcnt, ulong flags", planned("memory"), "3.2");
    if (at("userfaultfd", 323, 374)) row("flags:userfaultfd flags : fd", planned("memory"), "4.3");
  }
  // spotless:on
}
