/* SPDX-License-Identifier: PostgreSQL */
/*
 * failing_malloc.c
 *		Test only, preloaded by a server: the n-th malloc() or realloc() after
 *		failing_malloc_at(n) fails.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>

extern void failing_malloc_at(long n);
extern long failing_malloc_failed(void);
extern void *malloc(size_t size);
extern void *realloc(void *pointer, size_t size);

static long calls;
static long fails_at; /* 0: never */

void
failing_malloc_at(long n)
{
	calls = 0;
	fails_at = n;
}

long
failing_malloc_failed(void)
{
	return fails_at > 0 && calls >= fails_at;
}

static int
fails(void)
{
	if (fails_at == 0 || ++calls != fails_at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	static void *(*real)(size_t);

	if (real == NULL)
		*(void **) &real = dlsym(RTLD_NEXT, "malloc");
	return fails() ? NULL : real(size);
}

void *
realloc(void *pointer, size_t size)
{
	static void *(*real)(void *, size_t);

	if (real == NULL)
		*(void **) &real = dlsym(RTLD_NEXT, "realloc");
	return fails() ? NULL : real(pointer, size);
}
