#!/usr/bin/env python3
"""plain.py FILE PREFIX: writes the text of a corpus, a sentence or paragraph a line, to files PREFIX.NNN of 400 lines.

FILE is annotated text (a token, a tab and its tag a line) or xz-compressed JSON lines with title and text.
"""
import glob
import json
import lzma
import sys

LINES = 400


def articles(path):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for paragraph in [article["title"], *article["text"].split("\n")]:
                yield paragraph


def sentences(path):
    with open(path, encoding="utf-8") as lines:
        words = []
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                words.append(fields[0])
            else:
                yield " ".join(words)
                words = []
        yield " ".join(words)


def main(path, prefix):
    texts = articles(path) if path.endswith(".xz") else sentences(path)
    lines = [text.strip() for text in texts if text.strip()]
    first = len(glob.glob(glob.escape(prefix) + ".*"))
    for number, start in enumerate(range(0, len(lines), LINES), first):
        with open(f"{prefix}.{number:04d}", "w", encoding="utf-8") as out:
            out.write("\n".join(lines[start:start + LINES]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
