/* The heap, sorting, and mappings: fixed, grown, shrunk, protected. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int ascending(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return x < y ? -1 : x > y;
}

static unsigned checksum(const unsigned char *bytes, size_t length)
{
	unsigned sum = 1;
	for (size_t i = 0; i < length; i++)
		sum = sum * 31 + bytes[i];
	return sum;
}

int main(void)
{
	unsigned seed = 7;
	void *blocks[200];
	for (int round = 0; round < 5; round++) {
		for (int i = 0; i < 200; i++) {
			seed = seed * 1103515245 + 12345;
			size_t size = 1 + (seed >> 8) % 20000;
			blocks[i] = malloc(size);
			if (!blocks[i])
				return 1;
			memset(blocks[i], i, size);
		}
		for (int i = 0; i < 200; i++) {
			if (*(unsigned char *)blocks[i] != i)
				return 2;
			free(blocks[i]);
		}
	}
	char *grown = malloc(10);
	strcpy(grown, "kept");
	for (size_t size = 100; size < 5000000; size *= 3)
		grown = realloc(grown, size);
	printf("%s\n", grown);
	free(grown);
	int *zeros = calloc(1000000, sizeof *zeros);
	long sum = 0;
	for (int i = 0; i < 1000000; i += 997)
		sum += zeros[i];
	printf("calloc %ld\n", sum);
	free(zeros);

	int numbers[1000];
	for (int i = 0; i < 1000; i++) {
		seed = seed * 1103515245 + 12345;
		numbers[i] = (seed >> 16) % 5000;
	}
	qsort(numbers, 1000, sizeof *numbers, ascending);
	printf("sorted %d %d %d %u\n", numbers[0], numbers[500], numbers[999],
	       checksum((unsigned char *)numbers, sizeof numbers));
	int key = numbers[123];
	int *found = bsearch(&key, numbers, 1000, sizeof *numbers, ascending);
	printf("found %d\n", found && *found == key);

	long page = sysconf(_SC_PAGESIZE);
	char *map = mmap(NULL, 4 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	printf("mmap %d, aligned %d, zero %d\n", map != MAP_FAILED, ((unsigned long)map & (page - 1)) == 0, map[page]);
	strcpy(map + 2 * page, "third page");
	printf("munmap %d\n", munmap(map, page));
	printf("mprotect %d\n", mprotect(map + page, page, PROT_READ));
	printf("protected %d\n", mprotect(map, page, PROT_READ) == -1 && errno == ENOMEM);
#ifndef __dietlibc__
	char *moved = mremap(map + 2 * page, 2 * page, 64 * page, MREMAP_MAYMOVE);
	printf("mremap %d %s\n", moved != MAP_FAILED, moved);
	printf("shrink %d\n", mremap(moved, 64 * page, page, 0) == moved);
#endif
	char *fixed = mmap((void *)0x20000000, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
	printf("fixed %p\n", (void *)fixed);
	printf("bad length %d\n", mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED && errno == EINVAL);
	printf("bad file %d\n", mmap(NULL, page, PROT_READ, MAP_PRIVATE, 77, 0) == MAP_FAILED && errno == EBADF);
	char *before = sbrk(0);
	char *heap = sbrk(3 * page);
	printf("sbrk %d\n", heap != (char *)-1 && before == heap && (char *)sbrk(0) == heap + 3 * page);
	if (heap != (char *)-1)
		heap[3 * page - 1] = 1;
	sbrk(-3 * page);
	return 0;
}
