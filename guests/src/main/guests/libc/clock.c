/* Clocks agree with each other and move on; the calendar of fixed times. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

static long long now(clockid_t clock)
{
	struct timespec t;
	if (clock_gettime(clock, &t))
		return -1;
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(void)
{
	struct timeval tv;
	long long real = now(CLOCK_REALTIME);
	printf("gettimeofday %d", gettimeofday(&tv, NULL));
	printf(" agrees %d\n", llabs(tv.tv_sec * 1000000000LL + tv.tv_usec * 1000LL - real) < 10000000000LL);
	printf("time agrees %d\n", llabs(time(NULL) - real / 1000000000) <= 10);
	long long start = now(CLOCK_MONOTONIC), last = start;
	int backwards = 0;
	for (int i = 0; i < 1000; i++) {
		long long t = now(CLOCK_MONOTONIC);
		backwards += t < last;
		last = t;
	}
	printf("monotonic %d, backwards %d\n", last > start, backwards);
	struct timespec pause = {0, 2000000};
	start = now(CLOCK_MONOTONIC);
	printf("nanosleep %d", nanosleep(&pause, NULL));
	printf(" slept %d\n", now(CLOCK_MONOTONIC) - start >= 2000000);
	pause.tv_nsec = 1000000000;
	printf("bad nanosleep %d\n", nanosleep(&pause, NULL) == -1 && errno == EINVAL);
	printf("processor time %d\n", now(CLOCK_PROCESS_CPUTIME_ID) > 0);
	struct timespec resolution;
	printf("resolution %d", clock_getres(CLOCK_MONOTONIC, &resolution));
	printf(" %ld\n", resolution.tv_nsec);
	printf("bad clock %d\n", clock_gettime(12345, &resolution) == -1 && errno == EINVAL);
	time_t fixed[] = {0, 951782400, 1700000000, 2147483647};
	for (int i = 0; i < 4; i++) {
		char text[64];
		strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %j", gmtime(&fixed[i]));
		printf("%s\n", text);
	}
	struct tms times_now;
	printf("times %d\n", times(&times_now) != (clock_t)-1);
	return 0;
}
