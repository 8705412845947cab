/*
 * What mappings promise: stores and fetches agree whoever stored, files and mappings show the same
 * bytes, faults carry the right signal, and every refusal its error.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define RW (PROT_READ | PROT_WRITE)
#define RWX (RW | PROT_EXEC)
#define ANON (MAP_PRIVATE | MAP_ANONYMOUS)
#define NOWHERE ((char *)0x10000)
#define ERROR(call) error(#call, (long)(call))

typedef int (*function)(void);

static sigjmp_buf back;
static volatile int code;
static char *volatile place;

static void caught(int number, siginfo_t *info, void *context)
{
	code = number * 100 + info->si_code;
	place = info->si_addr;
	siglongjmp(back, 1);
}

static void error(const char *call, long result)
{
	printf("%s: %s\n", call, result == -1 ? strerror(errno) : "done");
	errno = 0;
}

/* mov eax, value; ret */
static void put(char *at, int value)
{
	at[0] = 0xb8;
	memcpy(at + 1, &value, 4);
	at[5] = 0xc3;
}

static void code_changes(char *page, int file)
{
	int sum = 0;
	for (int i = 0; i < 2000; i++) {
		put(page, i);
		sum += ((function)page)();
	}
	printf("stored by the program: %d\n", sum);
	char *edge = page + 4096 - 3;
	for (int i = 0; i < 5; i++) {
		put(edge, i * 7);
		printf("%d ", ((function)edge)());
	}
	printf("across two pages\n");
	char *writable = mmap(0, 4096, RW, MAP_SHARED, file, 0);
	char *runnable = mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, file, 0);
	sum = 0;
	for (int i = 0; i < 500; i++) {
		put(writable, i);
		sum += ((function)runnable)();
	}
	printf("stored through another mapping: %d\n", sum);
	int ends[2];
	char bytes[6];
	pipe(ends);
	sum = 0;
	for (int i = 0; i < 100; i++) {
		put(bytes, i);
		write(ends[1], bytes, 6);
		read(ends[0], page, 6);
		sum += ((function)page)();
	}
	printf("stored by read: %d\n", sum);
	sum = 0;
	for (int i = 0; i < 100; i++) {
		put(bytes, i);
		pwrite(file, bytes, 6, 0);
		sum += ((function)runnable)();
	}
	printf("written to the file: %d\n", sum);
}

static void file_agrees(int file)
{
	char *map = mmap(0, 4096, RW, MAP_SHARED, file, 0);
	char text[5] = "";
	map[100] = 'A';
	pread(file, text, 1, 100);
	pwrite(file, "B", 1, 101);
	printf("%s %.2s\n", text, map + 100);
	map[102] = 'C';
	pwrite(file, "D", 1, 103);
	pread(file, text, 4, 100);
	printf("%s %.4s\n", text, map + 100);
	ftruncate(file, 0);
	if (!sigsetjmp(back, 1))
		map[8] = 1;
	printf("beyond the end: %d\n", code);
}

static void faults(char *page)
{
	if (!sigsetjmp(back, 1))
		*(volatile char *)0 = 1;
	printf("null: %d %d\n", code, place == 0);
	mprotect(page, 4096, PROT_READ);
	if (!sigsetjmp(back, 1))
		page[8] = 1;
	printf("read only: %d %d\n", code, (int)(place - page));
	if (!sigsetjmp(back, 1))
		((function)page)();
	printf("not executable: %d %d\n", code, (int)(place - page));
}

