#include "FriBidiRun.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

/* Buffers that grow to the longest paragraph, as a program that lays out many keeps them. */
static struct {
  size_t capacity;
  FriBidiCharType *types;
  FriBidiBracketType *brackets;
  FriBidiLevel *levels;
  FriBidiArabicProp *joining;
  FriBidiChar *text;
  FriBidiStrIndex *map;
} buffers;

static int reserve(size_t length) {
  if (length <= buffers.capacity) return 1;
  buffers.types = realloc(buffers.types, length * sizeof *buffers.types);
  buffers.brackets = realloc(buffers.brackets, length * sizeof *buffers.brackets);
  buffers.levels = realloc(buffers.levels, length * sizeof *buffers.levels);
  buffers.joining = realloc(buffers.joining, length * sizeof *buffers.joining);
  buffers.text = realloc(buffers.text, length * sizeof *buffers.text);
  buffers.map = realloc(buffers.map, length * sizeof *buffers.map);
  buffers.capacity = length;
  return buffers.types && buffers.brackets && buffers.levels && buffers.joining && buffers.text &&
         buffers.map;
}

uint64_t fribidi_run(const uint32_t *text, size_t length, size_t width) {
  if (length == 0 || !reserve(length)) return 0;
  FriBidiStrIndex count = (FriBidiStrIndex)length;
  memcpy(buffers.text, text, length * sizeof *text);
  fribidi_get_bidi_types(text, count, buffers.types);
  fribidi_get_bracket_types(text, count, buffers.types, buffers.brackets);
  FriBidiParType direction = FRIBIDI_PAR_ON;
  if (!fribidi_get_par_embedding_levels_ex(buffers.types, buffers.brackets, count, &direction,
                                           buffers.levels))
    return 0;
  fribidi_get_joining_types(text, count, buffers.joining);
  fribidi_join_arabic(buffers.types, count, buffers.levels, buffers.joining);
  fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, buffers.levels, count,
                buffers.joining, buffers.text);
  for (FriBidiStrIndex place = 0; place < count; place++) buffers.map[place] = place;

  uint64_t sum = 0;
  for (size_t start = 0; start < length; start += width) {
    size_t line = length - start < width ? length - start : width;
    if (!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, buffers.types, (FriBidiStrIndex)line,
                              (FriBidiStrIndex)start, direction, buffers.levels, buffers.text,
                              buffers.map))
      return 0;
    sum += buffers.text[start] + (uint64_t)buffers.map[start];
  }
  return sum;
}
