// The one system call of the program that Swift cannot name: two paths change places at once.
// (glibc declares renameat2 for GNU sources only, and Swift imports no variadic function.)
// Gives 0, or -1 with errno; ENOSYS where the system has no such call.
#ifndef SITEGEN_EXCHANGE_H
#define SITEGEN_EXCHANGE_H

#include <errno.h>
#include <stdio.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

static inline int sitegen_exchange(const char *one, const char *other) {
#if defined(__linux__) && defined(SYS_renameat2)
  const unsigned int renameExchange = 2;
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, renameExchange);
#elif defined(__APPLE__)
  return renamex_np(one, other, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}

#endif
