/* Variables of the thread, and errno, which is one. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static __thread int initialized = 41;
static __thread char zeroed[100];
static __thread double aligned __attribute__((aligned(64))) = 2.5;

int main(void)
{
	initialized++;
	strcpy(zeroed + 50, "here");
	printf("%d %s %d %g %d\n", initialized, zeroed + 50, zeroed[0], aligned, (int)((unsigned long)&aligned & 63));
	printf("%ld %d\n", (long)close(1234), errno == EBADF);
	printf("%ld %s\n", (long)read(-1, zeroed, 1), strerror(errno));
	return 0;
}
