// The loops that the encoder spends its time in, by the vector instructions that the processor has.
// Swift compiles for the least processor, and its vector types to none of the instructions that multiply
// small integers and add up pairs of products (pmaddwd, vpdpwssd), which are several times as fast.
//
// All ways compute the same sums of integers. What is computed in floating point differs in the last
// bits, as some ways round a product before it is added and others do not; rounding to whole numbers
// makes more of it, so that scores of labels differ by up to a hundredth, nearly all by less than 0.002.
#ifndef READER_CVECTOR_SHIM_H
#define READER_CVECTOR_SHIM_H

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Outputs that stand side by side in a block of weights.
enum { reader_block = 16 };

// Two activations side by side, as one number.
static inline int32_t reader_pair(const int16_t *values) {
  int32_t both;
  memcpy(&both, values, sizeof both);
  return both;
}

// Sums of products of `rows` × 2·`pairs` activations with a block of weights: for each pair of inputs, the
// two weights of each of 16 outputs. Row r's sums go to sums[r * stride] and the 15 places after it.
static inline void reader_block_any(
    const int16_t *activations, int64_t rows, int64_t pairs, const int8_t *weights, int32_t *sums,
    int64_t stride) {
  for (int64_t row = 0; row < rows; row++) {
    const int16_t *values = activations + row * pairs * 2;
    int32_t totals[reader_block] = {0};
    for (int64_t pair = 0; pair < pairs; pair++) {
      const int8_t *both = weights + pair * 2 * reader_block;
      int32_t first = values[2 * pair], second = values[2 * pair + 1];
      for (int output = 0; output < reader_block; output++)
        totals[output] += first * both[2 * output] + second * both[2 * output + 1];
    }
    memcpy(sums + row * stride, totals, sizeof totals);
  }
}

#if defined(__x86_64__)
// Every processor of this kind has SSE2, but compilers make nothing good of the loop above for it.
static inline void reader_block_sse2(
    const int16_t *activations, int64_t rows, int64_t pairs, const int8_t *weights, int32_t *sums,
    int64_t stride) {
  int64_t row = 0;
  for (; row + 2 <= rows; row += 2) {
    const int16_t *values = activations + row * pairs * 2;
    __m128i totals[2][4];
#pragma clang loop unroll(full)
    for (int part = 0; part < 4; part++) totals[0][part] = totals[1][part] = _mm_setzero_si128();
    for (int64_t pair = 0; pair < pairs; pair++) {
      const __m128i *both = (const __m128i *)(weights + pair * 2 * reader_block);
      __m128i first = _mm_set1_epi32(reader_pair(values + 2 * pair));
      __m128i second = _mm_set1_epi32(reader_pair(values + 2 * (pairs + pair)));
#pragma clang loop unroll(full)
      for (int part = 0; part < 4; part++) {
        __m128i eight = _mm_loadu_si128(both + part / 2);
        // Each byte twice, then shifted down with its sign: eight numbers of sixteen bits.
        __m128i wide = part % 2 ? _mm_unpackhi_epi8(eight, eight) : _mm_unpacklo_epi8(eight, eight);
        wide = _mm_srai_epi16(wide, 8);
        totals[0][part] = _mm_add_epi32(totals[0][part], _mm_madd_epi16(first, wide));
        totals[1][part] = _mm_add_epi32(totals[1][part], _mm_madd_epi16(second, wide));
      }
    }
    memcpy(sums + row * stride, totals[0], sizeof totals[0]);
    memcpy(sums + (row + 1) * stride, totals[1], sizeof totals[1]);
  }
  reader_block_any(
      activations + row * pairs * 2, rows - row, pairs, weights, sums + row * stride, stride);
}

