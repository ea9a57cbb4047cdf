// The one product of matrices that the encoder spends its time in, by the vector instructions that the
// processor has. Swift's own vector types compile to none of the instructions that multiply small
// integers and add up pairs of products (pmaddwd, vpdpwssd), which are several times as fast.
//
// All ways compute the same sums of integers, so a name is found alike on every machine.
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

__attribute__((target("avx512f,avx512bw,avx512vnni"))) static inline void reader_block_avx512(
    const int16_t *activations, int64_t rows, int64_t pairs, const int8_t *weights, int32_t *sums,
    int64_t stride) {
  int64_t row = 0;
  for (; row + 8 <= rows; row += 8) {
    const int16_t *values = activations + row * pairs * 2;
    __m512i t0 = _mm512_setzero_si512(), t1 = t0, t2 = t0, t3 = t0, t4 = t0, t5 = t0, t6 = t0, t7 = t0;
    for (int64_t pair = 0; pair < pairs; pair++) {
      __m512i both = _mm512_cvtepi8_epi16(
          _mm256_loadu_si256((const __m256i *)(weights + pair * 2 * reader_block)));
      t0 = _mm512_dpwssd_epi32(t0, _mm512_set1_epi32(reader_pair(values + 2 * (0 * pairs + pair))), both);
      t1 = _mm512_dpwssd_epi32(t1, _mm512_set1_epi32(reader_pair(values + 2 * (1 * pairs + pair))), both);
      t2 = _mm512_dpwssd_epi32(t2, _mm512_set1_epi32(reader_pair(values + 2 * (2 * pairs + pair))), both);
      t3 = _mm512_dpwssd_epi32(t3, _mm512_set1_epi32(reader_pair(values + 2 * (3 * pairs + pair))), both);
      t4 = _mm512_dpwssd_epi32(t4, _mm512_set1_epi32(reader_pair(values + 2 * (4 * pairs + pair))), both);
      t5 = _mm512_dpwssd_epi32(t5, _mm512_set1_epi32(reader_pair(values + 2 * (5 * pairs + pair))), both);
      t6 = _mm512_dpwssd_epi32(t6, _mm512_set1_epi32(reader_pair(values + 2 * (6 * pairs + pair))), both);
      t7 = _mm512_dpwssd_epi32(t7, _mm512_set1_epi32(reader_pair(values + 2 * (7 * pairs + pair))), both);
    }
    int32_t *out = sums + row * stride;
    _mm512_storeu_si512(out, t0);
    _mm512_storeu_si512(out + stride, t1);
    _mm512_storeu_si512(out + 2 * stride, t2);
    _mm512_storeu_si512(out + 3 * stride, t3);
    _mm512_storeu_si512(out + 4 * stride, t4);
    _mm512_storeu_si512(out + 5 * stride, t5);
    _mm512_storeu_si512(out + 6 * stride, t6);
    _mm512_storeu_si512(out + 7 * stride, t7);
  }
  reader_block_avx2(
      activations + row * pairs * 2, rows - row, pairs, weights, sums + row * stride, stride);
}
#endif

// What the processor can do: 0 any, 1 AVX2, 2 AVX-512 with VNNI.
static inline int32_t reader_vector_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return 2;
  if (__builtin_cpu_supports("avx2")) return 1;
#endif
  return 0;
}

// Sums of products of `rows` × `inputs` activations with all blocks of weights: rows × `outputs` sums.
// `inputs` is even and `outputs` a multiple of 16.
static inline void reader_multiply(
    const int16_t *activations, int64_t rows, int64_t inputs, const int8_t *weights, int64_t outputs,
    int32_t *sums, int32_t level) {
  for (int64_t block = 0; block < outputs / reader_block; block++) {
    const int8_t *own = weights + block * inputs * reader_block;
    int32_t *to = sums + block * reader_block;
#if defined(__x86_64__)
    if (level == 2) {
      reader_block_avx512(activations, rows, inputs / 2, own, to, outputs);
      continue;
    }
    if (level == 1) {
      reader_block_avx2(activations, rows, inputs / 2, own, to, outputs);
      continue;
    }
#endif
    reader_block_any(activations, rows, inputs / 2, own, to, outputs);
  }
}

#endif
