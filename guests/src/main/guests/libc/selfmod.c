/* Code that is written, run, rewritten and run again: on a page with all rights, by changing the
 * rights, through a second mapping of the same page, and by itself. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef int (*function)(void);

static void make(unsigned char *code, int value)
{
	code[0] = 0xb8; /* mov $value, %eax */
	memcpy(code + 1, &value, 4);
	code[5] = 0xc3; /* ret */
}

int main(void)
{
	unsigned char *both = mmap(NULL, 8192, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	long sum = 0;
	for (int i = 0; i < 2000; i++) {
		make(both, i);
		sum += ((function)both)();
	}
	printf("all rights %ld\n", sum);
	make(both + 4093, 1000); /* over a page boundary */
	sum = ((function)(both + 4093))();
	make(both + 4093, 2000);
	printf("two pages %ld\n", sum + ((function)(both + 4093))());

	unsigned char *changed = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	sum = 0;
	for (int i = 0; i < 200; i++) {
		mprotect(changed, 4096, PROT_READ | PROT_WRITE);
		make(changed, i);
		mprotect(changed, 4096, PROT_READ | PROT_EXEC);
		sum += ((function)changed)();
	}
	printf("changed rights %ld\n", sum);

	int fd = open("selfmod.tmp", O_RDWR | O_CREAT | O_TRUNC, 0600);
	ftruncate(fd, 4096);
	unsigned char *writer = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	unsigned char *runner = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 0);
	sum = 0;
	for (int i = 0; i < 200 && writer != MAP_FAILED && runner != MAP_FAILED; i++) {
		make(writer, i);
		sum += ((function)runner)();
	}
	printf("second mapping %ld\n", sum);
	unlink("selfmod.tmp");

	/* Writes its own next instruction: movb $7, offset(next); mov $1, %eax; ret */
	unsigned char own[] = {
#ifdef __x86_64__
		0xc6, 0x05, 0x01, 0x00, 0x00, 0x00, 0x07, /* movb $7, 1(%rip) */
#else
		0xe8, 0x00, 0x00, 0x00, 0x00, 0x58,       /* call next; pop %eax */
		0xc6, 0x40, 0x06, 0x07,                   /* movb $7, 6(%eax) */
#endif
		0xb8, 0x01, 0x00, 0x00, 0x00, 0xc3};
	memcpy(both, own, sizeof own);
	printf("by itself %d\n", ((function)both)());
	return 0;
}
