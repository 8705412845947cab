package tollgate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.entry.Cpu;
import tollgate.machine.Machine;

/** The rooms of the house and the arrows between them: docs/architecture.md. */
final class FloorPlanTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tollgate");

  private static final DescribedPredicate<JavaClass> IOCTL = livesWith("ioctl", Abi.class);
  private static final DescribedPredicate<JavaClass> SYSCALLS = livesWith("syscalls", Cpu.class);
  private static final DescribedPredicate<JavaClass> EMULATOR =
      livesWith("emulator", Machine.class);

  @Test
  void everyClassLivesInOneModule() {
    assertThat(CLASSES).anyMatch(IOCTL).anyMatch(SYSCALLS).anyMatch(EMULATOR);
    assertThat(CLASSES).allMatch(IOCTL.or(SYSCALLS).or(EMULATOR));
  }

  @Test
  void ioctlUsesNothingOfOurs() {
    noClasses().that(IOCTL).should().dependOnClassesThat(SYSCALLS.or(EMULATOR)).check(CLASSES);
  }

  @Test
  void syscallsUsesIoctlOnly() {
    noClasses().that(SYSCALLS).should().dependOnClassesThat(EMULATOR).check(CLASSES);
  }

  @Test
  void theKernelSeesNoEngineAndNoNativeLibrary() {
    noClasses()
        .that(IOCTL.or(SYSCALLS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jnr..", "com.kenai.jffi..", "tollgate.unicorn..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void noPackageIsSplitBetweenModules() {
    CLASSES.stream()
        .collect(Collectors.groupingBy(JavaClass::getPackageName))
        .forEach(
            (name, classes) ->
                assertThat(classes.stream().map(FloorPlanTest::origin).distinct())
                    .as(name)
                    .hasSize(1));
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("tollgate.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tollgate.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> livesWith(String module, Class<?> resident) {
    String place = origin(CLASSES.get(resident));
    return DescribedPredicate.describe(
        "live in module " + module, type -> origin(type).equals(place));
  }

  /** The folder or jar that a class was read from. */
  private static String origin(JavaClass type) {
    String uri = type.getSource().map(source -> source.getUri().toString()).orElse("");
    String path = type.getName().replace('.', '/') + ".class";
    return uri.endsWith(path) ? uri.substring(0, uri.length() - path.length()) : uri;
  }
}
