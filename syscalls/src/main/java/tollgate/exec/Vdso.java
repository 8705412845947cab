package tollgate.exec;

import tollgate.abi.Abi;
import tollgate.abi.uapi.Mman;
import tollgate.entry.Vendor;
import tollgate.mm.AddressSpace;

/** The vDSO images, and how they get into an address space. */
public final class Vdso {
  private Vdso() {}

  /** The image for programs of an ABI on a vendor's processor. */
  public static VdsoImage image(Abi abi, Vendor vendor) {
    if (abi == Abi.X86_64) {
      return X8664.IMAGE;
    }
    return vendor == Vendor.AMD ? I386Amd.IMAGE : I386Intel.IMAGE;
  }

  /** Maps the image that goes with a space at a free place. */
  static VdsoMapping map(AddressSpace space, Vendor vendor) {
    VdsoImage image = image(space.layout().abi(), vendor);
    long base = space.mapSpecial(0, image, image.size(), Mman.PROT_READ | Mman.PROT_EXEC, "[vdso]");
    return new VdsoMapping(image, base);
  }

  // One holder for each image, so that only what is used is read.

  private static final class X8664 {
    static final VdsoImage IMAGE = VdsoImage.load("vdso64.so", Abi.X86_64);
  }

  private static final class I386Amd {
    static final VdsoImage IMAGE = VdsoImage.load("vdso32-amd.so", Abi.I386);
  }

  private static final class I386Intel {
    static final VdsoImage IMAGE = VdsoImage.load("vdso32-intel.so", Abi.I386);
  }
}
