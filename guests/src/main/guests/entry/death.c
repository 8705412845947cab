/* Ends in the way its argument names: by an exception of the processor, a signal, or exit. */
#include "tiny.h"

static void exception(const char *kind)
{
	if (same(kind, "ud2"))
		__asm__ volatile("ud2");
	if (same(kind, "divide"))
		__asm__ volatile("div %b0" : : "q"(0), "a"(1));
	if (same(kind, "divide-overflow"))
		__asm__ volatile("div %b0" : : "q"(1), "a"(0x7fff));
	if (same(kind, "hlt"))
		__asm__ volatile("hlt");
	if (same(kind, "cli"))
		__asm__ volatile("cli");
	if (same(kind, "in"))
		__asm__ volatile("inb $0x80, %%al" : : : "eax");
	if (same(kind, "out"))
		__asm__ volatile("outb %%al, $0x80" : : : "eax");
	if (same(kind, "int3"))
		__asm__ volatile("int3");
	if (same(kind, "int3-long"))
		__asm__ volatile(".byte 0xcd, 3");
	if (same(kind, "int1"))
		__asm__ volatile(".byte 0xf1");
	if (same(kind, "int-4"))
		__asm__ volatile("int $4");
	if (same(kind, "int-81"))
		__asm__ volatile("int $0x81");
	if (same(kind, "int-14"))
		__asm__ volatile("int $14");
	if (same(kind, "trap-flag"))
#ifdef __x86_64__
		__asm__ volatile("pushfq; orl $0x100, (%rsp); popfq; nop");
#else
		__asm__ volatile("pushf; orl $0x100, (%esp); popf; nop");
#endif
	if (same(kind, "alignment"))
#ifdef __x86_64__
		__asm__ volatile("pushfq; orl $0x40000, (%rsp); popfq; movl 1(%rsp), %eax");
#else
		__asm__ volatile("pushf; orl $0x40000, (%esp); popf; movl 1(%esp), %eax");
#endif
	if (same(kind, "read-null"))
		__asm__ volatile("mov 0, %%al" : : : "eax");
	if (same(kind, "write-text"))
		__asm__ volatile("movb $1, _start");
	if (same(kind, "jump-null"))
		__asm__ volatile("xor %eax, %eax\n"
#ifdef __x86_64__
				 "jmp *%rax"
#else
				 "jmp *%eax"
#endif
				 );
	if (same(kind, "jump-stack"))
#ifdef __x86_64__
		__asm__ volatile("movb $0xc3, (%rsp); jmp *%rsp");
#else
		__asm__ volatile("movb $0xc3, (%esp); jmp *%esp");
#endif
	if (same(kind, "x87"))
		__asm__ volatile("fninit; push $0x340; fldcw (%%"
#ifdef __x86_64__
				 "rsp"
#else
				 "esp"
#endif
				 "); fld1; fldz; fdivrp; fwait" : : : "memory");
	if (same(kind, "sse"))
		__asm__ volatile("push $0x1d00; ldmxcsr (%%"
#ifdef __x86_64__
				 "rsp"
#else
				 "esp"
#endif
				 "); xorps %%xmm1, %%xmm1; divss %%xmm1, %%xmm0" : : : "memory");
#ifdef __x86_64__
	if (same(kind, "non-canonical"))
		__asm__ volatile("mov (%0), %%al" : : "r"(0x800000000000UL) : "eax");
	if (same(kind, "non-canonical-stack"))
		__asm__ volatile("mov %0, %%rsp; push %%rax" : : "r"(0x800000000008UL));
	if (same(kind, "kernel-half"))
		__asm__ volatile("mov (%0), %%al" : : "r"(0xffff800000000000UL) : "eax");
	if (same(kind, "vsyscall-read"))
		__asm__ volatile("mov (%0), %%al" : : "r"(0xffffffffff600000UL) : "eax");
	if (same(kind, "vsyscall-middle"))
		__asm__ volatile("call *%0" : : "r"(0xffffffffff600010UL));
#else
	if (same(kind, "into"))
		__asm__ volatile("movb $0x7f, %%al; addb $1, %%al; into" : : : "eax");
	if (same(kind, "bound"))
		__asm__ volatile("push $0; push $0; mov $5, %%eax; bound %%eax, (%%esp)" : : : "eax");
	if (same(kind, "lcall-7"))
		__asm__ volatile("lcall $7, $0");
	if (same(kind, "null-selector"))
		__asm__ volatile("xor %%eax, %%eax; mov %%eax, %%ds; mov _start, %%al" : : : "eax");
	if (same(kind, "bad-selector"))
		__asm__ volatile("mov $0x1b, %%eax; mov %%eax, %%ds" : : : "eax");
#endif
}

static word number(const char *text)
{
	word value = 0;
	while (*text)
		value = value * 10 + *text++ - '0';
	return value;
}

int begin(int argc, char **argv)
{
	if (argc < 2)
		return 125;
	put("still here\n");
	if (argc > 2 && same(argv[1], "exit"))
		leave(number(argv[2]));
	if (argc > 2 && same(argv[1], "kill"))
		call3(NR_kill, call3(NR_getpid, 0, 0, 0), number(argv[2]), 0);
	else
		exception(argv[1]);
	put("survived\n");
	return 0;
}
