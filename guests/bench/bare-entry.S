# The bare engine's side: the host sets the arguments of one kernel and starts here; hlt ends it.
        .globl  _start
        .text
#ifdef __x86_64__
_start: mov     kernels(,%rdi,8), %rax
        mov     %rsi, %rdi
        call    *%rax
        hlt
#else
_start: mov     kernels(,%edi,4), %eax
        push    %esi
        call    *%eax
        hlt
#endif
        .section .note.GNU-stack, "", @progbits
