# Calls the three functions of the vsyscall page and checks time(2) of the page against the clock of
# the system call: exit status 1 if they are more than two seconds apart.
        .include "elf64.inc"
_start:
        sub     $64, %rsp
        mov     %rsp, %rdi              # gettimeofday(tv, NULL)
        xor     %esi, %esi
        mov     $0xffffffffff600000, %rax
        call    *%rax
        test    %rax, %rax
        jnz     fail
        xor     %edi, %edi              # time(NULL)
        mov     $0xffffffffff600400, %rax
        call    *%rax
        mov     %rax, %rbx
        sub     (%rsp), %rax
        cmp     $2, %rax
        ja      fail
        lea     16(%rsp), %rdi          # getcpu(&cpu, NULL, NULL)
        xor     %esi, %esi
        xor     %edx, %edx
        mov     $0xffffffffff600800, %rax
        call    *%rax
        test    %rax, %rax
        jnz     fail
        mov     $201, %eax              # time
        xor     %edi, %edi
        syscall
        sub     %rbx, %rax
        cmp     $2, %rax
        ja      fail
        mov     $1, %eax                # write
        mov     $1, %edi
        lea     message(%rip), %rsi
        mov     $message_end - message, %edx
        syscall
        xor     %edi, %edi
        jmp     leave
fail:
        mov     $1, %edi
leave:
        mov     $60, %eax               # exit
        syscall
message:
        .ascii  "hello from 64-bit code through the vsyscall page\n"
message_end:
image_end:
