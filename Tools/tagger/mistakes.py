#!/usr/bin/env python3
"""mistakes.py GOLD.jsonl PREDICTED.json [COUNT]: prints COUNT (50) random mistakes on annotated articles, with what stands
around them, sorted by what is wrong: a name missed, one too many, a wrong kind, wrong ends. The same files give the same list.
"""
import json
import os
import random
import sys

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
AROUND = 40


def mistakes(document, found):
    wanted = {(m["start"], m["end"]): m["type"] for m in document["mentions"]}
    own = {(m["start"], m["end"]): KINDS[m["kind"]] for m in found}

    def touching(span, others):
        return [other for other in others if other[0] < span[1] and span[0] < other[1]]

    for span, kind in wanted.items():
        if own.get(span) == kind:
            continue
        over = touching(span, own)
        if span in own:
            yield "wrong kind", kind, span, own[span]
        elif over:
            yield "wrong ends", kind, span, " + ".join(document["text"][a:b] for a, b in over)
        else:
            yield "missed", kind, span, ""
    for span, kind in own.items():
        if not touching(span, wanted):
            yield "too many", kind, span, ""


def main(gold, predicted, count=50):
    with open(predicted, encoding="utf-8") as file:
        found = {os.path.basename(a["path"]).removesuffix(".txt"): a["mentions"] for a in json.load(file)["articles"]}
    rows = []
    with open(gold, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            name = f'{document["doc"]}.{document["lang"]}'
            for what, kind, (start, end), other in mistakes(document, found.get(name, [])):
                text = document["text"]
                near = text[max(0, start - AROUND):start] + "[" + text[start:end] + "]" + text[end:end + AROUND]
                rows.append((what, document["lang"], kind, name, " ".join(near.split()), other))
    rows.sort()
    print(f"{len(rows)} mistakes")
    for what, language, kind, name, near, other in sorted(random.Random(1).sample(rows, min(int(count), len(rows)))):
        print("\t".join([what, language, kind, name, near] + ([f"found: {other}"] if other else [])))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
