#ifndef KERNELS_H
#define KERNELS_H
typedef unsigned long word;
enum { INTEGER, CALLS, SIEVE, STRINGS, FLOATING, INT80, SYSCALL, KERNELS };
extern word (*const kernels[])(word);
#endif
