"""What a process gives up before it looks into a stranger's file; each step as far as the system lets it.

The kernel may not let everybody make namespaces, and the library of its filter (libseccomp) may not be there:
then the other steps hold alone, and what is returned says so.
"""

import ctypes
import errno
import mmap
import os

# It looks for the library of the system as it is imported: later would be too late.
try:
    import pyseccomp as library  # type: ignore[import-untyped]  # it has no types
except (ImportError, RuntimeError):
    library = None

# From linux/sched.h: names of users, the network, and what is mounted.
_USERS, _NETWORK, _MOUNTS = 0x10000000, 0x40000000, 0x00020000
_EMPTY = "/proc/self/fdinfo"  # a folder in which nothing of the host stands
# All that is needed to compute, to ask for memory, to read what comes in and to write what goes out.
_ENOUGH = (
    "read", "readv", "write", "writev", "close", "lseek", "fstat", "newfstatat", "ioctl", "fcntl",
    "poll", "ppoll", "select", "pselect6", "brk", "munmap", "mremap", "madvise", "futex",
    "sched_yield", "sched_getaffinity", "clock_gettime", "clock_nanosleep", "nanosleep",
    "gettimeofday", "getrandom", "getpid", "gettid", "getrusage", "prlimit64", "sysinfo", "uname",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "tgkill", "restart_syscall",
    "rseq", "set_robust_list", "membarrier", "exit", "exit_group",
)  # fmt: skip
# What no reader of documents does, and what faults of kernels are looked for in.
_NEVER = (
    "socket", "socketpair", "connect", "bind", "ptrace", "process_vm_readv", "process_vm_writev",
    "pidfd_getfd", "mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "bpf", "keyctl",
    "add_key", "request_key", "perf_event_open", "userfaultfd", "io_uring_setup", "init_module",
    "finit_module", "delete_module", "kexec_load", "kexec_file_load", "open_by_handle_at", "reboot",
    "swapon", "swapoff",
)  # fmt: skip


def leave_network() -> bool:
    """Have no network any more; False where the system does not let everybody do so."""
    return _unshare(_USERS | _NETWORK)


def leave_host() -> bool:
    """Have neither network nor a file of the host any more; False as above."""
    if not _unshare(_USERS | _NETWORK | _MOUNTS):
        return False
    try:
        os.chroot(_EMPTY)
        os.chdir("/")
    except OSError:
        return False
    return True


def _unshare(what: int) -> bool:
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    return unshare is not None and unshare(what) == 0


def only_compute() -> bool:
    """From now on: no process, no file, no socket, no new code; False where there is no such filter."""
    if library is None:
        return False
    found = library.SyscallFilter(library.ERRNO(errno.EPERM))
    for name in _ENOUGH:
        found.add_rule(library.ALLOW, name)
    for name in ("mmap", "mprotect"):
        no_code = library.Arg(2, library.MASKED_EQ, mmap.PROT_EXEC, 0)
        found.add_rule(library.ALLOW, name, no_code)
    found.load()
    return True


def never_more() -> bool:
    """From now on, its own processes too: no socket, and nothing that only rules a machine; False as above."""
    if library is None:
        return False
    found = library.SyscallFilter(library.ALLOW)
    for name in _NEVER:
        found.add_rule(library.ERRNO(errno.EPERM), name)
    found.load()
    return True
