package tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tollgate.entry.Vendor;
import tollgate.machine.Bind;
import tollgate.machine.LaunchFailure;
import tollgate.machine.MachineBuilder;
import tollgate.trace.TraceFilter;

/** From words on the command line to the machine they describe. */
final class RunCommandTest {
  private static RunCommand command(String... words) {
    RunCommand command = new RunCommand();
    Commands.configured(new CommandLine(command)).parseArgs(words);
    return command;
  }

  private static MachineBuilder parse(String... words) {
    return command(words).builder(List.of("HOME=/root", "LANG=C"));
  }

  @Test
  void everythingAfterTheProgramBelongsToTheGuest() {
    MachineBuilder builder = parse("ls", "--memory", "-l", "--", "@file", "--strace");
    assertThat(builder.program()).isEqualTo("ls");
    assertThat(builder.arguments()).containsExactly("--memory", "-l", "--", "@file", "--strace");
  }

  @Test
  void theDelimiterBeforeTheProgramIsOurs() {
    MachineBuilder builder = parse("--vendor=amd", "--", "-odd", "--", "x");
    assertThat(builder.program()).isEqualTo("-odd");
    assertThat(builder.arguments()).containsExactly("--", "x");
    assertThat(builder.vendor()).isEqualTo(Vendor.AMD);
  }

  @Test
  void straceTakesItsFilterOnlyWhenAttached() throws Exception {
    assertThat(command("ls").tracing()).isFalse();
    assertThat(command("--strace", "ls").traceFilter()).isSameAs(TraceFilter.all());
    assertThat(parse("--strace", "ls").program()).isEqualTo("ls");
    assertThat(command("--strace=open,read", "ls").traceFilter()).isNotSameAs(TraceFilter.all());
    assertThat(command("--strace-out=f", "ls").tracing()).isTrue();
    RunCommand wrong = command("--strace=frobnicate", "ls");
    assertThatThrownBy(wrong::traceFilter)
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith("--strace: ");
  }

  @Test
  void variablesReplaceInheritedOnesInPlace() {
    assertThat(parse("--env", "LANG=de", "--env=A=b=c", "ls").environment())
        .containsExactly("HOME=/root", "LANG=de", "A=b=c");
    assertThat(parse("--clear-env", "--env=A=", "ls").environment()).containsExactly("A=");
    assertThat(parse("ls").environment()).containsExactly("HOME=/root", "LANG=C");
  }

  @Test
  void bindsKeepTheirOrder() {
    assertThat(parse("--bind", "/a:/b", "--bind=/c:/d:ro", "ls", "--bind").binds())
        .containsExactly(new Bind("/a", "/b", false), new Bind("/c", "/d", true));
  }

  @Test
  void sizesHaveBinarySuffixes() {
    assertThat(parse("--memory=64M", "ls").memory().bytes()).isEqualTo(64L << 20);
    assertThat(parse("--memory", "2g", "ls").memory().bytes()).isEqualTo(2L << 30);
    assertThat(parse("--memory", "16777217", "ls").memory().bytes()).isEqualTo(16777216 + 4096);
    assertThat(parse("ls").memory().bytes()).isEqualTo(4L << 30);
  }
}
