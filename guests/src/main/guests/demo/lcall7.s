# `lcall $7, $0`, the entry of iBCS programs, has no gate on Linux: SIGSEGV.
        .include "elf32.inc"
_start:
        mov     $4, %eax                # write
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $message_end - message, %edx
        int     $0x80
        mov     $1, %eax                # exit(1), if there were such a gate
        mov     $1, %ebx
        lcall   $7, $0
        mov     $2, %ebx
        int     $0x80
message:
        .ascii  "hello from 32-bit code, now through lcall 7\n"
message_end:
image_end:
