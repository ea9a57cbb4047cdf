#!/usr/bin/env python3
"""clusters.py STEMS OUT: classes of words that keep the same company, from unannotated text.

STEMS is what `TaggerTool words` prints. Words are compared by the words next to them (positive pointwise mutual
information, its largest singular vectors), and classed by k-means twice: 32 classes, then 16 in each. OUT gets
`WORD<TAB>NUMBER` lines, NUMBER from 1 to 512; the same text gives the same lines.
"""
import collections
import sys

import numpy
import scipy.sparse
import scipy.sparse.linalg

SMALLEST, CONTEXTS, DIMENSIONS = 5, 4000, 64
COARSE, FINE = 32, 16


def vectors(lines):
    counts = collections.Counter(word for line in lines for word in line)
    words = sorted((w for w, n in counts.items() if n >= SMALLEST), key=lambda w: (-counts[w], w))
    index = {word: i for i, word in enumerate(words)}
    contexts = min(CONTEXTS, len(words))
    pairs = collections.Counter()
    for line in lines:
        row = [index.get(word, -1) for word in line]
        for i, word in enumerate(row):
            if word < 0:
                continue
            for side, offset in enumerate((-2, -1, 1, 2)):
                j = i + offset
                near = row[j] if 0 <= j < len(row) else -1
                if 0 <= near < contexts:
                    pairs[word, side * contexts + near] += 1
    keys = sorted(pairs)
    rows = numpy.array([k[0] for k in keys])
    columns = numpy.array([k[1] for k in keys])
    values = numpy.array([pairs[k] for k in keys], dtype=float)
    total = values.sum()
    row_sums = numpy.bincount(rows, values, len(words))
    column_sums = numpy.bincount(columns, values, 4 * contexts) ** 0.75
    column_sums *= total / column_sums.sum()
    pmi = numpy.log(values * total / (row_sums[rows] * column_sums[columns]))
    keep = pmi > 0
    matrix = scipy.sparse.csr_matrix(
        (pmi[keep], (rows[keep], columns[keep])), shape=(len(words), 4 * contexts))
    start = numpy.ones(min(matrix.shape))
    left, singular, _ = scipy.sparse.linalg.svds(matrix, k=DIMENSIONS, v0=start)
    points = left * numpy.sqrt(singular)
    points /= numpy.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    return words, points


def classes(points, count):
    """k-means on the sphere, started from evenly spread points."""
    count = min(count, len(points))
    centres = points[numpy.linspace(0, len(points) - 1, count).astype(int)].copy()
    chosen = numpy.zeros(len(points), dtype=int)
    for _ in range(30):
        chosen = (points @ centres.T).argmax(axis=1)
        for c in range(count):
            members = points[chosen == c]
            if len(members):
                mean = members.mean(axis=0)
                centres[c] = mean / (numpy.linalg.norm(mean) + 1e-9)
    return chosen


def main(stems, out):
    with open(stems, encoding="utf-8") as text:
        lines = [line.split() for line in text]
    words, points = vectors(lines)
    coarse = classes(points, COARSE)
    with open(out, "w", encoding="utf-8") as result:
        for c in range(COARSE):
            members = numpy.flatnonzero(coarse == c)
            if len(members) == 0:
                continue
            for word, fine in sorted(zip((words[m] for m in members), classes(points[members], FINE))):
                result.write(f"{word}\t{1 + c * FINE + fine}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
