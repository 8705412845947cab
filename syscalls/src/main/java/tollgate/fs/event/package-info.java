/** Waiting for many files at once, and descriptors that are events. */
package tollgate.fs.event;
