# `sysenter` from 64-bit code. AMD: no such instruction, SIGILL. Intel: the i386 call is made, then
# the processor comes back in 32-bit mode at the low half of the landing pad's address: SIGSEGV.
        .include "elf64.inc"
_start:
        mov     $4, %eax                # write
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $message_end - message, %edx
        mov     $image, %ebp            # argument 6 is read from here
        sysenter
        mov     $60, %eax               # exit(1): not reached
        mov     $1, %edi
        syscall
message:
        .ascii  "hello from 64-bit code through sysenter, and farewell\n"
message_end:
image_end:
