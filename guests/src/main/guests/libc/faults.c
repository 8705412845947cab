/* Handlers for the processor's faults, for signals to oneself, on another stack, and their return. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static sigjmp_buf again;
static char alternate[65536];
static volatile int caught;

static void report(int signal, siginfo_t *info, void *context)
{
	(void)context;
	char here;
	printf("signal %d code %d", signal, info->si_code);
	if (signal == SIGSEGV && info->si_code > 0)
		printf(" address %lx", (unsigned long)info->si_addr & 0xfff);
	printf("%s\n", &here >= alternate && &here < alternate + sizeof alternate ? " on the other stack" : "");
	siglongjmp(again, 1);
}

static void note(int signal)
{
	caught = signal;
}

static void handle(int signal, void (*handler)(int, siginfo_t *, void *), int flags)
{
	struct sigaction action;
	memset(&action, 0, sizeof action);
	action.sa_sigaction = handler;
	action.sa_flags = SA_SIGINFO | flags;
	sigemptyset(&action.sa_mask);
	if (sigaction(signal, &action, NULL))
		perror("sigaction");
}

#define TRY(what, statement) \
	do { \
		printf("%s: ", what); \
		fflush(stdout); \
		if (!sigsetjmp(again, 1)) { \
			statement; \
			printf("nothing\n"); \
		} \
	} while (0)

int main(void)
{
	volatile int zero = 0, result = 0;
	volatile double fzero = 0;
	char *volatile bad = (char *)8;
	char *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *volatile read_only = page;

	handle(SIGSEGV, report, 0);
	handle(SIGFPE, report, 0);
	handle(SIGILL, report, 0);
	handle(SIGTRAP, report, 0);
	handle(SIGBUS, report, 0);
	TRY("read", result = *bad);
	TRY("write", *bad = 1);
	TRY("write to read-only", read_only[16] = 1);
	TRY("divide", result = getpid() / zero);
	TRY("illegal", __asm__ volatile("ud2"));
	TRY("breakpoint", __asm__ volatile("int3"));
	TRY("privileged", __asm__ volatile("hlt"));
	TRY("bad interrupt", __asm__ volatile("int $0x82"));
	TRY("call nowhere", ((void (*)(void))0)());
	printf("double %d\n", 1 / fzero > 1e300);

	stack_t stack = {.ss_sp = alternate, .ss_size = sizeof alternate};
	printf("sigaltstack %d\n", sigaltstack(&stack, NULL));
	handle(SIGSEGV, report, SA_ONSTACK);
	TRY("read", result = *bad);
	TRY("write", *bad = 1);

	signal(SIGUSR1, note);
	printf("raise %d", raise(SIGUSR1));
	printf(" caught %d\n", caught);
	caught = 0;
	printf("kill %d", kill(getpid(), SIGUSR1));
	printf(" caught %d\n", caught);

	sigset_t set, old, pending;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	caught = 0;
	sigprocmask(SIG_BLOCK, &set, &old);
	kill(getpid(), SIGUSR1);
	sigpending(&pending);
	printf("blocked: caught %d pending %d\n", caught, sigismember(&pending, SIGUSR1));
	sigprocmask(SIG_SETMASK, &old, NULL);
	printf("unblocked: caught %d\n", caught);

	signal(SIGUSR2, SIG_IGN);
	printf("ignored %d\n", raise(SIGUSR2));
	struct sigaction current;
	sigaction(SIGUSR2, NULL, &current);
	printf("is ignored %d\n", current.sa_handler == SIG_IGN);
	printf("cannot catch KILL %d\n", signal(SIGKILL, note) == SIG_ERR);

	handle(SIGUSR1, report, 0);
	TRY("signal with information", raise(SIGUSR1));
	fflush(stdout);
	signal(SIGTERM, SIG_DFL);
	raise(SIGTERM);
	return result;
}
