package tollgate.machine;

import java.nio.charset.StandardCharsets;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.Vfs;
import tollgate.fs.tmp.TmpFs;
import tollgate.platform.Host;

/**
 * The root file system in memory that a guest has unless it is given another: folders for the
 * kernel's trees, a /tmp, and as much /etc as programs need to name users and hosts.
 */
final class PrivateRoot {
  /** An unnamed device, as Linux numbers those of file systems without a disk: major 0. */
  private static final long DEVICE = 0x15;

  private static final long MAX_BYTES = 512L << 20;
  private static final long MAX_FILES = 1 << 17;

  private final Vfs vfs;
  private final IovIter bytes = new IovIter();

  private PrivateRoot(Vfs vfs) {
    this.vfs = vfs;
  }

  /** Makes one. The user that the guest runs as is in its /etc/passwd. */
  static Vfs create(Host host) {
    TmpFs files = new TmpFs("tmpfs", DEVICE, MAX_BYTES, MAX_FILES, 0755, host::realtimeNanos);
    Vfs vfs = new Vfs(files, "tollgate");
    new PrivateRoot(vfs).fill(host.userId(), host.groupId());
    return vfs;
  }

  private void fill(int user, int group) {
    Dentry root = vfs.root();
    for (String name : new String[] {"dev", "proc", "sys", "root"}) {
      folder(root, name, 0755);
    }
    folder(root, "tmp", 0777 | StatMode.S_ISVTX);
    Dentry etc = folder(root, "etc", 0755);
    String passwd = "root:x:0:0:root:/root:/bin/sh\n";
    String groups = "root:x:0:\n";
    if (user != 0) {
      passwd += "user:x:" + user + ":" + group + ":user:/tmp:/bin/sh\n";
    }
    if (group != 0) {
      groups += "user:x:" + group + ":\n";
    }
    file(etc, "passwd", passwd);
    file(etc, "group", groups);
    file(etc, "hosts", "127.0.0.1 localhost\n::1 localhost\n127.0.1.1 tollgate\n");
    file(etc, "hostname", "tollgate\n");
    file(etc, "nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  }

  private Dentry folder(Dentry parent, String name, int mode) {
    return vfs.changes().makeDirectory(parent, name, mode, FsCredentials.KERNEL);
  }

  private void file(Dentry parent, String name, String text) {
    Dentry dentry =
        vfs.changes().create(parent, name, StatMode.S_IFREG | 0644, 0, FsCredentials.KERNEL);
    OpenFile file = vfs.open(dentry, Fcntl.O_WRONLY, FsCredentials.KERNEL, true);
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    file.write(bytes.reset(content, 0, content.length));
    file.release();
  }
}
