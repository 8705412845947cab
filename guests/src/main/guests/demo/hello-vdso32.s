# write(2) and exit(2) by __kernel_vsyscall, whose address is AT_SYSINFO of the auxiliary vector: it
# uses the entry that the processor has.
        .include "elf32.inc"
_start:
        mov     %esp, %esi
        lodsl                           # argc
        lea     4(%esi,%eax,4), %esi    # past argv and its null
1:      lodsl                           # environment
        test    %eax, %eax
        jnz     1b
2:      lodsl                           # auxiliary vector: type, value
        mov     %eax, %ecx
        lodsl
        cmp     $32, %ecx               # AT_SYSINFO
        je      found
        test    %ecx, %ecx
        jnz     2b
        mov     $1, %eax                # exit(2): no such entry
        mov     $2, %ebx
        int     $0x80
found:
        mov     %eax, %edi
        mov     $4, %eax                # write
        mov     $1, %ebx
        mov     $message, %ecx
        mov     $message_end - message, %edx
        call    *%edi
        mov     $1, %eax                # exit
        xor     %ebx, %ebx
        call    *%edi
message:
        .ascii  "hello from 32-bit code through __kernel_vsyscall\n"
message_end:
image_end:
