# Changes from 64-bit to 32-bit code and back by far jump, far return and iret, with a call in each.
        .include "elf64.inc"
        .macro  say64 text, end
        mov     $1, %eax
        mov     $1, %edi
        mov     $\text, %esi
        mov     $\end - \text, %edx
        syscall
        .endm
        .macro  say32 text, end
        mov     $4, %eax
        mov     $1, %ebx
        mov     $\text, %ecx
        mov     $\end - \text, %edx
        int     $0x80
        .endm
_start:
        mov     $9, %eax                # mmap: a stack that 32-bit code can address
        xor     %edi, %edi
        mov     $4096, %esi
        mov     $3, %edx                # PROT_READ | PROT_WRITE
        mov     $0x62, %r10d            # MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT
        mov     $-1, %r8
        xor     %r9d, %r9d
        syscall
        lea     4096(%rax), %rsp
        say64   first, first_end
        ljmp    *to_32(%rip)
        .code32
in_32:
        say32   second, second_end
        ljmp    $0x33, $back_in_64
        .code64
back_in_64:
        say64   third, third_end
        pushq   $0x23                   # far return to 32-bit code
        pushq   $in_32_again
        lretq
        .code32
in_32_again:
        say32   fourth, fourth_end
        pushf                           # iret to 64-bit code
        push    $0x33
        push    $in_64_by_iret
        iret
        .code64
in_64_by_iret:
        say64   fifth, fifth_end
        mov     $60, %eax               # exit
        xor     %edi, %edi
        syscall
to_32:
        .long   in_32
        .short  0x23
first:
        .ascii  "hello from 64-bit code\n"
first_end:
second:
        .ascii  "hello from 32-bit code after a far jump\n"
second_end:
third:
        .ascii  "hello from 64-bit code after a far jump\n"
third_end:
fourth:
        .ascii  "hello from 32-bit code after a far return\n"
fourth_end:
fifth:
        .ascii  "hello from 64-bit code after iret\n"
fifth_end:
image_end:
