/**
 * File systems whose files are made up from live state when they are looked at (what seq_file and
 * kernfs are to Linux): procfs and sysfs declare their trees with these classes. Nothing can be
 * created, renamed or removed in them.
 */
package tollgate.fs.tree;
