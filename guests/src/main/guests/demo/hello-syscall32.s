# write(2) and exit(2) by `syscall` from 32-bit code: argument 2 in ebp, for ecx holds the return
# address. The kernel comes back at the landing pad of the vDSO, as with sysenter.
        .include "elf32.inc"
_start:
        mov     $4, %eax                # write
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $message_end - message, %edx
        call    enter
        mov     $1, %eax                # exit
        xor     %ebx, %ebx
        call    enter
enter:
        push    %ecx
        push    %edx
        push    %ebp
        mov     %ecx, %ebp
        syscall
message:
        .ascii  "hello from 32-bit code through syscall\n"
message_end:
image_end:
