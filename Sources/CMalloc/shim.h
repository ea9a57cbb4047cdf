// What Swift doesn't import of the allocator.
#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

// From how many pools threads take memory from now on; glibc makes up to eight for each core, and each pool
// keeps what was given back to it.
static inline void cmalloc_set_pools(int count) {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, count);
#else
  (void)count;
#endif
}

#endif
