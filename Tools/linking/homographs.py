#!/usr/bin/env python3
"""homographs.py NEWS.jsonl ENTITIES.json [SHARE]: lists Arabic names of aliases.tsv that texts have mostly as common words.

NEWS.jsonl has an article a line ("title", "text"), ENTITIES.json is what `reader entities --format json NEWS.jsonl` prints. A name of
one word that needs no company is listed where less than SHARE (0.5) of its occurrences stand in a name that was found: share,
occurrences, mentions, name, English name. Such a name wants a line of its own in aliases.tsv, with company.
"""
import collections
import json
import re
import sys

import build_tables

WORD = re.compile("[\u0621-\u064a]+")


def main(news, entities, share=0.5):
    occurrences, mentions, inside = collections.Counter(), collections.Counter(), collections.Counter()
    for line in open(news, encoding="utf-8"):
        article = json.loads(line)
        occurrences.update(WORD.findall(f"{article.get('title') or ''} {article.get('text') or ''}"))
    for article in json.load(open(entities, encoding="utf-8"))["articles"]:
        for mention in article["mentions"]:
            mentions[mention["text"]] += 1
            inside.update(mention["text"].split())
    for kind, english, arabic, *company in build_tables.read("aliases.tsv"):
        if kind not in build_tables.KINDS or any(company):
            continue
        for name in arabic.split("|"):
            if mentions[name] and " " not in name and inside[name] < float(share) * occurrences[name]:
                print(f"{inside[name] / occurrences[name]:.2f}", occurrences[name], mentions[name], name, english, sep="\t")


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
