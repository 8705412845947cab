# The entry point of the freestanding guests: begin(argc, argv), its result is the exit status.
        .globl  _start
        .text
#ifdef __x86_64__
_start:
        mov     (%rsp), %rdi
        lea     8(%rsp), %rsi
        and     $-16, %rsp
        call    begin
        mov     %eax, %edi
        mov     $60, %eax
        syscall
#else
_start:
        mov     %esp, %eax
        lea     4(%eax), %edx
        mov     (%eax), %eax
        and     $-16, %esp
        sub     $8, %esp
        push    %edx
        push    %eax
        call    begin
        mov     %eax, %ebx
        mov     $1, %eax
        int     $0x80
#endif
        .section .note.GNU-stack, "", @progbits