__attribute__((target("avx2"))) static inline void reader_block_avx2(
    const int16_t *activations, int64_t rows, int64_t pairs, const int8_t *weights, int32_t *sums,
    int64_t stride) {
  int64_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    const int16_t *values = activations + row * pairs * 2;
    __m256i t00 = _mm256_setzero_si256(), t01 = t00, t10 = t00, t11 = t00;
    __m256i t20 = t00, t21 = t00, t30 = t00, t31 = t00;
    for (int64_t pair = 0; pair < pairs; pair++) {
      const __m128i *both = (const __m128i *)(weights + pair * 2 * reader_block);
      __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128(both));
      __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128(both + 1));
      __m256i a = _mm256_set1_epi32(reader_pair(values + 2 * pair));
      __m256i b = _mm256_set1_epi32(reader_pair(values + 2 * (pairs + pair)));
      __m256i c = _mm256_set1_epi32(reader_pair(values + 2 * (2 * pairs + pair)));
      __m256i d = _mm256_set1_epi32(reader_pair(values + 2 * (3 * pairs + pair)));
      t00 = _mm256_add_epi32(t00, _mm256_madd_epi16(a, low));
      t01 = _mm256_add_epi32(t01, _mm256_madd_epi16(a, high));
      t10 = _mm256_add_epi32(t10, _mm256_madd_epi16(b, low));
      t11 = _mm256_add_epi32(t11, _mm256_madd_epi16(b, high));
      t20 = _mm256_add_epi32(t20, _mm256_madd_epi16(c, low));
      t21 = _mm256_add_epi32(t21, _mm256_madd_epi16(c, high));
      t30 = _mm256_add_epi32(t30, _mm256_madd_epi16(d, low));
      t31 = _mm256_add_epi32(t31, _mm256_madd_epi16(d, high));
    }
    __m256i *out = (__m256i *)(sums + row * stride);
    _mm256_storeu_si256(out, t00);
    _mm256_storeu_si256(out + 1, t01);
    out = (__m256i *)(sums + (row + 1) * stride);
    _mm256_storeu_si256(out, t10);
    _mm256_storeu_si256(out + 1, t11);
    out = (__m256i *)(sums + (row + 2) * stride);
    _mm256_storeu_si256(out, t20);
    _mm256_storeu_si256(out + 1, t21);
    out = (__m256i *)(sums + (row + 3) * stride);
    _mm256_storeu_si256(out, t30);
    _mm256_storeu_si256(out + 1, t31);
  }
  reader_block_any(
      activations + row * pairs * 2, rows - row, pairs, weights, sums + row * stride, stride);
}

// Adds the products of pairs. Compilers make two instructions of the intrinsic, for older processors.
__attribute__((target("avx512f,avx512bw,avx512vnni"), always_inline)) static inline __m512i
reader_add_products(__m512i total, __m512i values, __m512i weights) {
  __asm__("vpdpwssd %2, %1, %0" : "+v"(total) : "v"(values), "v"(weights));
  return total;
}

// As above, for two blocks that stand `apart` from each other, so that each activation is read once for
// both and sixteen sums are under way at once.
__attribute__((target("avx512f,avx512bw,avx512vnni"))) static inline void reader_blocks_avx512(
    const int16_t *activations, int64_t rows, int64_t pairs, const int8_t *weights, int64_t apart,
    int32_t *sums, int64_t stride) {
  int64_t row = 0;
  for (; row + 8 <= rows; row += 8) {
    const int16_t *values = activations + row * pairs * 2;
    __m512i low[8], high[8];
#pragma clang loop unroll(full)
    for (int r = 0; r < 8; r++) low[r] = high[r] = _mm512_setzero_si512();
    for (int64_t pair = 0; pair < pairs; pair++) {
      const int8_t *both = weights + pair * 2 * reader_block;
      __m512i first = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)both));
      __m512i second = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(both + apart)));
#pragma clang loop unroll(full)
      for (int r = 0; r < 8; r++) {
        __m512i value = _mm512_set1_epi32(reader_pair(values + 2 * (r * pairs + pair)));
        low[r] = reader_add_products(low[r], value, first);
        high[r] = reader_add_products(high[r], value, second);
      }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < 8; r++) {
      _mm512_storeu_si512(sums + (row + r) * stride, low[r]);
      _mm512_storeu_si512(sums + (row + r) * stride + reader_block, high[r]);
    }
  }
  for (int block = 0; block < 2; block++)
    reader_block_avx2(
        activations + row * pairs * 2, rows - row, pairs, weights + block * apart,
        sums + row * stride + block * reader_block, stride);
}
#endif

// What the processor can do: 0 what any of its kind can, 1 AVX2, 2 AVX-512 with VNNI.
static inline int32_t reader_vector_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
    return 2;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 1;
#endif
  return 0;
}

