#!/usr/bin/env python3
"""found.py TAGGED NAMES: prints what a first model found in unannotated Arabic text, `FLAG<TAB>NAME` a line.

TAGGED is what `TaggerTool tag` prints, with the paths of the text, NAMES what `../gazetteer/gather.py` does. A name counts
where it was found often, surely, and nearly always as the same kind, and no list has it as another one. A word that stands
often in the text and hardly ever in a name is a common one, unless a list has it as a name.
"""
import collections
import json
import re
import sys

OFTEN, SURE, SAME = 4, 0.8, 0.8
COMMON, SELDOM = 12, 0.01
WORD, MARKS = re.compile("[\u0621-\u063a\u0641-\u064a]+"), re.compile("[\u0640\u064b-\u0652\u0670]")
FLAGS = {"person": "person", "place": "place", "organization": "organization"}


def known(path):
    """The flags that the lists have names with."""
    flags = collections.defaultdict(set)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            flag, name = line.rstrip("\n").split("\t")
            flags[name].add(flag.removeprefix("major-"))
    return flags


def words(text):
    return WORD.findall(MARKS.sub("", text))


def stems(word):
    """What a word may be without the clitics before it."""
    return {word[1:], "ال" + word[2:]} if word[0] in "وفبلكس" else set()


def common(articles, listed):
    """Words that are often in the articles, seldom in their names and in no list; clitics are none of theirs."""
    total, named = collections.Counter(), collections.Counter()
    for article in articles:
        with open(article["path"], encoding="utf-8") as file:
            total.update(words(file.read()))
        for mention in article["mentions"]:
            named.update(words(mention["text"]))
    return sorted(
        word
        for word, count in total.items()
        if count >= COMMON and named[word] <= SELDOM * count and len(word) > 1
        and word not in listed and not stems(word) & total.keys())


def main(path, names):
    listed = known(names)
    with open(path, encoding="utf-8") as file:
        tagged = json.load(file)
    kinds = collections.defaultdict(collections.Counter)
    sure = collections.Counter()
    for article in tagged["articles"]:
        for mention in article["mentions"]:
            name = " ".join(mention["text"].split())
            kinds[name][mention["kind"]] += 1
            sure[name] += mention["confidence"]
    for name in sorted(kinds):
        kind, count = kinds[name].most_common(1)[0]
        total = sum(kinds[name].values())
        if listed.get(name, set()) & set(FLAGS.values()) - {FLAGS[kind]}:
            continue
        if total >= OFTEN and count >= SAME * total and sure[name] >= SURE * total and len(name) > 3:
            print(f"{FLAGS[kind]}\t{name}")
    for word in common(tagged["articles"], listed):
        print(f"common\t{word}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
