# write(2) and exit(2) by `sysenter` from 32-bit code. The kernel comes back at the landing pad of
# the vDSO, which pops ebp, edx and ecx and returns: so those three and an address lie on the stack.
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
        mov     %esp, %ebp
        sysenter
message:
        .ascii  "hello from 32-bit code through sysenter\n"
message_end:
image_end:
