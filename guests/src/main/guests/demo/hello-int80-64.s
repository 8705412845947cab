# write(2) and exit(2) by `int $0x80` from 64-bit code: the i386 numbers and 32-bit arguments.
        .include "elf64.inc"
_start:
        mov     $4, %eax                # write
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $message_end - message, %edx
        int     $0x80
        mov     $1, %eax                # exit
        xor     %ebx, %ebx
        int     $0x80
message:
        .ascii  "hello from 64-bit code through int 0x80\n"
message_end:
image_end:
