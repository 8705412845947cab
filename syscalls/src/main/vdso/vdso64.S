/*
 * The x86-64 vDSO. Each function is the system call of the same name, which leaves RCX and R11 as
 * the psABI lets a function do. Symbols and version as in arch/x86/entry/vdso/vdso.lds.S.
 */
	.file "vdso64.S"

	.macro call name, number
	.globl __vdso_\name
	.type __vdso_\name, @function
	.weak \name
	.type \name, @function
	.balign 16
__vdso_\name:
\name:
	.cfi_startproc
	movl $\number, %eax
	syscall
	ret
	.cfi_endproc
	.size __vdso_\name, . - __vdso_\name
	.size \name, . - \name
	.endm

	.text
	call gettimeofday, 96
	call time, 201
	call clock_gettime, 228
	call clock_getres, 229
	call getcpu, 309

	.include "note.S"
	.section .note.GNU-stack, "", @progbits
