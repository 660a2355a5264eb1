/* Writes below one folder fail at the wanted one: loaded before the C library. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, ONCE, SHORT, GONE, KILL };

static char folder[PATH_MAX];
static int kind, error;
static long wanted, counted, fired;

void fault_arm(const char *below, int how, int code, long at) {
    snprintf(folder, sizeof folder, "%s", below);
    kind = how, error = code, wanted = at, counted = 0, fired = 0;
}

long fault_disarm(void) {
    kind = NONE;
    return fired;
}

static int is_below(const char *path) {
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int fails(const char *path) {
    if (kind == NONE || !is_below(path)) return 0;
    counted++;
    if (counted < wanted || (counted > wanted && kind == ONCE)) return 0;
    fired = 1;
    if (kind == KILL) raise(SIGKILL);
    return 1;
}

static int fd_fails(int fd) {
    char link[64], path[PATH_MAX];
    if (kind == NONE) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)
#define REFUSE { errno = error; return -1; }

typedef ssize_t (*write_t)(int, const void *, size_t);
typedef ssize_t (*pwrite_t)(int, const void *, size_t, off_t);
typedef int (*sync_t)(int);
typedef int (*cut_t)(int, off_t);
typedef int (*two_t)(const char *, const char *);

/* Half of it arrives, then the disk is full. */
static size_t shortened(size_t size) { return kind == SHORT && counted == wanted ? size / 2 : 0; }

ssize_t write(int fd, const void *from, size_t size) {
    REAL("write", write_t);
    if (!fd_fails(fd)) return real(fd, from, size);
    size_t some = shortened(size);
    if (some) return real(fd, from, some);
    REFUSE
}

ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
    REAL("pwrite", pwrite_t);
    if (!fd_fails(fd)) return real(fd, from, size, at);
    size_t some = shortened(size);
    if (some) return real(fd, from, some, at);
    REFUSE
}

ssize_t pwrite64(int fd, const void *from, size_t size, off_t at) { return pwrite(fd, from, size, at); }

int fsync(int fd) { REAL("fsync", sync_t); if (!fd_fails(fd)) return real(fd); REFUSE }
int fdatasync(int fd) { REAL("fdatasync", sync_t); if (!fd_fails(fd)) return real(fd); REFUSE }
int ftruncate(int fd, off_t to) { REAL("ftruncate", cut_t); if (!fd_fails(fd)) return real(fd, to); REFUSE }
int ftruncate64(int fd, off_t to) { return ftruncate(fd, to); }
int rename(const char *from, const char *to) { REAL("rename", two_t); if (!fails(to)) return real(from, to); REFUSE }
int link(const char *from, const char *to) { REAL("link", two_t); if (!fails(to)) return real(from, to); REFUSE }
