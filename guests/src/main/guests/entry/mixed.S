# Entries from the other mode: a 64-bit process that runs 32-bit code, or the reverse. The first
# letter of the argument chooses: i int 0x80, s syscall, e sysenter, v the vsyscall page. Each writes
# "called", then goes back to the process's own mode and ends with status 0.
        .macro  to32
#ifdef __x86_64__
        ljmp    *1f(%rip)
        .section .rodata
1:      .long   2f
        .short  0x23
        .text
        .code32
2:
#endif
        .endm
        .macro  to64
#ifndef __x86_64__
        ljmp    $0x33, $1f
        .code64
1:
#endif
        .endm

        .text
        .globl  begin
begin:
#ifdef __x86_64__
        mov     8(%rsi), %rax
        mov     (%rax), %bl
        lea     stack_end(%rip), %rsp
#else
        mov     8(%esp), %eax
        mov     4(%eax), %eax
        mov     (%eax), %bl
        lea     stack_end, %esp
#endif
        cmp     $'i', %bl
        je      by_int80
        cmp     $'s', %bl
        je      by_syscall
        cmp     $'e', %bl
        je      by_sysenter
        cmp     $'v', %bl
        je      by_vsyscall
        mov     $1, %eax
        ret

#ifdef __x86_64__
by_int80:
        to32
        mov     $4, %eax
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $7, %edx
        int     $0x80
        ljmp    $0x33, $finish
        .code64
by_syscall:
        to32
        mov     $4, %eax
        mov     $1, %ebx
        mov     $message, %ebp
        mov     $7, %edx
        syscall
        ljmp    $0x33, $finish
        .code64
by_sysenter:
        to32
        mov     $4, %eax
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $7, %edx
        mov     %esp, %ebp
        sysenter
        ljmp    $0x33, $finish
        .code64
by_vsyscall:
        mov     $0xffffffffff600400, %rax
        xor     %edi, %edi
        call    *%rax
        test    %rax, %rax
        jle     fail
finish:
        mov     $60, %eax
        xor     %edi, %edi
        syscall
fail:
        mov     $60, %eax
        mov     $1, %edi
        syscall
#else
by_int80:
        to64
        mov     $4, %eax
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $7, %edx
        int     $0x80
        jmp     leave64
        .code32
by_syscall:
        to64
        mov     $1, %eax
        mov     $1, %edi
        mov     $message, %esi
        mov     $7, %edx
        syscall
        jmp     leave64
        .code32
by_sysenter:
        to64
        mov     $4, %eax
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $7, %edx
        mov     %esp, %ebp
        sysenter
        jmp     leave64
        .code32
by_vsyscall:
        to64
        mov     $0xffffffffff600400, %rax
        xor     %edi, %edi
        call    *%rax
        test    %rax, %rax
        jle     fail
leave64:
        ljmp    *far32(%rip)
fail:
        mov     $60, %eax
        mov     $1, %edi
        syscall
        .code32
finish:
        mov     $1, %eax
        xor     %ebx, %ebx
        int     $0x80
        .section .rodata
far32:  .long   finish
        .short  0x23
#endif
        .section .rodata
message:
        .ascii  "called\n"
        .bss
        .balign 16
        .zero   4096
stack_end:
        .zero   64
        .section .note.GNU-stack, "", @progbits
