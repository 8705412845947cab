/* The kernel version that C libraries look for: a note named Linux, type 0. */
	.section .note.Linux, "a", @note
	.balign 4
	.long 2f - 1f, 4f - 3f, 0
1:	.asciz "Linux"
2:	.balign 4
3:	.long (6 << 16) + (1 << 8)	/* 6.1.0, as uname(2) says */
4:	.balign 4
