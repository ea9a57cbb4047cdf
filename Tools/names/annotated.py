#!/usr/bin/env python3
"""annotated.py FILE ...: prints texts annotated by the guide as corpora are written, `word TAB tag`, an empty line after a sentence.

A FILE in JSON lines has `text` and `mentions` (start, end, type; offsets of Unicode scalars). Any other has names in brackets,
[PER …], [LOC …], [ORG …]: a line `## NUMBER [LANGUAGE]` opens an article, or each line is a number, a tab and a sentence.
`--language ar` takes the articles of that language only (`lang` in JSON). An article's particles before a name are rows of their own.
"""
import argparse
import json
import re

BRACKET = re.compile(r"\[(PER|LOC|ORG) ([^\[\]]*)\]")
ROW = re.compile(r"[^\W_](?:[\w.'’&-]*[^\W_])?|[^\w\s]|_")
SENTENCE = re.compile(r"[.!?؟…]+[\"»”')\]]*\s+|\n+")


def unbracket(text):
    """A text without its brackets, and the names that stood in them."""
    plain, mentions, at = "", [], 0
    for match in BRACKET.finditer(text):
        plain += text[at:match.start()]
        mentions.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        at = match.end()
    return plain + text[at:], mentions


def texts(path, language):
    """Each text of a file with its names; a new article gives None first."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if path.endswith(".jsonl"):
        for line in filter(None, lines):
            article = json.loads(line)
            if language and article.get("lang", language) != language:
                continue
            yield article["text"], [(m["start"], m["end"], m["type"]) for m in article["mentions"]]
        return
    if any(line.startswith("## ") for line in lines):
        for block in re.split(r"(?m)^## ", "\n".join(lines))[1:]:
            head, _, text = block.partition("\n")
            if language and len(head.split()) > 1 and head.split()[-1] != language:
                continue
            yield unbracket(text.strip())
        return
    for line in lines:
        _, tab, text = line.partition("\t")
        if tab:
            yield unbracket(text.strip())


def rows(text, mentions):
    """Words and tags of a text's sentences."""
    edges = {edge for start, end, _ in mentions for edge in (start, end)}
    tags = {}
    for start, end, kind in mentions:
        for at in range(start, end):
            tags[at] = kind, at == start
    start = 0
    ends = [match.end() for match in SENTENCE.finditer(text)] + [len(text)]
    inside = {at for first, end, _ in mentions for at in range(first + 1, end)}
    for end in ends:
        if end in inside:
            continue
        sentence = []
        for match in ROW.finditer(text, start, end):
            pieces, first = [], match.start()
            for at in range(match.start() + 1, match.end() + 1):
                if at == match.end() or at in edges:
                    pieces.append((first, at))
                    first = at
            for first, last in pieces:
                word = text[first:last]
                tag = tags.get(first)
                if tag is None and len(pieces) > 1 and re.fullmatch("[وفبلكس]+", word) and last in edges:
                    sentence += [(letter, "O") for letter in word]
                else:
                    sentence.append((word, "O" if tag is None else ("B-" if tag[1] else "I-") + tag[0]))
        if sentence:
            yield sentence
        start = end


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--language", default="")
    parser.add_argument("files", nargs="+")
    given = parser.parse_args()
    for path in given.files:
        for text, mentions in texts(path, given.language):
            print("-DOCSTART-\tO\n")
            for sentence in rows(text, mentions):
                print("\n".join(f"{word}\t{tag}" for word, tag in sentence) + "\n")


if __name__ == "__main__":
    main()
