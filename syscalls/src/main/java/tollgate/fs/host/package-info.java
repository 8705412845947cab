/**
 * A host directory or file as a file system of the guest. Every access goes by descriptor: an inode
 * holds an O_PATH descriptor, and entries are reached from their directory's descriptor by one name
 * that is never "..", never has a slash and never follows a link. What a host process does to the
 * names meanwhile can make a lookup fail or find another file of the same directory, but never lead
 * out of the granted tree.
 *
 * <p>Device nodes, fifos and sockets of the host are shown but not opened: devices fail with EACCES
 * as on a mount with nodev, sockets and fifos with ENXIO (a fifo's other end would be a host
 * process that nobody granted; fifos among guests belong to the Vfs). Device nodes cannot be made
 * (EPERM). The host's procfs can be mounted over but not entered: its files reach into our own
 * process.
 */
package tollgate.fs.host;