// Sums of products of `rows` × `inputs` activations with all blocks of weights: rows × `outputs` sums.
// `inputs` is even and `outputs` a multiple of 16.
static inline void reader_multiply(
    const int16_t *activations, int64_t rows, int64_t inputs, const int8_t *weights, int64_t outputs,
    int32_t *sums, int32_t level) {
  int64_t apart = inputs * reader_block, blocks = outputs / reader_block, block = 0;
#if defined(__x86_64__)
  if (level == 2)
    for (; block + 2 <= blocks; block += 2)
      reader_blocks_avx512(
          activations, rows, inputs / 2, weights + block * apart, apart, sums + block * reader_block,
          outputs);
  if (level >= 1)
    for (; block < blocks; block++)
      reader_block_avx2(
          activations, rows, inputs / 2, weights + block * apart, sums + block * reader_block, outputs);
  for (; block < blocks; block++)
    reader_block_sse2(
        activations, rows, inputs / 2, weights + block * apart, sums + block * reader_block, outputs);
#endif
  for (; block < blocks; block++)
    reader_block_any(
        activations, rows, inputs / 2, weights + block * apart, sums + block * reader_block, outputs);
}

// Sixteen numbers, wherever they stand.
typedef float reader_floats __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t reader_ints __attribute__((vector_size(64), aligned(4), may_alias));
typedef int16_t reader_shorts __attribute__((vector_size(32), aligned(2), may_alias));

// A body that is written once is compiled for each level.
#define READER_BODY static inline __attribute__((always_inline)) void
#if defined(__x86_64__)
#define READER_LEVELS(name, parameters, arguments) \
  static inline void name##_any parameters { name##_body arguments; } \
  __attribute__((target("avx2,fma"))) static inline void name##_avx2 parameters { \
    name##_body arguments; \
  } \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,fma"))) static inline void \
      name##_avx512 parameters { \
    name##_body arguments; \
  }
#define READER_CALL(name, arguments) \
  if (level == 2) name##_avx512 arguments; \
  else if (level == 1) name##_avx2 arguments; \
  else name##_any arguments
#else
#define READER_LEVELS(name, parameters, arguments) \
  static inline void name##_any parameters { name##_body arguments; }
#define READER_CALL(name, arguments) name##_any arguments
#endif

// e to the power of each number up to zero, to one part in 200,000; 2^x between -1/2 and 1/2 is a series,
// and the whole part of the power goes into the exponent.
READER_BODY reader_exp(reader_floats *values) {
  reader_floats least = {0};
  least -= 80;
  reader_floats power = __builtin_elementwise_max(*values, least) * 1.442695f;
  reader_floats sum = power + 12582912.0f;
  reader_floats rest = power - (sum - 12582912.0f);
  reader_floats series = rest * 0.00961813f + 0.0555041f;
  series = series * rest + 0.2402265f;
  series = series * rest + 0.6931472f;
  series = series * rest + 1.0f;
  reader_ints exponent = ((reader_ints)sum + 127) << 23;
  *values = series * (reader_floats)exponent;
}

