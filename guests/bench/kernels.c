/*
 * The benchmark's loops, without a C library: the same code runs as a guest (with main.c) and on the
 * bare engine (with bare.c as the host). Each takes a count and returns a checksum.
 */
#include "kernels.h"

#define NOINLINE __attribute__((noinline))

static unsigned char table[1 << 16];

static word integer(word count)
{
	word a = 1, b = 7;
	for (word i = 0; i < count; i++) {
		a = a * 1103515245u + 12345u;
		b ^= (a >> 7) + (b << 3);
	}
	return a ^ b;
}

static NOINLINE word fibonacci(word n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

static word calls(word count)
{
	word sum = 0;
	for (word i = 0; i < count; i++)
		sum += fibonacci(16);
	return sum;
}

static word sieve(word count)
{
	word primes = 0;
	for (word round = 0; round < count; round++) {
		for (word i = 0; i < sizeof table; i++)
			table[i] = 1;
		primes = 0;
		for (word i = 2; i < sizeof table; i++) {
			if (!table[i])
				continue;
			primes++;
			for (word j = i + i; j < sizeof table; j += i)
				table[j] = 0;
		}
	}
	return primes;
}

static word strings(word count)
{
	word sum = 0;
	for (word round = 0; round < count; round++) {
		void *to = table + 32768;
		void *from = table;
		word length = 32768;
		__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(length) : : "memory");
		for (word i = 0; i < 4096 && table[i] != 255; i++)
			sum += table[i];
	}
	return sum;
}

static word floating(word count)
{
	double x = 1.5, sum = 0;
	for (word i = 0; i < count; i++) {
		x = x * 1.0000001 + 0.5;
		sum += 1.0 / x;
	}
	return (word)(sum * 1000);
}

static word getpid_by_int80(word count)
{
	word result = 0;
	for (word i = 0; i < count; i++)
		__asm__ volatile("int $0x80" : "=a"(result) : "0"(20) : "memory");
	return result != 0;
}

static word getpid_by_syscall(word count)
{
	word result = 0;
#ifdef __x86_64__
	for (word i = 0; i < count; i++)
		__asm__ volatile("syscall" : "=a"(result) : "0"(39) : "rcx", "r11", "memory");
#else
	(void)count;
#endif
	return result != 0;
}

word (*const kernels[])(word) = {integer, calls, sieve, strings, floating, getpid_by_int80, getpid_by_syscall};
