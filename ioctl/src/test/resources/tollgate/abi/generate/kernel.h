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

/* arch/x86/include/asm/signal.h */
#define _NSIG 64

/* include/linux/fcntl.h; the bits that O_SYNC adds to O_DSYNC and O_TMPFILE to O_DIRECTORY. */
#define O_SYNC_ONLY __O_SYNC
#define O_TMPFILE_ONLY __O_TMPFILE
#define VALID_OPEN_FLAGS                                                                        \
	(O_RDONLY | O_WRONLY | O_RDWR | O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_APPEND |      \
	 O_NDELAY | O_NONBLOCK | __O_SYNC | O_DSYNC | FASYNC | O_DIRECT | O_LARGEFILE |         \
	 O_DIRECTORY | O_NOFOLLOW | O_NOATIME | O_CLOEXEC | O_PATH | __O_TMPFILE)

/* include/uapi/linux/fcntl.h since 6.10 */
#define F_DUPFD_QUERY 1027

/* include/linux/fs_types.h */
#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
#define DT_WHT 14

/* access(2): the kernel calls them MAY_READ, MAY_WRITE and MAY_EXEC (include/linux/fs.h). */
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4

/* include/uapi/linux/fadvise.h */
#include <linux/fadvise.h>

/* include/linux/socket.h, include/linux/net.h */
#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 10
#define AF_NETLINK 16
#define AF_PACKET 17
#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define SOCK_RAW 3
#define SOCK_RDM 4
#define SOCK_SEQPACKET 5
#define SOCK_DCCP 6
#define SOCK_PACKET 10
#define SOCK_TYPE_MASK 0xf
#define SOCK_CLOEXEC 02000000
#define SOCK_NONBLOCK 04000
#define SHUT_RD 0
#define SHUT_WR 1
#define SHUT_RDWR 2
#define SOL_IP 0
#define SOL_TCP 6
#define SOL_UDP 17
#define SOL_IPV6 41
#define SOL_RAW 255
#define SOL_NETLINK 270
#define SCM_RIGHTS 1
#define SCM_CREDENTIALS 2
#define MSG_OOB 1
#define MSG_PEEK 2
#define MSG_DONTROUTE 4
#define MSG_CTRUNC 8
#define MSG_TRUNC 0x20
#define MSG_DONTWAIT 0x40
#define MSG_EOR 0x80
#define MSG_WAITALL 0x100
#define MSG_CONFIRM 0x800
#define MSG_ERRQUEUE 0x2000
#define MSG_NOSIGNAL 0x4000
#define MSG_MORE 0x8000
#define MSG_WAITFORONE 0x10000
#define MSG_CMSG_CLOEXEC 0x40000000

typedef __kernel_size_t ksize_t;

/* include/linux/time64.h, include/linux/time32.h (old_itimerspec32): the ABI's long. */
struct old_itimerspec {
	struct __kernel_old_timespec it_interval;
	struct __kernel_old_timespec it_value;
};

/*
 * include/uapi/linux/stat.h of 6.18: the headers of the machine may be older, or newer, and then
 * give spare room another shape.
 */
struct statx_timestamp {
	__s64 tv_sec;
	__u32 tv_nsec;
	__s32 __reserved;
};

struct statx {
	__u32 stx_mask;
	__u32 stx_blksize;
	__u64 stx_attributes;
	__u32 stx_nlink;
	__u32 stx_uid;
	__u32 stx_gid;
	__u16 stx_mode;
	__u16 __spare0[1];
	__u64 stx_ino;
	__u64 stx_size;
	__u64 stx_blocks;
	__u64 stx_attributes_mask;
	struct statx_timestamp stx_atime;
	struct statx_timestamp stx_btime;
	struct statx_timestamp stx_ctime;
	struct statx_timestamp stx_mtime;
	__u32 stx_rdev_major;
	__u32 stx_rdev_minor;
	__u32 stx_dev_major;
	__u32 stx_dev_minor;
	__u64 stx_mnt_id;
	__u32 stx_dio_mem_align;
	__u32 stx_dio_offset_align;
	__u64 stx_subvol;
	__u32 stx_atomic_write_unit_min;
	__u32 stx_atomic_write_unit_max;
	__u32 stx_atomic_write_segments_max;
	__u32 stx_dio_read_offset_align;
	__u32 stx_atomic_write_unit_max_opt;
	__u32 __spare2[1];
	__u64 __spare3[8];
};

/* include/uapi/linux/rseq.h of 6.3 and later */
struct rseq {
	__u32 cpu_id_start;
	__u32 cpu_id;
	__u64 rseq_cs;
	__u32 flags;
	__u32 node_id;
	__u32 mm_cid;
	char end[];
} __attribute__((aligned(32)));

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
