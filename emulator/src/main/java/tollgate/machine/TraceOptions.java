package tollgate.machine;

/**
 * What to trace and where to write it.
 *
 * @param filter names of calls separated by commas, or empty for all
 * @param file host path of the output file, or null for standard error
 */
public record TraceOptions(String filter, String file) {}
