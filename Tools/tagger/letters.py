#!/usr/bin/env python3
"""letters.py TOOL NAMES STEMS MODEL: trains the model that tells by its letters how much an Arabic word looks like a name.

TOOL is the built TaggerTool, NAMES what `../gazetteer/gather.py` prints, STEMS what `TaggerTool words` prints of
unannotated text. A softmax over people, places and other words, from the rows of two to four letters of each.
"""
import collections
import re
import struct
import subprocess
import sys
import tempfile

import numpy
import scipy.optimize
import scipy.sparse

FORMAT, VERSION, SIZE = b"RDLETTER", 1, 1 << 15
UNIT = 16.0  # a weight of one in the file
RIDGE = 0.5
KINDS = {"surname": 0, "place": 1, "major-place": 1}


def fold(word):
    word = re.sub("[\u064b-\u0652\u0640\u0621]", lambda m: m.group() if m.group() == "\u0621" else "", word)
    for old, new in zip("آأإٱىیةؤئ", "اااايي" + "هوي"):
        word = word.replace(old, new)
    return word


def examples(names, stems):
    """Words with the kinds they are known as: person 0, place 1, other 2."""
    kinds = collections.defaultdict(set)
    with open(names, encoding="utf-8") as lines:
        for line in lines:
            flag, name = line.rstrip("\n").split("\t")
            if flag in ("surname", "given-name", "place", "major-place") and re.fullmatch("[\u0621-\u06ff]{3,}", name):
                kinds[fold(name)].add(0 if flag in ("surname", "given-name") else 1)
    counts = collections.Counter()
    with open(stems, encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.split())
    words, classes = [], []
    for word in sorted(kinds):
        for kind in sorted(kinds[word]):
            words.append(word)
            classes.append(kind)
    for word, count in sorted(counts.items()):
        if count >= 3 and word not in kinds and re.fullmatch("[\u0621-\u06ff]{3,}", word):
            words.append(word)
            classes.append(2)
    return words, numpy.array(classes)


def matrix(tool, words):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(words) + "\n")
        file.flush()
        output = subprocess.run([tool, "letters", file.name], capture_output=True, check=True).stdout.decode()
    rows, columns = [], []
    for row, line in enumerate(output.splitlines()):
        for number in line.split():
            rows.append(row)
            columns.append(int(number))
    return scipy.sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(words), SIZE))


def train(points, classes):
    count = points.shape[0]
    wanted = numpy.zeros((count, 3))
    wanted[numpy.arange(count), classes] = 1
    # The kinds weigh the same, however many words each has.
    weights = (count / 3 / wanted.sum(axis=0))[classes][:, None]

    def loss(flat):
        table = flat.reshape(SIZE, 3)
        scores = points @ table
        scores -= scores.max(axis=1, keepdims=True)
        odds = numpy.exp(scores)
        odds /= odds.sum(axis=1, keepdims=True)
        value = -(weights * wanted * numpy.log(odds + 1e-12)).sum() + RIDGE * (flat**2).sum() / 2
        slope = points.T @ (weights * (odds - wanted)) + RIDGE * table
        return value, slope.ravel()

    best = scipy.optimize.minimize(loss, numpy.zeros(SIZE * 3), jac=True, method="L-BFGS-B", options={"maxiter": 80})
    table = best.x.reshape(SIZE, 3)
    right = ((points @ table).argmax(axis=1) == classes).mean()
    print(f"{count} words, {right:.3f} told right")
    return table


def main(tool, names, stems, path):
    words, classes = examples(names, stems)
    table = train(matrix(tool, words), classes)
    with open(path, "wb") as out:
        out.write(FORMAT + struct.pack("<6I", VERSION, SIZE, 0, 0, 0, 0))
        for person, place, other in table:
            for value in (person - other, place - other):
                out.write(struct.pack("<b", max(-127, min(127, round(value * UNIT)))))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
