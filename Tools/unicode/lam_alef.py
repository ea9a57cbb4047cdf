#!/usr/bin/env python3
"""Lists the Arabic words with lam-alef that are frequent in news, for texts in which the two letters have
changed places.

Usage: Tools/unicode/lam_alef.py FILE.jsonl.xz > Sources/Model/Resources/lam-alef.txt
"""

import collections
import json
import lzma
import re
import sys

ALEFS = "\u0622\u0623\u0625\u0627"
# What is written before a word is taken off when the list is used.
FRONTS = re.compile("^[وفبلك]?(?:ال)?(?=.{2})")
# What the program knows without a list.
SIGNS = re.compile(f"\u0627[{ALEFS}]\u0644|\u0627\u0644[\u0644\u0621]$")
FEWEST, SHARE = 8, 2


def swapped(word):
    return re.sub(f"\u0644([{ALEFS}])", "\\1\u0644", word)


def without_front(word):
    return FRONTS.sub("", word, count=1)


def main():
    counts = collections.Counter()
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = f"{article.get('title') or ''} {article.get('text') or ''}"
            counts.update(re.findall("[\u0621-\u063a\u0641-\u064a]+", text))
    bare = collections.Counter()
    for word, count in counts.items():
        for rest in {word, without_front(word)}:
            bare[rest] += count
    words = []
    for word, count in bare.items():
        other = swapped(word)
        # A word that as often means something with the letters exchanged stays as it is.
        if count < FEWEST or other == word or bare[other] * SHARE >= count or SIGNS.search(other):
            continue
        # A word that occurs behind particles alone is found by what is left of it.
        if counts[word] + counts["\u0627\u0644" + word] >= FEWEST:
            words.append(word)
    print("\n".join(sorted(words)))


if __name__ == "__main__":
    main()
