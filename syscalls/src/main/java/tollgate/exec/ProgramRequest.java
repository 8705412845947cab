package tollgate.exec;

import java.util.List;
import tollgate.fs.OpenFile;
import tollgate.mm.MemoryLimits;
import tollgate.mm.PhysicalMemory;

/**
 * What execve(2) is asked to start. Strings hold one char a byte.
 *
 * @param file the program, opened and checked for execution; the caller keeps its reference
 * @param path the name it was called by: AT_EXECFN, and a script's own argument
 * @param randomBytes 16 bytes for AT_RANDOM
 * @param randomOffset bytes by which stack and mappings are moved down, page aligned; 0 for fixed
 *     addresses
 * @param readImpliesExec personality(2) has READ_IMPLIES_EXEC
 */
public record ProgramRequest(
    PhysicalMemory memory,
    MemoryLimits limits,
    ProgramFiles files,
    OpenFile file,
    String path,
    List<String> arguments,
    List<String> environment,
    Identity identity,
    ProcessorFeatures processor,
    byte[] randomBytes,
    long randomOffset,
    boolean readImpliesExec) {

  /**
   * Who runs it.
   *
   * @param secure the program gains rights: AT_SECURE
   */
  public record Identity(int uid, int euid, int gid, int egid, boolean secure) {}

  ProgramRequest with(OpenFile otherFile, List<String> otherArguments) {
    return new ProgramRequest(
        memory,
        limits,
        files,
        otherFile,
        path,
        otherArguments,
        environment,
        identity,
        processor,
        randomBytes,
        randomOffset,
        readImpliesExec);
  }
}
