# enter_syscall, enter_int80, enter_sysenter: load every register from `in`, enter the kernel, store
# every register to `out`. Order of the words: rax rbx rcx rdx rsi rdi rbp r8 ... r15 rflags rsp.
        .macro  enter name, instruction:vararg
        .globl  \name, \name\()_next
\name:
        push    %rbx
        push    %rbp
        push    %r12
        push    %r13
        push    %r14
        push    %r15
        mov     %rsp, in+16*8(%rip)
        push    in+15*8(%rip)
        popfq
        mov     in+0*8(%rip), %rax
        mov     in+1*8(%rip), %rbx
        mov     in+2*8(%rip), %rcx
        mov     in+3*8(%rip), %rdx
        mov     in+4*8(%rip), %rsi
        mov     in+5*8(%rip), %rdi
        mov     in+6*8(%rip), %rbp
        mov     in+7*8(%rip), %r8
        mov     in+8*8(%rip), %r9
        mov     in+9*8(%rip), %r10
        mov     in+10*8(%rip), %r11
        mov     in+11*8(%rip), %r12
        mov     in+12*8(%rip), %r13
        mov     in+13*8(%rip), %r14
        mov     in+14*8(%rip), %r15
        \instruction
\name\()_next:
        mov     %rax, out+0*8(%rip)
        mov     %rbx, out+1*8(%rip)
        mov     %rcx, out+2*8(%rip)
        mov     %rdx, out+3*8(%rip)
        mov     %rsi, out+4*8(%rip)
        mov     %rdi, out+5*8(%rip)
        mov     %rbp, out+6*8(%rip)
        mov     %r8, out+7*8(%rip)
        mov     %r9, out+8*8(%rip)
        mov     %r10, out+9*8(%rip)
        mov     %r11, out+10*8(%rip)
        mov     %r12, out+11*8(%rip)
        mov     %r13, out+12*8(%rip)
        mov     %r14, out+13*8(%rip)
        mov     %r15, out+14*8(%rip)
        mov     %rsp, out+16*8(%rip)
        mov     in+16*8(%rip), %rsp
        pushfq
        pop     out+15*8(%rip)
        push    $2
        popfq
        pop     %r15
        pop     %r14
        pop     %r13
        pop     %r12
        pop     %rbp
        pop     %rbx
        ret
        .endm

        .text
        enter   enter_syscall, syscall
        enter   enter_int80, int $0x80
        enter   enter_sysenter, sysenter

        .bss
        .balign 16
        .globl  in, out
in:     .zero   17*8
out:    .zero   17*8
        .section .note.GNU-stack, "", @progbits
