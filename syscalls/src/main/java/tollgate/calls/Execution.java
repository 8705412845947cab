package tollgate.calls;

import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.exec.LoadedProgram;
import tollgate.exec.ProcessorFeatures;
import tollgate.exec.ProgramLoader;
import tollgate.exec.ProgramRequest;
import tollgate.exec.StartState;
import tollgate.exec.VdsoMapping;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.fs.PathWalk;
import tollgate.fs.Permission;
import tollgate.kernel.Credentials;
import tollgate.kernel.KernelSettings;
import tollgate.kernel.Process;
import tollgate.kernel.Program;
import tollgate.kernel.Task;
import tollgate.mm.AddressSpace;
import tollgate.mm.RamArena;
import tollgate.signal.InitialFloatingPoint;

/**
 * Gives a task a new program: what execve(2) does, and how the first process gets its own
 * (fs/exec.c, begin_new_exec).
 */
public final class Execution {
  /** personality(2): no randomised addresses. */
  private static final int ADDR_NO_RANDOMIZE = 0x0040000;

  /** personality(2): readable mappings are executable. */
  private static final int READ_IMPLIES_EXEC = 0x0400000;

  private static final int RANDOM_BYTES = 16;

  /** Stack and mappings move by less than 8 MiB, which i386 has room for. */
  private static final int RANDOM_PAGES = 0x7ff;

  private static final int USER_FLAGS = 0x202;

  private Execution() {}

  /**
   * Opens a file to execute it: a regular file that may be executed (do_open_execat).
   *
   * @param walk resolves the path for the task
   */
  public static OpenFile open(PathWalk walk, int dirfd, String path, int flags) {
    Dentry found = walk.find(dirfd, path, flags);
    int mode = found.inode().mode();
    if (StatMode.isSymbolicLink(mode)) {
      throw Errno.ELOOP.failure();
    }
    if (!StatMode.isRegular(mode)) {
      throw Errno.EACCES.failure();
    }
    Permission.require(found.inode(), walk.credentials(), Permission.EXECUTE);
    return walk.vfs().open(found, Fcntl.O_RDONLY, walk.credentials(), true);
  }

  /**
   * Loads a program and makes it the task's: memory, registers, name, signal actions, descriptors.
   * When it fails, the task still has its old program.
   *
   * @param file the program; the caller keeps its reference
   * @param path what it was called by
   * @throws tollgate.exec.ExecException with the error of execve(2) and its reason
   */
  public static void start(
      Task task, OpenFile file, String path, List<String> arguments, List<String> environment) {
    LoadedProgram loaded = ProgramLoader.load(request(task, file, path, arguments, environment));
    Process process = task.process();
    Cpu cpu = task.cpu();
    AddressSpace old = process.memory();
    Program oldProgram = process.program();
    process.install(program(loaded), loaded.space());
    loaded.space().attach(cpu);
    cpu.setPageTable(loaded.space().root());
    if (old != null) {
      old.detach(cpu);
      old.release();
    }
    task.segments().clear(cpu);
    setRegisters(cpu, loaded.start());
    InitialFloatingPoint.load(cpu);
    task.setComm(loaded.command());
    task.setClearChildTid(0);
    task.setRobustList(0);
    process.actions().resetForExec();
    task.files().closeOnExec();
    if (oldProgram != null) {
      task.setRegistersDone();
    }
  }

  private static ProgramRequest request(
      Task task, OpenFile file, String path, List<String> arguments, List<String> environment) {
    KernelSettings settings = task.kernel().settings();
    Credentials who = task.credentials();
    int personality = task.process().personality();
    byte[] random = new byte[RANDOM_BYTES + 2];
    task.kernel().random().fill(random, 0, random.length);
    int pages = (random[RANDOM_BYTES] & 0xff | random[RANDOM_BYTES + 1] << 8) & RANDOM_PAGES;
    PathWalk walk = new PathWalk(task.fs(), task.files(), who);
    return new ProgramRequest(
        task.kernel().memory(),
        task.process().memoryLimits(),
        interpreter -> open(walk, Fcntl.AT_FDCWD, interpreter, PathWalk.FOLLOW),
        file,
        path,
        arguments,
        environment,
        new ProgramRequest.Identity(who.uid(), who.euid(), who.gid(), who.egid(), false),
        new ProcessorFeatures(
            settings.vendor(), Integer.toUnsignedLong(settings.hardwareCapabilities()), 2),
        java.util.Arrays.copyOf(random, RANDOM_BYTES),
        (personality & ADDR_NO_RANDOMIZE) != 0 ? 0 : (long) pages * RamArena.FRAME_SIZE,
        (personality & READ_IMPLIES_EXEC) != 0);
  }

  private static Program program(LoadedProgram loaded) {
    VdsoMapping vdso = loaded.vdso();
    Dentry executable = loaded.executable().dentry();
    loaded.executable().release();
    return switch (loaded.start().abi()) {
      case X86_64 -> new Program(executable, loaded.start().abi(), 0, 0, 0);
      case I386 ->
          new Program(
              executable,
              loaded.start().abi(),
              vdso.landingPad(),
              vdso.sigreturn(),
              vdso.rtSigreturn());
    };
  }

  private static void setRegisters(Cpu cpu, StartState start) {
    for (Register register : Register.values()) {
      if (register.ordinal() <= Register.R15.ordinal()) {
        cpu.set(register, 0);
      }
    }
    cpu.set(Register.CS, start.codeSelector());
    cpu.set(Register.SS, start.stackSelector());
    cpu.set(Register.DS, start.dataSelector());
    cpu.set(Register.ES, start.dataSelector());
    cpu.set(Register.FS, 0);
    cpu.set(Register.GS, 0);
    cpu.set(Register.FS_BASE, 0);
    cpu.set(Register.GS_BASE, 0);
    cpu.set(Register.RFLAGS, USER_FLAGS);
    cpu.set(Register.RSP, start.stackPointer());
    cpu.set(Register.RIP, start.entry());
  }
}
