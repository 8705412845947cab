/* Files by stdio and by descriptor, directories, pipes; works in a folder it makes and removes. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(const char *folder)
{
	char *names[20];
	int count = 0;
	DIR *directory = opendir(folder);
	for (struct dirent *entry; directory && (entry = readdir(directory));)
		names[count++] = strdup(entry->d_name);
	closedir(directory);
	qsort(names, count, sizeof *names, by_name);
	for (int i = 0; i < count; i++)
		printf("%s%s", names[i], i + 1 < count ? " " : "\n");
}

static void show(const char *what, long result)
{
	printf("%s %ld", what, result);
	if (result < 0)
		printf(" errno %d", errno);
	printf("\n");
}

int main(void)
{
	struct stat st;
	umask(022);
	show("mkdir", mkdir("files.d", 0755));
	show("mkdir again", mkdir("files.d", 0755));
	show("chdir", chdir("files.d"));
	FILE *file = fopen("a.txt", "w+");
	for (int i = 0; i < 1000; i++)
		fprintf(file, "line %d\n", i);
	show("ftell", ftell(file));
	fseek(file, 100, SEEK_SET);
	char line[64];
	show("fgets", fgets(line, sizeof line, file) != NULL);
	printf("%s", line);
	rewind(file);
	int lines = 0;
	while (fgets(line, sizeof line, file))
		lines++;
	printf("%d lines, eof %d\n", lines, !!feof(file));
	fclose(file);
	show("stat", stat("a.txt", &st));
	printf("%lld bytes, mode %o, links %d\n", (long long)st.st_size, (unsigned)st.st_mode, (int)st.st_nlink);
	int fd = open("a.txt", O_RDWR);
	show("lseek", lseek(fd, -10, SEEK_END));
	show("read", read(fd, line, 64));
	show("lseek beyond", lseek(fd, 20000, SEEK_SET));
	show("write", write(fd, "x", 1));
	show("fstat", fstat(fd, &st));
	printf("%lld bytes\n", (long long)st.st_size);
	show("ftruncate", ftruncate(fd, 5));
	show("lseek bad", lseek(fd, -1, SEEK_SET));
	struct iovec parts[2] = {{"first ", 6}, {"second\n", 7}};
	lseek(fd, 0, SEEK_SET);
	show("writev", writev(fd, parts, 2));
	int copy = dup(fd);
	show("shared offset", lseek(copy, 0, SEEK_CUR));
	show("fcntl", fcntl(fd, F_GETFL) & O_ACCMODE);
	show("dup2", dup2(fd, 20));
	show("close", close(20));
	show("close again", close(20));
	close(copy);
	close(fd);
	show("link", link("a.txt", "b.txt"));
	show("symlink", symlink("a.txt", "c"));
	memset(line, 0, sizeof line);
	show("readlink", readlink("c", line, sizeof line));
	printf("%s\n", line);
	show("lstat", lstat("c", &st));
	printf("symlink %d\n", S_ISLNK(st.st_mode));
	show("rename", rename("b.txt", "d.txt"));
	show("access", access("b.txt", F_OK));
	show("chmod", chmod("d.txt", 0400));
	show("mkdir", mkdir("sub", 0700));
	show("unlink folder", unlink("sub"));
	show("rmdir file", rmdir("a.txt"));
	list(".");
	show("open missing", open("missing", O_RDONLY));
	show("open exclusive", open("a.txt", O_CREAT | O_EXCL, 0600));
	show("open below file", open("a.txt/x", O_RDONLY));
	show("open folder", open("sub", O_WRONLY));
	char cwd[512];
	show("getcwd", getcwd(cwd, sizeof cwd) != NULL);
	printf("%s\n", strrchr(cwd, '/'));
	int pipes[2];
	show("pipe", pipe(pipes));
	show("write", write(pipes[1], "through a pipe", 14));
	struct pollfd waiting = {pipes[0], POLLIN, 0};
	show("poll", poll(&waiting, 1, 0));
	printf("events %d\n", waiting.revents);
	fd_set set;
	FD_ZERO(&set);
	FD_SET(pipes[0], &set);
	struct timeval zero = {0, 0};
	show("select", select(pipes[0] + 1, &set, NULL, NULL, &zero));
	show("read", read(pipes[0], line, sizeof line));
	close(pipes[1]);
	show("read at end", read(pipes[0], line, sizeof line));
	show("read from writer", read(pipes[1], line, 1));
	unlink("a.txt"), unlink("c"), unlink("d.txt"), rmdir("sub");
	list(".");
	show("chdir", chdir(".."));
	show("rmdir", rmdir("files.d"));
	FILE *nowhere = fopen("/dev/null", "w");
	fputs("gone", nowhere);
	show("fclose", fclose(nowhere));
	fd = open("/dev/zero", O_RDONLY);
	line[0] = 1;
	show("zeros", read(fd, line, 10) + line[0]);
	return 0;
}
