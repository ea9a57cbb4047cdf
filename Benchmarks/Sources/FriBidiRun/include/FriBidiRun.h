#ifndef FRIBIDI_RUN_H
#define FRIBIDI_RUN_H

#include <stddef.h>
#include <stdint.h>

/// Finds the levels of a paragraph, shapes it, and reorders it in lines of `width` characters.
///
/// Returns a sum over the result, so that no work can be left out; 0 when FriBidi fails.
uint64_t fribidi_run(const uint32_t *text, size_t length, size_t width);

#endif
