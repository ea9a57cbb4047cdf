#!/usr/bin/env python3
"""swapped.py LANGUAGE DATA CORPUS: prints the sentences of CORPUS that name people, with others' names in their place.

A model that has seen the same names a hundred times learns the names; from these it learns what stands around a name and
what it looks like. The names come from DATA's list of words of people's names of all countries, one word for one and two
for two; every other one is put together of two, so that no list has it. The same files give the same sentences.
"""
import os
import random
import sys

CLITICS = "وبلفك"
LONGEST, KEPT, BLENDED = 3, 0.2, 0.5


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


def words_of_names(language, data):
    path = os.path.join(data, "linking", "person_tokens.tsv")
    words = [word for word in column(path, 1 if language == "ar" else 0) if " " not in word and len(word) > 1]
    return words if language == "ar" else [word[:1].upper() + word[1:] for word in words]


def blended(word, other):
    """A word that looks like both and is neither."""
    return word[:(len(word) + 1) // 2] + other[len(other) // 2:] if min(len(word), len(other)) > 3 else word


def main(language, data, path):
    names = words_of_names(language, data)
    chosen = random.Random(1)
    for rows in sentences(path):
        out, last = [], 0
        for start, end, kind in spans(rows):
            if kind != "PER" or end - start > LONGEST or chosen.random() < KEPT:
                continue
            words = [chosen.choice(names) for _ in range(start, end)]
            if chosen.random() < BLENDED:
                words = [blended(word, chosen.choice(names)) for word in words]
            first = rows[start][0]
            if language == "ar" and len(first) > 4 and first[0] in CLITICS and chosen.random() < 0.5:
                words[0] = first[0] + words[0]
            out += rows[last:start]
            out += [(word, tag) for word, (_, tag) in zip(words, rows[start:end])]
            last = end
        if out:
            print("\n".join(f"{word}\t{tag}" for word, tag in out + rows[last:]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
