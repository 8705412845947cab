/*
 * The least that runs the kernels on libunicorn: flat memory, one hook for the entries, nothing
 * else. What Tollgate is compared with. bare LIBRARY IMAGE 32|64 KERNEL COUNT prints nanoseconds and
 * checksum. Declares the few calls it needs, so that no header of the engine is.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

enum { UC_ARCH_X86 = 4, UC_MODE_32 = 1 << 2, UC_MODE_64 = 1 << 3, UC_HOOK_INTR = 1, UC_HOOK_INSN = 2 };
enum { RAX = 35, RDI = 39, RSI = 43, RSP = 44, EAX = 19, EDI = 23, ESI = 29, ESP = 30, INS_SYSCALL = 699 };
enum { BASE = 0x400000, SIZE = 0x400000 };

static int (*uc_open)(int, int, void **);
static int (*uc_ctl)(void *, int, ...);
static int (*uc_mem_map_ptr)(void *, uint64_t, size_t, uint32_t, void *);
static int (*uc_reg_write)(void *, int, const void *);
static int (*uc_reg_read)(void *, int, void *);
static int (*uc_hook_add)(void *, void *, int, void *, void *, uint64_t, uint64_t, ...);
static int (*uc_emu_start)(void *, uint64_t, uint64_t, uint64_t, size_t);

static const uint64_t pid = 1000;
static void on_interrupt(void *uc, uint32_t number, void *data) { (void)number, (void)data; uc_reg_write(uc, EAX, &pid); }
static void on_syscall(void *uc, void *data) { (void)data; uc_reg_write(uc, RAX, &pid); }

static uint64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

int main(int argc, char **argv)
{
	if (argc < 6)
		return 1;
	void *library = dlopen(argv[1], RTLD_NOW);
	if (!library)
		return fprintf(stderr, "%s\n", dlerror()), 1;
	*(void **)&uc_open = dlsym(library, "uc_open");
	*(void **)&uc_ctl = dlsym(library, "uc_ctl");
	*(void **)&uc_mem_map_ptr = dlsym(library, "uc_mem_map_ptr");
	*(void **)&uc_reg_write = dlsym(library, "uc_reg_write");
	*(void **)&uc_reg_read = dlsym(library, "uc_reg_read");
	*(void **)&uc_hook_add = dlsym(library, "uc_hook_add");
	*(void **)&uc_emu_start = dlsym(library, "uc_emu_start");
	int wide = argv[3][0] == '6';
	uint64_t kernel = strtoull(argv[4], NULL, 10), count = strtoull(argv[5], NULL, 10);
	void *uc, *hook;
	if (uc_open(UC_ARCH_X86, wide ? UC_MODE_64 : UC_MODE_32, &uc))
		return 1;
	uint8_t *memory = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	FILE *image = fopen(argv[2], "rb");
	if (!image || fread(memory, 1, SIZE / 2, image) < 64)
		return 1;
	if (uc_mem_map_ptr(uc, BASE, SIZE, 7, memory))
		return 1;
	uc_hook_add(uc, &hook, UC_HOOK_INTR, (void *)on_interrupt, NULL, 1, 0);
	if (wide)
		uc_hook_add(uc, &hook, UC_HOOK_INSN, (void *)on_syscall, NULL, 1, 0, INS_SYSCALL);
	uint64_t spent = 0, result = 0;
	for (int round = 0; round < 2; round++) {
		uint64_t times = round ? count : count / 10 + 1, stack = BASE + SIZE - 64;
		uc_reg_write(uc, wide ? RDI : EDI, &kernel);
		uc_reg_write(uc, wide ? RSI : ESI, &times);
		uc_reg_write(uc, wide ? RSP : ESP, &stack);
		uint64_t start = now();
		int error = uc_emu_start(uc, BASE, 0, 0, 0);
		spent = now() - start;
		if (error)
			return fprintf(stderr, "engine error %d\n", error), 1;
		uc_reg_read(uc, wide ? RAX : EAX, &result);
	}
	printf("%llu %llu\n", (unsigned long long)spent, (unsigned long long)(wide ? result : (uint32_t)result));
	return 0;
}
