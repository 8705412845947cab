/* What the freestanding guests of this folder share: raw calls of their own ABI and plain output. */
#ifndef TINY_H
#define TINY_H

typedef unsigned long word;

#ifdef __x86_64__
enum { NR_write = 1, NR_open = 2, NR_pread = 17, NR_sigaction = 13, NR_kill = 62, NR_getpid = 39,
       NR_exit = 60, NR_umask = 95, NR_sigaltstack = 131, NR_close = 3, NR_mmap = 9 };

static inline long call6(long nr, word a, word b, word c, word d, word e, word f)
{
	register word r10 __asm__("r10") = d;
	register word r8 __asm__("r8") = e;
	register word r9 __asm__("r9") = f;
	long result;
	__asm__ volatile("syscall" : "=a"(result)
			 : "0"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}
static inline long call3(long nr, word a, word b, word c) { return call6(nr, a, b, c, 0, 0, 0); }
static inline long call4(long nr, word a, word b, word c, word d) { return call6(nr, a, b, c, d, 0, 0); }
#else
enum { NR_write = 4, NR_open = 5, NR_sigaction = 174, NR_kill = 37, NR_getpid = 20, NR_exit = 1,
       NR_umask = 60, NR_sigaltstack = 186, NR_close = 6, NR_mmap2 = 192, NR_pread64 = 180 };

static inline long call4(long nr, word a, word b, word c, word d)
{
	long result;
	__asm__ volatile("int $0x80" : "=a"(result) : "0"(nr), "b"(a), "c"(b), "d"(c), "S"(d) : "memory");
	return result;
}
static inline long call3(long nr, word a, word b, word c) { return call4(nr, a, b, c, 0); }
#endif

static inline void put(const char *text)
{
	word length = 0;
	while (text[length])
		length++;
	call3(NR_write, 1, (word)text, length);
}

static inline void put_hex(word value)
{
	char text[2 * sizeof value + 1];
	for (int i = 2 * sizeof value - 1; i >= 0; i--, value >>= 4)
		text[i] = "0123456789abcdef"[value & 15];
	text[2 * sizeof value] = 0;
	put(text);
}

static inline void put_decimal(word value)
{
	char text[24];
	int i = sizeof text - 1;
	text[i] = 0;
	do
		text[--i] = '0' + value % 10;
	while (value /= 10);
	put(text + i);
}

static inline int same(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

static inline _Noreturn void leave(int status)
{
	for (;;)
		call3(NR_exit, status, 0, 0);
}
#endif