static inline __attribute__((always_inline)) float reader_sum(const reader_floats *values) {
  const float *v = (const float *)values;
  float sums[4];
  for (int i = 0; i < 4; i++) sums[i] = (v[i] + v[i + 4]) + (v[i + 8] + v[i + 12]);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static inline __attribute__((always_inline)) float reader_most(const reader_floats *values) {
  const float *v = (const float *)values;
  float most = v[0];
  for (int i = 1; i < 16; i++) most = v[i] > most ? v[i] : most;
  return most;
}

// Rounds rows of `width` numbers, a multiple of 16, to whole ones up to 8191: 1,536 products with weights
// up to 127 stay below 2^31. A row's step is what one is worth in it.
READER_BODY reader_round_body(
    const float *values, int64_t rows, int64_t width, int16_t *numbers, float *steps) {
  for (int64_t row = 0; row < rows; row++) {
    const float *from = values + row * width;
    reader_floats greatest = {0};
    for (int64_t place = 0; place < width; place += 16) {
      reader_floats here = *(const reader_floats *)(from + place);
      greatest = __builtin_elementwise_max(greatest, __builtin_elementwise_max(here, -here));
    }
    float most = reader_most(&greatest);
    float step = (most > 1e-9f ? most : 1e-9f) / 8191;
    float factor = 1 / step;
    steps[row] = step;
    for (int64_t place = 0; place < width; place += 16) {
      // Added to a small number this leaves the nearest whole number in the low bits.
      reader_floats sum = *(const reader_floats *)(from + place) * factor + 12582912.0f;
      *(reader_shorts *)(numbers + row * width + place) =
          __builtin_convertvector((reader_ints)sum, reader_shorts);
    }
  }
}
READER_LEVELS(
    reader_round,
    (const float *values, int64_t rows, int64_t width, int16_t *numbers, float *steps),
    (values, rows, width, numbers, steps))

// Sums of whole numbers as what they are worth: in units of their rows' steps and their outputs' scales,
// plus the outputs' biases. With `units` each then goes through x · Φ(x) (Hendrycks and Gimpel, "Gaussian
// Error Linear Units", 2016), where Φ is by formula 7.1.26 of Abramowitz and Stegun, to 1e-5.
READER_BODY reader_scale_body(
    const int32_t *sums, int64_t rows, int64_t outputs, const float *steps, const float *scales,
    const float *biases, int32_t units, float *result) {
  for (int64_t row = 0; row < rows; row++) {
    float step = steps[row];
    for (int64_t output = 0; output < outputs; output += 16) {
      reader_ints whole = *(const reader_ints *)(sums + row * outputs + output);
      reader_floats x = __builtin_convertvector(whole, reader_floats)
              * (*(const reader_floats *)(scales + output) * step)
          + *(const reader_floats *)(biases + output);
      if (units) {
        reader_floats size = __builtin_elementwise_max(x, -x);
        reader_floats t = 1.0f / (size * (0.3275911f * 0.70710678f) + 1.0f);
        reader_floats series = t * 1.061405429f - 1.453152027f;
        series = series * t + 1.421413741f;
        series = series * t - 0.284496736f;
        series = (series * t + 0.254829592f) * t;
        reader_floats tail = size * size * -0.5f;
        reader_exp(&tail);
        // The greater of x and zero, less |x| times what the normal distribution has beyond |x|.
        reader_floats zero = {0};
        x = __builtin_elementwise_max(x, zero) - size * (series * tail * 0.5f);
      }
      *(reader_floats *)(result + row * outputs + output) = x;
    }
  }
}
READER_LEVELS(
    reader_scale,
    (const int32_t *sums, int64_t rows, int64_t outputs, const float *steps, const float *scales,
     const float *biases, int32_t units, float *result),
    (sums, rows, outputs, steps, scales, biases, units, result))

// Adds `more` to rows of `width` numbers, a multiple of 16, and brings each row to mean 0 and variance 1,
// times factors, plus biases.
READER_BODY reader_normalize_body(
    const float *more, float *states, int64_t rows, int64_t width, const float *factors,
    const float *biases) {
  for (int64_t row = 0; row < rows; row++) {
    float *to = states + row * width;
    reader_floats sums = {0}, squares = {0};
    for (int64_t place = 0; place < width; place += 16) {
      *(reader_floats *)(to + place) += *(const reader_floats *)(more + row * width + place);
      sums += *(const reader_floats *)(to + place);
    }
    float mean = reader_sum(&sums) / width;
    for (int64_t place = 0; place < width; place += 16) {
      reader_floats apart = *(const reader_floats *)(to + place) - mean;
      squares += apart * apart;
    }
    float factor = 1 / __builtin_sqrtf(reader_sum(&squares) / width + 1e-12f);
    for (int64_t place = 0; place < width; place += 16)
      *(reader_floats *)(to + place) =
          (*(const reader_floats *)(to + place) - mean) * factor
              * *(const reader_floats *)(factors + place)
          + *(const reader_floats *)(biases + place);
  }
}
READER_LEVELS(
    reader_normalize,
    (const float *more, float *states, int64_t rows, int64_t width, const float *factors,
     const float *biases),
    (more, states, rows, width, factors, biases))

// Numbers of a head, and rows that are read together in attention.
enum { reader_depth = 32, reader_together = 4 };

// How many numbers `reader_attend` needs to work with.
static inline int64_t reader_attend_space(int64_t rows) {
  return ((rows + 15) / 16 * 16) * (2 * reader_depth + reader_together);
}

// What each row takes from the others: a row has queries, keys and values of all heads, 32 numbers each,
// and gets a sum of values, in shares that are e to the power of query times key over the root of 32.
READER_BODY reader_attend_body(
    const float *states, int64_t rows, int64_t heads, float *space, float *result) {
  int64_t padded = (rows + 15) / 16 * 16, width = heads * reader_depth;
  float *keys = space, *values = keys + padded * reader_depth, *shares = values + padded * reader_depth;
  for (int64_t head = 0; head < heads; head++) {
    // A row for each number of a key, so that sixteen keys stand side by side.
    for (int64_t row = 0; row < padded; row++) {
      const float *from = states + 3 * width * row + head * reader_depth;
      for (int64_t place = 0; place < reader_depth; place++) {
        keys[place * padded + row] = row < rows ? from[width + place] * 0.1767767f : 0;
        values[row * reader_depth + place] = row < rows ? from[2 * width + place] : 0;
      }
    }
    for (int64_t first = 0; first < rows; first += reader_together) {
      // The last rows are read twice where there are not four left.
      int64_t start = first + reader_together <= rows ? first : rows - reader_together;
      if (start < 0) start = 0;
      int64_t most = rows - start < reader_together ? rows - start : reader_together;
      const float *queries[reader_together];
      for (int r = 0; r < reader_together; r++)
        queries[r] = states + 3 * width * (start + (r < most ? r : most - 1)) + head * reader_depth;
      for (int64_t other = 0; other < padded; other += 16) {
        reader_floats a = {0}, b = {0}, c = {0}, d = {0};
        for (int64_t place = 0; place < reader_depth; place++) {
          reader_floats key = *(const reader_floats *)(keys + place * padded + other);
          a += key * queries[0][place];
          b += key * queries[1][place];
          c += key * queries[2][place];
          d += key * queries[3][place];
        }
        *(reader_floats *)(shares + other) = a;
        *(reader_floats *)(shares + padded + other) = b;
        *(reader_floats *)(shares + 2 * padded + other) = c;
        *(reader_floats *)(shares + 3 * padded + other) = d;
      }
      float factors[reader_together];
      for (int r = 0; r < reader_together; r++) {
        float *own = shares + r * padded;
        for (int64_t other = rows; other < padded; other++) own[other] = -1e9f;
        reader_floats greatest = *(const reader_floats *)own, whole = {0};
        for (int64_t other = 16; other < padded; other += 16)
          greatest = __builtin_elementwise_max(greatest, *(const reader_floats *)(own + other));
        float top = reader_most(&greatest);
        for (int64_t other = 0; other < padded; other += 16) {
          reader_floats share = *(const reader_floats *)(own + other) - top;
          reader_exp(&share);
          *(reader_floats *)(own + other) = share;
          whole += share;
        }
        factors[r] = 1 / reader_sum(&whole);
      }
      reader_floats low[reader_together] = {0}, high[reader_together] = {0};
      for (int64_t other = 0; other < rows; other++) {
        reader_floats left = *(const reader_floats *)(values + other * reader_depth);
        reader_floats right = *(const reader_floats *)(values + other * reader_depth + 16);
#pragma clang loop unroll(full)
        for (int r = 0; r < reader_together; r++) {
          low[r] += left * shares[r * padded + other];
          high[r] += right * shares[r * padded + other];
        }
      }
      for (int64_t r = 0; r < most; r++) {
        float *to = result + (start + r) * width + head * reader_depth;
        *(reader_floats *)to = low[r] * factors[r];
        *(reader_floats *)(to + 16) = high[r] * factors[r];
      }
    }
  }
}
READER_LEVELS(
    reader_attend,
    (const float *states, int64_t rows, int64_t heads, float *space, float *result),
    (states, rows, heads, space, result))

// One layer's steps by the best way there is at a level.
static inline void reader_round(
    const float *values, int64_t rows, int64_t width, int16_t *numbers, float *steps, int32_t level) {
  READER_CALL(reader_round, (values, rows, width, numbers, steps));
}
static inline void reader_scale(
    const int32_t *sums, int64_t rows, int64_t outputs, const float *steps, const float *scales,
    const float *biases, int32_t units, float *result, int32_t level) {
  READER_CALL(reader_scale, (sums, rows, outputs, steps, scales, biases, units, result));
}
static inline void reader_normalize(
    const float *more, float *states, int64_t rows, int64_t width, const float *factors,
    const float *biases, int32_t level) {
  READER_CALL(reader_normalize, (more, states, rows, width, factors, biases));
}
static inline void reader_attend(
    const float *states, int64_t rows, int64_t heads, float *space, float *result, int32_t level) {
  READER_CALL(reader_attend, (states, rows, heads, space, result));
}

#endif
