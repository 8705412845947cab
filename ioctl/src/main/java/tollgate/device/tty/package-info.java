/** A terminal's ioctls, over the small interface that the host side implements. */
package tollgate.device.tty;
