/*
 * The entry contract from 64-bit code: entry64 syscall|int80|sysenter. Each case fills all
 * registers, enters, and prints which of them came back changed.
 */
#include "tiny.h"

enum { RAX, RBX, RCX, RDX, RSI, RDI, RBP, R8, R9, R10, R11, R12, R13, R14, R15, RFLAGS, RSP, COUNT };
static const char *const names[] = {"rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10",
				    "r11", "r12", "r13", "r14", "r15", "rflags", "rsp"};

extern word in[COUNT], out[COUNT];
extern void enter_syscall(void), enter_int80(void), enter_sysenter(void);
extern const char enter_syscall_next[], enter_int80_next[], enter_sysenter_next[];

static void fill(void)
{
	for (int i = 0; i < RFLAGS; i++)
		in[i] = 0x1111111011111110UL * (i + 1) + i;
	in[RFLAGS] = 0x202;
}

static void enter(const char *title, void (*entry)(void), const char *next)
{
	put("== ");
	put(title);
	put("\n");
	entry();
	put("rax ");
	put_hex(out[RAX]);
	put("\n");
	for (int i = 1; i < COUNT; i++) {
		if (out[i] == in[i])
			continue;
		put(names[i]);
		put(out[i] == (word)next ? " = next rip" : out[i] == in[RFLAGS] ? " = rflags" : " changed to ");
		if (out[i] != (word)next && out[i] != in[RFLAGS])
			put_hex(out[i]);
		put("\n");
	}
}

static void by_syscall(const char *title) { enter(title, enter_syscall, enter_syscall_next); }
static void by_int80(const char *title) { enter(title, enter_int80, enter_int80_next); }

static const char page[8192] __attribute__((aligned(4096))) = {[4096] = 'p', 'a', 'g', 'e'};

/* Finds the marker of `page` in the program's own file: its offset, a multiple of the page size. */
static long marked_page(int fd)
{
	for (long offset = 0;; offset += 4096) {
		char start[4];
		if (call4(NR_pread, fd, (word)start, 4, offset) < 4)
			return -1;
		if (start[0] == 'p' && start[1] == 'a' && start[2] == 'g' && start[3] == 'e')
			return offset;
	}
}

static void print_mapped(word address)
{
	put("mapped ");
	call3(NR_write, 1, address, 4);
	put("\n");
}

static void syscall_cases(int fd)
{
	fill();
	in[RAX] = 95, in[RDI] = 022;
	by_syscall("syscall, a result");
	fill();
	in[RAX] = 3, in[RDI] = 99;
	by_syscall("syscall, an error");
	fill();
	in[RAX] = 3, in[RDI] = 0x1000000000 + fd;
	by_syscall("syscall, an int argument is the low half of its register");
	fill();
	in[RAX] = 9999;
	by_syscall("syscall, an unknown number");
	fill();
	in[RAX] = -1UL;
	by_syscall("syscall, number -1");
	fill();
	in[RAX] = 0x40000000 | 39;
	by_syscall("syscall, the bit of x32");
	fill();
	in[RAX] = 0x500000000 | 95, in[RDI] = 022;
	by_syscall("syscall, only eax is the number");
	fill();
	in[RAX] = 95, in[RDI] = 022, in[RFLAGS] = 0x202 | 0x8d5;
	by_syscall("syscall, arithmetic flags survive");
	fill();
	in[RAX] = 95, in[RDI] = 022, in[RFLAGS] = 0x202 | 0x240400;
	by_syscall("syscall, DF, AC and ID survive");
}

static void six_by_syscall(int fd, long offset)
{
	fill();
	in[RAX] = 9, in[RDI] = 0x10000000, in[RSI] = 4096, in[RDX] = 1, in[R10] = 0x12, in[R8] = fd, in[R9] = offset;
	by_syscall("syscall, six arguments");
	print_mapped(out[RAX]);
}

static void int80_cases(int fd)
{
	fill();
	in[RAX] = 60, in[RBX] = 022;
	by_int80("int 0x80, a result");
	fill();
	in[RAX] = 6, in[RBX] = 99;
	by_int80("int 0x80, an error is sign-extended");
	fill();
	in[RAX] = 9999;
	by_int80("int 0x80, an unknown number");
	fill();
	in[RAX] = -1UL;
	by_int80("int 0x80, number -1");
	fill();
	in[RAX] = 0x40000000 | 20;
	by_int80("int 0x80, there is no x32 here");
	fill();
	in[RAX] = 0x500000000 | 60, in[RBX] = 022;
	by_int80("int 0x80, only eax is the number");
	fill();
	in[RAX] = 60, in[RBX] = 0x7000000000 | 022;
	by_int80("int 0x80, arguments are low halves");
	fill();
	in[RAX] = 4, in[RBX] = 1, in[RCX] = 0x700000000 | (word)page, in[RDX] = 0x100000000;
	by_int80("int 0x80, pointers and sizes are low halves");
	fill();
	in[RAX] = 192, in[RBX] = 0xc0000000, in[RCX] = 4096, in[RDX] = 0, in[RSI] = 0x32, in[RDI] = -1UL, in[RBP] = 0;
	by_int80("int 0x80, a result above 2 GiB");
	fill();
	in[RAX] = 60, in[RBX] = 022, in[RFLAGS] = 0x202 | 0x8d5;
	by_int80("int 0x80, arithmetic flags survive");
	fill();
	in[RAX] = 60, in[RBX] = 022, in[RFLAGS] = 0x202 | 0x240400;
	by_int80("int 0x80, DF, AC and ID survive");
	fill();
	in[RAX] = 192, in[RBX] = 0x10000000, in[RCX] = 4096, in[RDX] = 1, in[RSI] = 0x12, in[RDI] = fd,
	in[RBP] = marked_page(fd) >> 12;
	by_int80("int 0x80, six arguments");
	print_mapped(out[RAX]);
}

int begin(int argc, char **argv)
{
	call3(NR_umask, 022, 0, 0);
	int fd = call3(NR_open, (word)argv[0], 0, 0);
	if (argc < 2 || fd < 0)
		return 2;
	if (same(argv[1], "syscall")) {
		six_by_syscall(fd, marked_page(fd));
		syscall_cases(fd);
	} else if (same(argv[1], "int80")) {
		int80_cases(fd);
	} else {
		fill();
		in[RAX] = 4, in[RBX] = 1, in[RCX] = (word)"called\n", in[RDX] = 7, in[RBP] = (word)page;
		enter("sysenter", enter_sysenter, enter_sysenter_next);
	}
	return 0;
}
