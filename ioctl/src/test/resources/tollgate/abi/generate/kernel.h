/*
 * What the kernel passes to user space but no uapi header declares, or declares in a way that C
 * cannot ask about. Layout facts only, with the kernel's member names; each one names the kernel
 * file that it comes from.
 */
#include <asm/fcntl.h>
#include <asm/sigcontext.h>
#include <asm/signal.h>
#include <asm/siginfo.h>
#include <linux/elf.h>
#include <linux/socket.h>
#include <linux/time_types.h>

#undef sa_handler

typedef __kernel_size_t ksize_t;

/* include/linux/time64.h, include/linux/time32.h (old_itimerspec32): the ABI's long. */
struct old_itimerspec {
	struct __kernel_old_timespec it_interval;
	struct __kernel_old_timespec it_value;
};

/* include/linux/types.h */
struct ustat {
	__kernel_daddr_t f_tfree;
	unsigned long f_tinode;
	char f_fname[6];
	char f_fpack[6];
};

/* include/linux/fs.h */
struct file_handle {
	__u32 handle_bytes;
	int handle_type;
	unsigned char f_handle[];
};

/* fs/readdir.c */
struct linux_dirent {
	unsigned long d_ino;
	unsigned long d_off;
	unsigned short d_reclen;
	char d_name[];
};

struct old_linux_dirent {
	unsigned long d_ino;
	unsigned long d_offset;
	unsigned short d_namlen;
	char d_name[];
};

/* include/linux/dirent.h */
struct linux_dirent64 {
	__u64 d_ino;
	__s64 d_off;
	unsigned short d_reclen;
	unsigned char d_type;
	char d_name[];
};

/* include/linux/signal_types.h (struct sigaction), include/linux/compat.h: a sigset is 64 bits. */
struct kernel_sigaction {
	void *sa_handler;
	unsigned long sa_flags;
	void *sa_restorer;
	unsigned long long sa_mask;
};

struct old_sigaction {
	void *sa_handler;
	unsigned long sa_mask;
	unsigned long sa_flags;
	void *sa_restorer;
};

/* fs/select.c */
struct sigset_argpack {
	void *p;
	ksize_t size;
};

struct sel_arg_struct {
	unsigned long n;
	void *inp, *outp, *exp;
	void *tvp;
};

/* include/linux/mman.h, arch/x86/kernel/sys_ia32.c */
struct mmap_arg_struct {
	unsigned long addr;
	unsigned long len;
	unsigned long prot;
	unsigned long flags;
	unsigned long fd;
	unsigned long offset;
};

/* include/uapi/linux/sched/types.h; its own header clashes with the C library's. */
struct sched_attr {
	__u32 size;
	__u32 sched_policy;
	__u64 sched_flags;
	__s32 sched_nice;
	__u32 sched_priority;
	__u64 sched_runtime;
	__u64 sched_deadline;
	__u64 sched_period;
	__u32 sched_util_min;
	__u32 sched_util_max;
};

/* include/linux/socket.h */
struct sockaddr {
	__kernel_sa_family_t sa_family;
	char sa_data[14];
};

struct user_msghdr {
	void *msg_name;
	int msg_namelen;
	void *msg_iov;
	ksize_t msg_iovlen;
	void *msg_control;
	ksize_t msg_controllen;
	unsigned int msg_flags;
};

struct mmsghdr {
	struct user_msghdr msg_hdr;
	unsigned int msg_len;
};

struct cmsghdr {
	ksize_t cmsg_len;
	int cmsg_level;
	int cmsg_type;
};

struct linger {
	int l_onoff;
	int l_linger;
};

struct ucred {
	__u32 pid;
	__u32 uid;
	__u32 gid;
};

/* arch/x86/include/asm/sigframe.h, arch/x86/include/asm/ia32.h */
struct ucontext_64 {
	unsigned long uc_flags;
	void *uc_link;
	stack_t uc_stack;
	struct sigcontext_64 uc_mcontext;
	unsigned long long uc_sigmask;
};

struct rt_sigframe_64 {
	char *pretcode;
	struct ucontext_64 uc;
	siginfo_t info;
};

struct ucontext_ia32 {
	unsigned int uc_flags;
	unsigned int uc_link;
	stack_t uc_stack;
	struct sigcontext_32 uc_mcontext;
	unsigned long long uc_sigmask;
};

struct sigframe_ia32 {
	void *pretcode;
	int sig;
	struct sigcontext_32 sc;
	struct _fpstate_32 fpstate_unused;
	unsigned int extramask[1];
	char retcode[8];
};

struct rt_sigframe_ia32 {
	void *pretcode;
	int sig;
	void *pinfo;
	void *puc;
	siginfo_t info;
	struct ucontext_ia32 uc;
	char retcode[8];
};

/* include/linux/elf.h: the ABI's own class of ELF. */
#ifdef __i386__
typedef Elf32_Ehdr elf_ehdr;
typedef Elf32_Phdr elf_phdr;
typedef Elf32_Shdr elf_shdr;
typedef Elf32_Sym elf_sym;
typedef Elf32_Nhdr elf_nhdr;
#else
typedef Elf64_Ehdr elf_ehdr;
typedef Elf64_Phdr elf_phdr;
typedef Elf64_Shdr elf_shdr;
typedef Elf64_Sym elf_sym;
typedef Elf64_Nhdr elf_nhdr;
#endif

/* fs/binfmt_elf.c: pairs of words. */
typedef struct {
	unsigned long a_type;
	unsigned long a_val;
} elf_auxv;
