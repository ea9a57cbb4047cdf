#!/usr/bin/env python3
"""found.py TAGGED: prints the names a first model found in unannotated text, `FLAG<TAB>NAME` a line.

TAGGED is what `TaggerTool tag` prints. A name counts where it was found often, surely, and nearly always as the same
kind.
"""
import collections
import json
import sys

OFTEN, SURE, SAME = 4, 0.8, 0.8
FLAGS = {"person": "person", "place": "place", "organization": "organization"}


def main(path):
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
        if total >= OFTEN and count >= SAME * total and sure[name] >= SURE * total and len(name) > 3:
            print(f"{FLAGS[kind]}\t{name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
