#!/usr/bin/env python3
"""swapped.py LANGUAGE DATA CORPUS: prints the sentences of CORPUS that hold names, each name swapped for another of its kind.

A model that has seen the same names a hundred times learns the names; from these it learns what stands around a name and
what it looks like. People and places come from the lists of DATA (towns, and people's names of all countries), one word for
one and two for two; every other one is put together of two, so that no list has it. Organizations come from CORPUS. The
same files give the same sentences.
"""
import os
import random
import sys

CLITICS = "وبلفك"


def sentences(path):
    with open(path, encoding="utf-8") as lines:
        rows = []
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                rows.append((fields[0], fields[1]))
            elif rows:
                yield rows
                rows = []
        if rows:
            yield rows


def spans(rows):
    start = None
    for index, (_, tag) in enumerate([*rows, ("", "O")]):
        if start is not None and tag != "I-" + rows[start][1][2:]:
            yield start, index, rows[start][1][2:]
            start = None
        if tag.startswith("B-"):
            start = index


def column(path, number):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        return sorted({line.rstrip("\n").split("\t")[number] for line in lines})


def pools(language, data, corpus):
    """For each kind and number of words the names to choose from."""
    number = 1 if language == "ar" else 0
    linking = os.path.join(data, "linking")
    found = {}

    def add(kind, name):
        words = name.split()
        if language == "en":
            words = [word[:1].upper() + word[1:] for word in words]
        if words and all(len(word) > 1 for word in words):
            found.setdefault((kind, len(words)), []).append(words)

    tokens = [name for name in column(os.path.join(linking, "person_tokens.tsv"), number) if " " not in name]
    for name in tokens:
        add("PER", name)
    chosen = random.Random(3)
    for length in (2, 3):
        for _ in tokens:
            add("PER", " ".join(chosen.choice(tokens) for _ in range(length)))
    for name in column(os.path.join(linking, "geonames15000.tsv"), number):
        add("LOC", name)
    for rows in corpus:
        for start, end, kind in spans(rows):
            if kind == "ORG":
                add("ORG", " ".join(word for word, _ in rows[start:end]))
    return found


def blended(word, other):
    """A word that looks like both and is neither."""
    return word[:(len(word) + 1) // 2] + other[len(other) // 2:] if min(len(word), len(other)) > 3 else word


def main(language, data, path):
    corpus = list(sentences(path))
    names = pools(language, data, corpus)
    chosen = random.Random(1)
    for rows in corpus:
        out, last, swapped = [], 0, False
        for start, end, kind in spans(rows):
            out += rows[last:start]
            last = end
            pool = names.get((kind, end - start))
            if pool is None or chosen.random() < 0.2:
                out += rows[start:end]
                continue
            words = list(chosen.choice(pool))
            if kind != "ORG" and chosen.random() < 0.5:
                words = [blended(word, other) for word, other in zip(words, chosen.choice(pool))]
            first = rows[start][0]
            if language == "ar" and kind != "ORG" and len(first) > 4 and first[0] in CLITICS and chosen.random() < 0.5:
                words[0] = first[0] + words[0]
            out += [(word, ("I-" if i else "B-") + kind) for i, word in enumerate(words)]
            swapped = True
        out += rows[last:]
        if swapped:
            print("\n".join(f"{word}\t{tag}" for word, tag in out) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
