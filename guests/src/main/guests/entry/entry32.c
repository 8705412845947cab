/*
 * The entry contract from 32-bit code: entry32 int80|sysenter|syscall|vdso|efault-sysenter|
 * efault-syscall. Each case fills all registers, enters, and prints which of them came back changed.
 */
#include "tiny.h"

enum { EAX, EBX, ECX, EDX, ESI, EDI, EBP, EFLAGS, ESP, PUSHED_ECX, PUSHED_EDX, PUSHED_EBP, COUNT };
static const char *const names[] = {"eax", "ebx", "ecx", "edx", "esi", "edi", "ebp", "eflags", "esp"};

extern word in[COUNT], out[COUNT], target;
extern void enter_int80(void), enter_sysenter(void), enter_syscall(void), enter_call(void);
extern void enter_fault(int by_sysenter);

static word vdso, kernel_vsyscall;
static void (*entry)(void);

static void fill(void)
{
	for (int i = 0; i < COUNT; i++)
		in[i] = 0x11101110UL * (i + 1) + i;
	in[EFLAGS] = 0x202;
}

static void enter(const char *title)
{
	put("== ");
	put(title);
	put("\n");
	if (entry == enter_syscall) { /* argument 2 travels in ebp: ecx is for the return address */
		in[EBP] = in[ECX];
		in[ECX] = 0xecececec;
	}
	entry();
	put("eax ");
	put_hex(out[EAX]);
	put("\n");
	for (int i = 1; i <= ESP; i++) {
		int from_stack = entry == enter_syscall || entry == enter_sysenter;
		if (from_stack && (i == ECX || i == EDX || i == EBP)) {
			word pushed = in[i == ECX ? PUSHED_ECX : i == EDX ? PUSHED_EDX : PUSHED_EBP];
			put(names[i]);
			put(out[i] == pushed ? " as the landing pad popped it\n" : " not from the stack\n");
		} else if (out[i] != in[i]) {
			put(names[i]);
			put(" changed to ");
			put_hex(out[i]);
			put("\n");
		}
	}
}

static const char page[8192] __attribute__((aligned(4096), used)) = {[4096] = 'p', 'a', 'g', 'e'};

static long marked_page(int fd)
{
	for (long offset = 0;; offset += 4096) {
		char start[4];
		long result;
		__asm__ volatile("int $0x80" : "=a"(result)
				 : "0"(NR_pread64), "b"(fd), "c"(start), "d"(4), "S"(offset), "D"(0)
				 : "memory");
		if (result < 4)
			return -1;
		if (start[0] == 'p' && start[1] == 'a' && start[2] == 'g' && start[3] == 'e')
			return offset;
	}
}

static void cases(int fd)
{
	fill();
	in[EAX] = 192, in[EBX] = 0x10000000, in[ECX] = 4096, in[EDX] = 1, in[ESI] = 0x12, in[EDI] = fd;
	in[EBP] = in[PUSHED_EBP] = marked_page(fd) >> 12;
	enter("six arguments");
	put("mapped ");
	call3(NR_write, 1, out[EAX], 4);
	put("\n");
	fill();
	in[EAX] = 60, in[EBX] = 022;
	enter("a result");
	fill();
	in[EAX] = 4, in[EBX] = 1, in[ECX] = (word)"written\n", in[EDX] = 8;
	enter("three arguments");
	fill();
	in[EAX] = 6, in[EBX] = 99;
	enter("an error");
	fill();
	in[EAX] = 9999;
	enter("an unknown number");
	fill();
	in[EAX] = -1UL;
	enter("number -1");
	fill();
	in[EAX] = 0x40000000 | 20;
	enter("there is no x32 here");
	fill();
	in[EAX] = 60, in[EBX] = 022, in[EFLAGS] = 0x202 | 0x8d5;
	enter("arithmetic flags survive");
	fill();
	in[EAX] = 60, in[EBX] = 022, in[EFLAGS] = 0x202 | 0x240400;
	enter("DF, AC and ID survive");
}

/* struct ucontext of i386: flags, link, stack (3 words), then gs fs es ds edi esi ebp esp ebx edx ecx eax trapno err eip */
static void on_fault(int signal, void *info, word *context)
{
	(void)signal, (void)info;
	put("SIGSEGV with eax ");
	put_hex(context[5 + 11]);
	put("\nesp ");
	put_hex(context[5 + 7]);
	put("\n");
	put(context[5 + 14] - vdso < 8192 ? "at the landing pad\n" : "elsewhere\n");
	leave(0);
}

static int fault(int by_sysenter)
{
	static char stack[8192];
	struct { void *sp; int flags; word size; } alternate = {stack, 0, sizeof stack};
	struct { void (*handler)(int, void *, word *); word flags; void (*restorer)(void); word mask[2]; } action =
		{on_fault, 0x08000004, 0, {0, 0}}; /* SA_ONSTACK | SA_SIGINFO */
	call3(NR_sigaltstack, (word)&alternate, 0, 0);
	call4(NR_sigaction, 11, (word)&action, 0, 8);
	enter_fault(by_sysenter);
	return 1;
}

int begin(int argc, char **argv)
{
	call3(NR_umask, 022, 0, 0);
	int fd = call3(NR_open, (word)argv[0], 0, 0);
	word *auxv = (word *)argv + argc + 1;
	while (*auxv++)
		;
	for (; auxv[0]; auxv += 2) {
		if (auxv[0] == 32)
			kernel_vsyscall = auxv[1];
		if (auxv[0] == 33)
			vdso = auxv[1];
	}
	if (argc < 2 || fd < 0)
		return 2;
	if (same(argv[1], "efault-sysenter"))
		return fault(1);
	if (same(argv[1], "efault-syscall"))
		return fault(0);
	target = kernel_vsyscall;
	entry = same(argv[1], "int80") ? enter_int80 :
		same(argv[1], "sysenter") ? enter_sysenter :
		same(argv[1], "syscall") ? enter_syscall : enter_call;
	cases(fd);
	return 0;
}
