/** What a device is made of: its number, how it is opened, its file operations and its ioctls. */
package tollgate.device;
