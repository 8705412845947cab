package tollgate.table;

import tollgate.calls.MemoryCalls;

/** Address spaces: map, protect, move, advise, lock; shared policies and protection keys. */
final class MemoryRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row64("mmap", 9, "ptr addr, size length, flags:prot prot, flags:mmap flags, fd fd, ulhex offset : ptr", full(MemoryCalls::mmap));
    row32("mmap", 90, "in mmap_arg_struct args : ptr", full(MemoryCalls::oldMmap));
    row32("mmap2", 192, "ptr addr, size length, flags:prot prot, flags:mmap flags, fd fd, pgoff pgoffset : ptr", full(MemoryCalls::mmap2));
    row("mprotect", 10, 125, "ptr addr, size len, flags:prot prot", full(MemoryCalls::mprotect));
    row("munmap", 11, 91, "ptr addr, size length", full(MemoryCalls::munmap));
    row("brk", 12, 45, "ptr addr : ptr", full(MemoryCalls::brk));
    row("mremap", 25, 163, "ptr old_address, size old_size, size new_size, flags:mremap flags, ptr:remap new_address : ptr", full(MemoryCalls::mremap));
    row("msync", 26, 144, "ptr addr, size length, flags:msync flags", full(MemoryCalls::msync));
    row("mincore", 27, 218, "ptr addr, size length, out mincore vec[length]", full(MemoryCalls::mincore));
    row("madvise", 28, 219, "ptr addr, size length, enum:madvise advice", partial(MemoryCalls::madvise, "no guard pages, no MADV_COLLAPSE; MADV_REMOVE for anonymous memory only"));
    row("process_madvise", 440, 440, "fd pidfd, in iovec iovec[vlen], size vlen, enum:madvise advice, hex32 flags", planned("memory"), "5.10");
    row("process_mrelease", 448, 448, "fd pidfd, hex32 flags", planned("memory"), "5.15");
    row("mlock", 149, 150, "ptr addr, size len", full(MemoryCalls::mlock));
    row("mlock2", 325, 376, "ptr addr, size len, flags:mlock flags", full(MemoryCalls::mlock2), "4.4");
    row("munlock", 150, 151, "ptr addr, size len", full(MemoryCalls::munlock));
    row("mlockall", 151, 152, "flags:mlockall flags", full(MemoryCalls::mlockall));
    row("munlockall", 152, 153, "", full(MemoryCalls::munlockall));
    row("mseal", 462, 462, "ptr addr, size len, hex flags", planned("sealing of mappings"), "6.10");
    row("map_shadow_stack", 453, 453, "hex addr, size size, hex flags : ptr", full(MemoryCalls::mapShadowStack), "6.6");
    row("remap_file_pages", 216, 257, "ptr addr, size size, flags:prot prot, size pgoff, flags:mmap flags", full(MemoryCalls::remapFilePages), "2.5.46");
    row("pkey_mprotect", 329, 380, "ptr addr, size len, flags:prot prot, int pkey", full(MemoryCalls::pkeyMprotect), "4.9");
    row("pkey_alloc", 330, 381, "hex flags, flags:pkey access_rights", full(MemoryCalls::pkeyAlloc), "4.9");
    row("pkey_free", 331, 382, "int pkey", full(MemoryCalls::pkeyFree), "4.9");
    row("cachestat", 451, 451, "fd fd, ptr cstat_range, ptr cstat, hex flags", planned("memory"), "6.5");
    row("mbind", 237, 274, "ptr addr, ulong len, enum:mpol mode, ptr nodemask, ulong maxnode, flags:mbind flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    row("set_mempolicy", 238, 276, "enum:mpol mode, ptr nodemask, ulong maxnode", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    row("get_mempolicy", 239, 275, "out int mode, ptr nodemask, ulong maxnode, ptr addr, flags:mempolicy flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.7");
    row("set_mempolicy_home_node", 450, 450, "ptr start, ulong len, ulong home_node, hex flags", planned("one memory node: fails as on a kernel without NUMA"), "5.17");
    row("migrate_pages", 256, 294, "pid pid, ulong maxnode, ptr old_nodes, ptr new_nodes", planned("one memory node: fails as on a kernel without NUMA"), "2.6.16");
    row("move_pages", 279, 317, "pid pid, ulong count, ptr pages, ptr nodes, ptr status, flags:move_pages flags", planned("one memory node: fails as on a kernel without NUMA"), "2.6.18");
    row("process_vm_readv", 310, 347, "pid pid, out iovec local_iov[liovcnt], size liovcnt, ptr remote_iov, size riovcnt, ulong flags", planned("memory"), "3.2");
    row("process_vm_writev", 311, 348, "pid pid, in iovec local_iov[liovcnt], size liovcnt, ptr remote_iov, size riovcnt, ulong flags", planned("memory"), "3.2");
    row("userfaultfd", 323, 374, "flags:userfaultfd flags : fd", planned("memory"), "4.3");
  }
  // spotless:on
}
