# write(2) and exit(2) by `syscall` from 64-bit code.
        .include "elf64.inc"
_start:
        mov     $1, %eax                # write
        mov     $1, %edi
        lea     message(%rip), %rsi
        mov     $message_end - message, %edx
        syscall
        mov     $60, %eax               # exit
        xor     %edi, %edi
        syscall
message:
        .ascii  "hello from 64-bit code through syscall\n"
message_end:
image_end:
