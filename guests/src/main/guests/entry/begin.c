/* Prints the state of the processor at process start, and the shape of the initial stack. */
#include "tiny.h"

extern word state[16];
extern unsigned char image[512];

#ifdef __x86_64__
static const char *const names[] = {"rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10",
				    "r11", "r12", "r13", "r14", "r15", "rflags"};
#else
static const char *const names[] = {"eax", "ebx", "ecx", "edx", "esi", "edi", "ebp", "eflags"};
#endif

static void show(const char *name, word value)
{
	put(name);
	put(" ");
	put_hex(value);
	put("\n");
}

#define SELECTOR(name) do { word value; __asm__("mov %%" #name ", %0" : "=r"(value)); show(#name, value & 0xffff); } while (0)

static const char *auxiliary(word type)
{
	static const char *const types[] = {
		[2] = "AT_EXECFD", [3] = "AT_PHDR", [4] = "AT_PHENT", [5] = "AT_PHNUM", [6] = "AT_PAGESZ",
		[7] = "AT_BASE", [8] = "AT_FLAGS", [9] = "AT_ENTRY", [11] = "AT_UID", [12] = "AT_EUID",
		[13] = "AT_GID", [14] = "AT_EGID", [15] = "AT_PLATFORM", [16] = "AT_HWCAP", [17] = "AT_CLKTCK",
		[23] = "AT_SECURE", [25] = "AT_RANDOM", [26] = "AT_HWCAP2", [27] = "AT_RSEQ_FEATURE_SIZE",
		[28] = "AT_RSEQ_ALIGN", [29] = "AT_HWCAP3", [30] = "AT_HWCAP4", [31] = "AT_EXECFN", [32] = "AT_SYSINFO",
		[33] = "AT_SYSINFO_EHDR", [51] = "AT_MINSIGSTKSZ"};
	return type < sizeof types / sizeof *types && types[type] ? types[type] : "AT_?";
}

extern char _start[];

int report(word *stack)
{
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		show(names[i], state[i]);
	SELECTOR(cs);
	SELECTOR(ss);
	SELECTOR(ds);
	SELECTOR(es);
	SELECTOR(fs);
	SELECTOR(gs);
	show("fpu control", *(unsigned short *)image);
	show("fpu status", *(unsigned short *)(image + 2));
	show("fpu tags in use", image[4]);
	show("mxcsr", *(unsigned *)(image + 24));
	show("stack pointer modulo 16", (word)stack & 15);
	show("argc", stack[0]);
	char **strings = (char **)stack + 1;
	for (; *strings; strings++) {
		put("argument ");
		put(*strings);
		put("\n");
	}
	for (strings++; *strings; strings++) {
		put("environment ");
		put(*strings);
		put("\n");
	}
	for (word *aux = (word *)strings + 1; aux[0]; aux += 2) {
		if (aux[0] == 29 || aux[0] == 30) /* since Linux 6.9 */
			continue;
		put(auxiliary(aux[0]));
		switch (aux[0]) {
		case 4: case 6: case 7: case 8: case 17: case 23:
			put(" ");
			put_hex(aux[1]);
			break;
		case 9:
			put(aux[1] == (word)_start ? " = _start" : " wrong");
			break;
		case 15: case 31:
			put(" ");
			put((const char *)aux[1]);
			break;
		}
		put("\n");
	}
	return 0;
}
