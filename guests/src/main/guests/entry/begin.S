# The state of the processor at process start, before any instruction of the program could change it:
# stored to `state`, printed by begin.c.
        .globl  _start
        .text
#ifdef __x86_64__
_start:
        mov     %rax, state+0*8(%rip)
        mov     %rbx, state+1*8(%rip)
        mov     %rcx, state+2*8(%rip)
        mov     %rdx, state+3*8(%rip)
        mov     %rsi, state+4*8(%rip)
        mov     %rdi, state+5*8(%rip)
        mov     %rbp, state+6*8(%rip)
        mov     %r8, state+7*8(%rip)
        mov     %r9, state+8*8(%rip)
        mov     %r10, state+9*8(%rip)
        mov     %r11, state+10*8(%rip)
        mov     %r12, state+11*8(%rip)
        mov     %r13, state+12*8(%rip)
        mov     %r14, state+13*8(%rip)
        mov     %r15, state+14*8(%rip)
        mov     %rsp, %rbx
        pushfq
        pop     state+15*8(%rip)
        fxsave64 image(%rip)
        mov     %rbx, %rdi
        and     $-16, %rsp
        call    report
        mov     %eax, %edi
        mov     $60, %eax
        syscall
#else
_start:
        mov     %eax, state+0*4
        mov     %ebx, state+1*4
        mov     %ecx, state+2*4
        mov     %edx, state+3*4
        mov     %esi, state+4*4
        mov     %edi, state+5*4
        mov     %ebp, state+6*4
        mov     %esp, %ebx
        pushf
        popl    state+7*4
        fxsave  image
        and     $-16, %esp
        sub     $12, %esp
        push    %ebx
        call    report
        mov     %eax, %ebx
        mov     $1, %eax
        int     $0x80
#endif
        .bss
        .balign 16
        .globl  state, image
state:  .zero   16*8
image:  .zero   512
        .section .note.GNU-stack, "", @progbits
