package tollgate.exec;

import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.fs.OpenFile;

/**
 * Starts a program of any format: looks at the first bytes, follows {@code #!} lines, and has the
 * right loader build an address space with everything in it (fs/exec.c).
 */
public final class ProgramLoader {
  /** How deep scripts may name scripts. */
  private static final int MAX_NESTING = 5;

  private static final int COMMAND_LENGTH = 15;

  private ProgramLoader() {}

  /**
   * Loads a program. Nothing of the caller's changes; what a failed load has built is freed.
   *
   * @return the program; its space and its executable belong to the caller
   * @throws ExecException with execve's error and a line that says what is wrong with the file
   */
  public static LoadedProgram load(ProgramRequest request) {
    List<String> arguments = request.arguments().isEmpty() ? List.of("") : request.arguments();
    request.file().acquire();
    OpenFile file = request.file();
    String path = request.path();
    boolean done = false;
    try {
      InitialStack.checkSizes(arguments, request.environment(), request.limits());
      for (int depth = 0; ; depth++) {
        ProgramFile program = new ProgramFile(file);
        byte[] head = program.head();
        if (!ScriptLoader.matches(head)) {
          LoadedProgram loaded = loadBinary(request.with(file, arguments), program, head);
          done = true;
          return loaded;
        }
        if (depth == MAX_NESTING) {
          throw ExecException.refused(
              Errno.ELOOP, "#!: interpreters that are scripts, more than " + MAX_NESTING + " deep");
        }
        ScriptLoader script = ScriptLoader.parse(head);
        arguments = script.arguments(path, arguments);
        path = script.interpreter();
        OpenFile next = openInterpreter(request, path);
        file.release();
        file = next;
        InitialStack.checkSizes(arguments, request.environment(), request.limits());
      }
    } catch (ErrnoException e) {
      throw ExecException.refused(e.errno(), "cannot be loaded: " + e.errno());
    } finally {
      if (!done) {
        file.release();
      }
    }
  }

  private static LoadedProgram loadBinary(
      ProgramRequest request, ProgramFile program, byte[] head) {
    if (ElfImage.matches(head)) {
      return ElfLoader.load(request, program, head);
    }
    if (AoutLoader.matches(head)) {
      return AoutLoader.load(request, program, head);
    }
    throw ExecException.refused(
        Errno.ENOEXEC,
        String.format(
            "not an ELF program, an a.out program or a #! script (starts with %02x %02x %02x %02x)",
            head[0], head[1], head[2], head[3]));
  }

  private static OpenFile openInterpreter(ProgramRequest request, String path) {
    try {
      return request.files().open(path);
    } catch (ErrnoException e) {
      throw ExecException.refused(
          e.errno(), "#!: interpreter " + path + " cannot be opened: " + e.errno());
    }
  }

  /** What a task is called after a program: the last part of its path, cut to 15 chars. */
  static String command(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.length() > COMMAND_LENGTH ? name.substring(0, COMMAND_LENGTH) : name;
  }
}
