# enter_int80, enter_sysenter, enter_syscall: load every register from `in`, enter the kernel, store
# every register to `out`. Order of the words: eax ebx ecx edx esi edi ebp eflags esp, then what lies
# on the stack for the landing pad of the vDSO: ecx, edx, and ebp or argument 6.
        .macro  load
        mov     in+0*4, %eax
        mov     in+1*4, %ebx
        mov     in+2*4, %ecx
        mov     in+3*4, %edx
        mov     in+4*4, %esi
        mov     in+5*4, %edi
        mov     in+6*4, %ebp
        .endm
        .macro  store
        mov     %eax, out+0*4
        mov     %ebx, out+1*4
        mov     %ecx, out+2*4
        mov     %edx, out+3*4
        mov     %esi, out+4*4
        mov     %edi, out+5*4
        mov     %ebp, out+6*4
        mov     %esp, out+8*4
        mov     in+8*4, %esp
        pushf
        popl    out+7*4
        push    $2
        popf
        popa
        ret
        .endm
        .macro  begin_entry
        pusha
        mov     %esp, in+8*4
        push    in+7*4
        popf
        .endm

        .text
        .globl  enter_int80, enter_sysenter, enter_syscall, enter_call
enter_int80:
        begin_entry
        load
        int     $0x80
        store

# The kernel comes back at the landing pad, which pops ebp, edx and ecx and returns: to 2.
enter_sysenter:
        begin_entry
        call    1f
2:      store
1:      push    in+9*4
        push    in+10*4
        push    in+11*4
        load
        mov     %esp, %ebp
        sysenter
        mov     $0x0badbad0, %eax       # the next instruction: never reached
        add     $12, %esp
        ret

enter_syscall:
        begin_entry
        call    1f
2:      store
1:      push    in+9*4
        push    in+10*4
        push    in+11*4
        load
        syscall
        mov     $0x0badbad0, %eax       # the next instruction: never reached
        add     $12, %esp
        ret

enter_call:                             # __kernel_vsyscall
        begin_entry
        load
        call    *target
        store

# enter_fault(by sysenter): sysenter with an unreadable ebp, or syscall with an unreadable esp.
        .globl  enter_fault
enter_fault:
        mov     4(%esp), %ecx
        mov     $60, %eax               # umask
        mov     $0x12, %ebx
        mov     $16, %esp
        mov     %esp, %ebp
        jecxz   1f
        sysenter
1:      syscall

        .bss
        .balign 16
        .globl  in, out, target
in:     .zero   12*4
out:    .zero   12*4
target: .zero   4
        .section .note.GNU-stack, "", @progbits
