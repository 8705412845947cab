package tollgate.kernel;

import java.util.Arrays;
import tollgate.fs.FsCredentials;

/**
 * Who a task is (struct cred): user and group ids, supplementary groups, capabilities as data.
 * Immutable; set*id calls replace the whole.
 */
public final class Credentials implements FsCredentials {
  /** All capabilities that this kernel version knows, CAP_CHOWN to CAP_CHECKPOINT_RESTORE. */
  public static final long ALL_CAPABILITIES = (1L << 41) - 1;

  private final int uid;
  private final int euid;
  private final int suid;
  private final int fsuid;
  private final int gid;
  private final int egid;
  private final int sgid;
  private final int fsgid;
  private final int[] groups;
  private final long capabilities;

  private Credentials(int[] users, int[] groupIds, int[] groups, long capabilities) {
    this.uid = users[0];
    this.euid = users[1];
    this.suid = users[2];
    this.fsuid = users[3];
    this.gid = groupIds[0];
    this.egid = groupIds[1];
    this.sgid = groupIds[2];
    this.fsgid = groupIds[3];
    this.groups = groups;
    this.capabilities = capabilities;
  }

  /** The credentials of a program started by a user: all ids alike, capabilities for root only. */
  public static Credentials of(int uid, int gid, int... groups) {
    return new Credentials(
        new int[] {uid, uid, uid, uid},
        new int[] {gid, gid, gid, gid},
        groups.clone(),
        uid == 0 ? ALL_CAPABILITIES : 0);
  }

  /** The same with other user ids; leaving effective user 0 drops the effective capabilities. */
  public Credentials withUsers(int real, int effective, int saved, int fs) {
    long kept = effective == 0 ? ALL_CAPABILITIES : euid == 0 ? 0 : capabilities;
    return new Credentials(
        new int[] {real, effective, saved, fs}, new int[] {gid, egid, sgid, fsgid}, groups, kept);
  }

  /** The same with other group ids. */
  public Credentials withGroupIds(int real, int effective, int saved, int fs) {
    return new Credentials(
        new int[] {uid, euid, suid, fsuid},
        new int[] {real, effective, saved, fs},
        groups,
        capabilities);
  }

  /** The same with other supplementary groups. */
  public Credentials withGroups(int[] supplementary) {
    return new Credentials(
        new int[] {uid, euid, suid, fsuid},
        new int[] {gid, egid, sgid, fsgid},
        supplementary.clone(),
        capabilities);
  }

  /** Real user id. */
  public int uid() {
    return uid;
  }

  /** Effective user id. */
  public int euid() {
    return euid;
  }

  /** Saved user id. */
  public int suid() {
    return suid;
  }

  /** User id for file access. */
  @Override
  public int fsuid() {
    return fsuid;
  }

  /** Real group id. */
  public int gid() {
    return gid;
  }

  /** Effective group id. */
  public int egid() {
    return egid;
  }

  /** Saved group id. */
  public int sgid() {
    return sgid;
  }

  /** Group id for file access. */
  @Override
  public int fsgid() {
    return fsgid;
  }

  /** Supplementary groups; a copy. */
  public int[] groups() {
    return groups.clone();
  }

  /** The effective capability set. */
  public long capabilities() {
    return capabilities;
  }

  /** True when the task has a capability (CAP_* number). */
  @Override
  public boolean capable(int capability) {
    return (capabilities >>> capability & 1) != 0;
  }

  /** True when the group is the file-access group or a supplementary one. */
  @Override
  public boolean inGroup(int group) {
    return group == fsgid || Arrays.stream(groups).anyMatch(g -> g == group);
  }
}
