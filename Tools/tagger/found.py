#!/usr/bin/env python3
"""found.py TAGGED NAMES: prints the names a first model found in unannotated text, `FLAG<TAB>NAME` a line.

TAGGED is what `TaggerTool tag` prints, NAMES what `../gazetteer/gather.py` does. A name counts where it was found often,
surely, and nearly always as the same kind, and no list has it as another one.
"""
import collections
import json
import sys

OFTEN, SURE, SAME = 4, 0.8, 0.8
FLAGS = {"person": "person", "place": "place", "organization": "organization"}


def known(path):
    """The kinds that the lists have names as."""
    kinds = collections.defaultdict(set)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            flag, name = line.rstrip("\n").split("\t")
            if flag.removeprefix("major-") in FLAGS.values():
                kinds[name].add(flag.removeprefix("major-"))
    return kinds


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
        if listed.get(name, {FLAGS[kind]}) != {FLAGS[kind]}:
            continue
        if total >= OFTEN and count >= SAME * total and sure[name] >= SURE * total and len(name) > 3:
            print(f"{FLAGS[kind]}\t{name}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