static void map_errors(char *page, int file)
{
	ERROR(mmap(0, 0, RW, ANON, -1, 0));
	ERROR(mmap(0, 4096, RW, MAP_ANONYMOUS, -1, 0));
	ERROR(mmap(0, 4096, RW, MAP_PRIVATE, -1, 0));
	ERROR(mmap((void *)1, 4096, RW, ANON | MAP_FIXED, -1, 0));
	ERROR(mmap(page, 4096, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0));
	ERROR(mmap(0, 4096, RW, MAP_SHARED_VALIDATE | MAP_ANONYMOUS, -1, 0));
	ERROR(mmap(0, 4096, RW, MAP_PRIVATE, file, 1));
	ERROR(munmap(page, 0));
	ERROR(munmap(page + 1, 4096));
	ERROR(munmap((void *)-4096, 4096));
	ERROR(mprotect(page, 0, RWX));
	ERROR(mprotect(page + 1, 4096, RWX));
	ERROR(mprotect(page, 4096, 0x100));
	ERROR(mprotect(NOWHERE, 4096, RW));
	ERROR(mprotect(page, 4096, RW | PROT_GROWSDOWN));
	ERROR(mprotect(page, 4096, RW | PROT_GROWSDOWN | PROT_GROWSUP));
	ERROR(mremap(page, 4096, 0, MREMAP_MAYMOVE));
	ERROR(mremap(page, 0, 4096, MREMAP_MAYMOVE));
	ERROR(mremap(page + 1, 4096, 8192, MREMAP_MAYMOVE));
	ERROR(mremap(NOWHERE, 4096, 8192, MREMAP_MAYMOVE));
	ERROR(mremap(page, 4096, 8192, MREMAP_FIXED, page));
	ERROR(mremap(page, 4096, 8192, 8));
	ERROR(mremap(page, 3 * 4096, 5 * 4096, MREMAP_MAYMOVE));
	ERROR(mremap(page, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, page));
	ERROR(mremap(page, 4096, 1UL << 30, 0));
}

static void advice_errors(char *page)
{
	unsigned char vector[4];
	ERROR(madvise(page, 4096, 99));
	ERROR(madvise(page, 4096, MADV_REMOVE));
	ERROR(madvise(NOWHERE, 4096, MADV_DONTNEED));
	ERROR(madvise(page, 0, MADV_DONTNEED));
	ERROR(mincore(page, 4096, vector));
	ERROR(mincore(page + 1, 4096, vector));
	ERROR(mincore(NOWHERE, 4096, vector));
	ERROR(mincore(page, 0, vector));
	ERROR(msync(page, 4096, MS_SYNC));
	ERROR(msync(page, 4096, MS_SYNC | MS_ASYNC));
	ERROR(msync(page, 4096, 8));
	ERROR(msync(NOWHERE, 4096, MS_SYNC));
	ERROR(msync(page + 1, 1, MS_SYNC));
	ERROR(mlock(page, 4096));
	ERROR(madvise(page, 4096, MADV_DONTNEED));
	ERROR(msync(page, 4096, MS_INVALIDATE));
	ERROR(munlock(page, 4096));
	ERROR(mlock(NOWHERE, 1));
	ERROR(mlockall(0));
	ERROR(mlockall(8));
	ERROR(remap_file_pages(page, 4096, 0, 0, 0));
}

int main(void)
{
	struct sigaction action = {.sa_sigaction = caught, .sa_flags = SA_SIGINFO | SA_NODEFER};
	sigaction(SIGSEGV, &action, 0);
	sigaction(SIGBUS, &action, 0);
	char *page = mmap(0, 8192, RWX, ANON, -1, 0);
	int file = open("mapped", O_RDWR | O_CREAT | O_TRUNC, 0700);
	ftruncate(file, 4096);
	code_changes(page, file);
	file_agrees(file);
	faults(page);
	map_errors(page, file);
	advice_errors(page);
	char *heap = sbrk(0);
	ERROR(brk(heap + 10000));
	heap[9999] = 1;
	printf("%d\n", (int)((char *)sbrk(0) - heap));
	ERROR(brk(heap));
	ERROR(brk((void *)1));
	volatile char large[4 << 20];
	large[0] = 1;
	printf("large stack frame: %d\n", large[0]);
	unlink("mapped");
	return 0;
}
