/*
 * Runs a program and writes to a file how it ended, which a JVM cannot see exactly: an exit with
 * 139 and a death by SIGSEGV look the same to it. Kills the program's process group after the time
 * limit.
 *
 *   reap RESULT SECONDS PROGRAM [ARGUMENT...]
 *
 * RESULT gets one line: KIND NUMBER MICROSECONDS KILOBYTES, with KIND exited, killed or timeout, the
 * exit status or signal, processor time of the program and its children, largest resident set.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t late;

static void on_alarm(int signal)
{
	(void)signal;
	late = 1;
	kill(-child, SIGKILL);
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 125;
	FILE *result = fopen(argv[1], "we");
	if (!result)
		return 125;
	struct rlimit no_core = {0, 0};
	setrlimit(RLIMIT_CORE, &no_core);
	child = fork();
	if (child < 0)
		return 125;
	if (child == 0) {
		setpgid(0, 0);
		/* Whoever runs the tests may ignore or block signals: the program starts without. */
		for (int number = 1; number < NSIG; number++)
			signal(number, SIG_DFL);
		sigset_t none;
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		execv(argv[3], argv + 3);
		_exit(127);
	}
	setpgid(child, child);
	struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
	sigaction(SIGALRM, &action, NULL);
	alarm((unsigned)atoi(argv[2]));
	int status;
	struct rusage usage;
	if (wait4(child, &status, 0, &usage) != child)
		return 125;
	alarm(0);
	long micros = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000L +
		      usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
	const char *kind = late ? "timeout" : WIFSIGNALED(status) ? "killed" : "exited";
	int number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
	fprintf(result, "%s %d %ld %ld\n", kind, number, micros, usage.ru_maxrss);
	return fclose(result) ? 125 : 0;
}
