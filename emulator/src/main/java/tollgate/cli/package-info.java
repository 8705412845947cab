/** The command line: a class per command, and one way to report our own failures. */
package tollgate.cli;
