/** The in-memory file system (tmpfs): the machine's private root, /tmp, memfd. */
package tollgate.fs.tmp;
