/** Pipes and fifos. */
package tollgate.fs.pipe;
