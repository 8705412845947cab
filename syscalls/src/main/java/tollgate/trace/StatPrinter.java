package tollgate.trace;

import tollgate.abi.StructView;
import tollgate.abi.uapi.OldKernelStat;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.Statfs;
import tollgate.abi.uapi.Statfs64;
import tollgate.abi.uapi.Statx;

/** Prints what stat(2), statx(2) and statfs(2) wrote, abbreviated as strace does. */
final class StatPrinter {
  private StatPrinter() {}

  static void print(TracedCall call, String type, long address) {
    switch (type) {
      case "stat" -> {
        StructView v = StructPrinter.view(call, Stat.SCHEMA, address);
        stat(call.out, v.get(Stat.ST_MODE), v.get(Stat.ST_RDEV), v.get(Stat.ST_SIZE));
      }
      case "stat64" -> {
        StructView v = StructPrinter.view(call, Stat64.SCHEMA, address);
        stat(call.out, v.get(Stat64.ST_MODE), v.get(Stat64.ST_RDEV), v.get(Stat64.ST_SIZE));
      }
      case "oldstat" -> {
        StructView v = StructPrinter.view(call, OldKernelStat.SCHEMA, address);
        stat(
            call.out,
            v.get(OldKernelStat.ST_MODE),
            v.get(OldKernelStat.ST_RDEV),
            v.get(OldKernelStat.ST_SIZE));
      }
      case "statx" -> statx(StructPrinter.view(call, Statx.SCHEMA, address), call.out);
      case "statfs" -> statfs(StructPrinter.view(call, Statfs.SCHEMA, address), call.out);
      default -> statfs64(StructPrinter.view(call, Statfs64.SCHEMA, address), call.out);
    }
  }

  private static void stat(TraceLine out, long mode, long device, long size) {
    out.raw("{st_mode=");
    ScalarPrinter.fileMode(out, mode);
    long type = mode & 0170000;
    if (type == 0020000 || type == 0060000) {
      out.raw(", st_rdev=").device(device);
    } else {
      out.raw(", st_size=").dec(size);
    }
    out.raw(", ...}");
  }

  private static void statx(StructView v, TraceLine out) {
    out.raw("{stx_mask=");
    Constants.flags("statx").printFlags(out, v.get(Statx.STX_MASK));
    out.raw(", stx_attributes=").hex(v.get(Statx.STX_ATTRIBUTES));
    out.raw(", stx_mode=");
    ScalarPrinter.fileMode(out, v.get(Statx.STX_MODE));
    out.raw(", stx_size=").unsigned(v.get(Statx.STX_SIZE)).raw(", ...}");
  }

  private static void statfs(StructView v, TraceLine out) {
    fileSystem(
        out,
        v.get(Statfs.F_TYPE),
        v.get(Statfs.F_BSIZE),
        v.get(Statfs.F_BLOCKS),
        v.get(Statfs.F_BFREE),
        v.get(Statfs.F_BAVAIL),
        v.get(Statfs.F_FILES),
        v.get(Statfs.F_FFREE));
    rest(
        out,
        v.get(Statfs.F_FSID, 0),
        v.get(Statfs.F_FSID, 1),
        v.get(Statfs.F_NAMELEN),
        v.get(Statfs.F_FRSIZE),
        v.get(Statfs.F_FLAGS));
  }

  private static void statfs64(StructView v, TraceLine out) {
    fileSystem(
        out,
        v.get(Statfs64.F_TYPE),
        v.get(Statfs64.F_BSIZE),
        v.get(Statfs64.F_BLOCKS),
        v.get(Statfs64.F_BFREE),
        v.get(Statfs64.F_BAVAIL),
        v.get(Statfs64.F_FILES),
        v.get(Statfs64.F_FFREE));
    rest(
        out,
        v.get(Statfs64.F_FSID, 0),
        v.get(Statfs64.F_FSID, 1),
        v.get(Statfs64.F_NAMELEN),
        v.get(Statfs64.F_FRSIZE),
        v.get(Statfs64.F_FLAGS));
  }

  private static void fileSystem(
      TraceLine out,
      long type,
      long blockSize,
      long blocks,
      long free,
      long available,
      long files,
      long freeFiles) {
    out.raw("{f_type=");
    Constants.values("fsmagic").printValue(out, type & 0xffff_ffffL);
    out.raw(", f_bsize=").unsigned(blockSize);
    out.raw(", f_blocks=").unsigned(blocks);
    out.raw(", f_bfree=").unsigned(free);
    out.raw(", f_bavail=").unsigned(available);
    out.raw(", f_files=").unsigned(files);
    out.raw(", f_ffree=").unsigned(freeFiles);
  }

  private static void rest(
      TraceLine out, long low, long high, long nameLength, long fragment, long flags) {
    out.raw(", f_fsid={val=[").hex(low & 0xffff_ffffL);
    out.raw(", ").hex(high & 0xffff_ffffL).raw("]}");
    out.raw(", f_namelen=").unsigned(nameLength);
    out.raw(", f_frsize=").unsigned(fragment);
    out.raw(", f_flags=");
    Constants.flags("statfs").printFlags(out, flags);
    out.raw('}');
  }
}
