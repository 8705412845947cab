/* Arguments, environment, auxiliary vector, limits, options, exit handlers, long jumps. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>
#if !defined(__dietlibc__)
#include <sys/auxv.h>
#include <sys/sysinfo.h>
#endif

extern char **environ;
static jmp_buf back;

static void first(void) { printf("first registered, last called\n"); }
static void second(void) { printf("second registered\n"); }
static int deep(int level)
{
	if (!level)
		longjmp(back, 42);
	return deep(level - 1) + 1;
}


int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		printf("argument %d: %s\n", i, argv[i]);
	printf("end %d\n", argv[argc] == NULL);
	int count = 0;
	for (char **e = environ; *e; e++)
		count++;
	printf("%d variables, PATH=%s, MISSING=%s\n", count, getenv("PATH"), getenv("MISSING") ? "?" : "none");
	setenv("ADDED", "value", 1);
	printf("ADDED=%s\n", getenv("ADDED"));
	opterr = 0;
	for (int option; (option = getopt(argc, argv, "ab:")) != -1;)
		printf("option %c %s\n", option, option == 'b' ? optarg : "-");
	printf("rest from %d\n", optind);
	struct utsname name;
	printf("uname %d", uname(&name));
	printf(" %s %s\n", name.sysname, name.machine);
	struct rlimit limit;
	printf("stack limit %d", getrlimit(RLIMIT_STACK, &limit));
	printf(" %d\n", limit.rlim_cur >= 1 << 20);
	limit.rlim_cur = 100;
	limit.rlim_max = 200;
	printf("setrlimit %d\n", setrlimit(RLIMIT_NOFILE, &limit));
	memset(&limit, 0, sizeof limit);
	printf("getrlimit %d", getrlimit(RLIMIT_NOFILE, &limit));
	printf(" %d %d\n", (int)limit.rlim_cur, (int)limit.rlim_max);
	printf("beyond the limit %d\n", dup2(1, 150) == -1 && errno == EBADF);
	printf("same process %d, parent %d\n", getpid() == getpid() && getpid() > 0, getppid() > 0);
	printf("user %d %d group %d %d\n", (int)getuid(), (int)geteuid(), (int)getgid(), (int)getegid());
#if !defined(__dietlibc__)
	printf("page %ld clock %ld secure %ld\n", getauxval(AT_PAGESZ), getauxval(AT_CLKTCK), getauxval(AT_SECURE));
	printf("execfn %d random %d\n", getauxval(AT_EXECFN) != 0, getauxval(AT_RANDOM) != 0);
	struct sysinfo info;
	printf("sysinfo %d", sysinfo(&info));
	printf(" %d\n", info.totalram > 0 && info.uptime > 0);
#endif
	struct rusage usage;
	printf("getrusage %d", getrusage(RUSAGE_SELF, &usage));
	printf(" %d\n", usage.ru_utime.tv_sec < 1000);
	int jumped = setjmp(back);
	if (!jumped)
		deep(10);
	printf("jumped %d\n", jumped);
	atexit(first);
	atexit(second);
	exit(77);
}
