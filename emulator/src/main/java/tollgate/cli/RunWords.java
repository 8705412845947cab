package tollgate.cli;

import java.util.Map;
import java.util.Stack;
import java.util.function.Supplier;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** How the options of {@link RunCommand} read their words. */
final class RunWords {
  private RunWords() {}

  /** Takes {@code --strace=FILTER} but leaves the word after a bare {@code --strace} alone. */
  static final class AttachedOnly implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> state) {
      if ("=".equals(state.get("separator"))) {
        return false;
      }
      argument.setValue("");
      return true;
    }
  }

  /** {@code HOST:GUEST[:ro]}. */
  static final class Bind implements ITypeConverter<tollgate.machine.Bind> {
    @Override
    public tollgate.machine.Bind convert(String value) {
      return converted(() -> tollgate.machine.Bind.parse(value));
    }
  }

  /** A size with a suffix. */
  static final class Memory implements ITypeConverter<tollgate.machine.MemorySize> {
    @Override
    public tollgate.machine.MemorySize convert(String value) {
      return converted(() -> tollgate.machine.MemorySize.parse(value));
    }
  }

  /** {@code NAME=value}. */
  static final class Variable implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (value.indexOf('=') < 1) {
        throw new TypeConversionException("expected NAME=value, got '" + value + "'");
      }
      return value;
    }
  }

  private static <T> T converted(Supplier<T> conversion) {
    try {
      return conversion.get();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
