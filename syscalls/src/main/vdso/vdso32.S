/*
 * The i386 vDSO, built once for each vendor: -DAMD enters by syscall, -DINTEL by sysenter, as the
 * kernel chooses in arch/x86/entry/vdso/vdso32/system_call.S. Both instructions come back at
 * int80_landing_pad, never behind themselves; the int $0x80 is there for a restarted call, whose
 * instruction pointer is moved back by two bytes from the landing pad.
 */
	.file "vdso32.S"

	.text
	.globl __kernel_vsyscall
	.type __kernel_vsyscall, @function
	.balign 16
__kernel_vsyscall:
	.cfi_startproc
	pushl %ecx
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset ecx, 0
	pushl %edx
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset edx, 0
	pushl %ebp
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset ebp, 0
#ifdef AMD
	movl %ecx, %ebp
	syscall
#else
	movl %esp, %ebp
	sysenter
#endif
	int $0x80
int80_landing_pad:
	popl %ebp
	.cfi_restore ebp
	.cfi_adjust_cfa_offset -4
	popl %edx
	.cfi_restore edx
	.cfi_adjust_cfa_offset -4
	popl %ecx
	.cfi_restore ecx
	.cfi_adjust_cfa_offset -4
	ret
	.cfi_endproc
	.size __kernel_vsyscall, . - __kernel_vsyscall

/*
 * Unwinding through a signal frame: every register lies in the struct sigcontext_32 at esp + base
 * (asm/sigcontext.h; 64 to 8191 take two bytes of SLEB128).
 */
	.macro saved register, offset
	.cfi_escape 0x10, \register, 3, 0x74, ((\offset) & 0x7f) | 0x80, (\offset) >> 7
	.endm
	.macro signal_context base
	.cfi_escape 0x0f, 4, 0x74, ((\base + 28) & 0x7f) | 0x80, (\base + 28) >> 7, 0x06
	saved 7, \base + 16
	saved 6, \base + 20
	saved 5, \base + 24
	saved 3, \base + 32
	saved 2, \base + 36
	saved 1, \base + 40
	saved 0, \base + 44
	saved 8, \base + 56
	.endm

/* The nops before the labels: unwinders look an address up that is one less. */
	.balign 32
	.cfi_startproc
	.cfi_signal_frame
	signal_context 4
	nop
	.globl __kernel_sigreturn
	.type __kernel_sigreturn, @function
__kernel_sigreturn:
	popl %eax
	signal_context 0
	movl $119, %eax
	int $0x80
	nop
	.cfi_endproc
	.size __kernel_sigreturn, . - __kernel_sigreturn

	.balign 32
	.cfi_startproc
	.cfi_signal_frame
	signal_context 160
	nop
	.globl __kernel_rt_sigreturn
	.type __kernel_rt_sigreturn, @function
__kernel_rt_sigreturn:
	movl $173, %eax
	int $0x80
	nop
	.cfi_endproc
	.size __kernel_rt_sigreturn, . - __kernel_rt_sigreturn

	.macro call name, number, arguments
	.globl __vdso_\name
	.type __vdso_\name, @function
	.balign 16
__vdso_\name:
	.cfi_startproc
	pushl %ebx
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset ebx, 0
	movl 8(%esp), %ebx
	.if \arguments > 1
	movl 12(%esp), %ecx
	.endif
	.if \arguments > 2
	movl 16(%esp), %edx
	.endif
	movl $\number, %eax
	int $0x80
	popl %ebx
	.cfi_restore ebx
	.cfi_adjust_cfa_offset -4
	ret
	.cfi_endproc
	.size __vdso_\name, . - __vdso_\name
	.endm

	call time, 13, 1
	call gettimeofday, 78, 2
	call clock_gettime, 265, 2
	call clock_getres, 266, 2
	call getcpu, 318, 3
	call clock_gettime64, 403, 2

	.include "note.S"
	.section .note.GNU-stack, "", @progbits
