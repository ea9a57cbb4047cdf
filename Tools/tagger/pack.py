#!/usr/bin/env python3
"""pack.py PACKED MODEL ...: packs the weights of trained models as the program maps them.

A model fitted to news (train.py) has weights for all texts and for news, which are added up; those for other texts are not
wanted. Of several models the weights are averaged, which makes a logarithmic opinion pool of them (Smith, Cohn and Osborne,
"Logarithmic Opinion Pools for Conditional Random Fields", ACL 2005): what one model learned by chance counts less. How the
file is laid out is said in Sources/Model/Entities/CRFModel.swift.
"""
import os
import struct
import sys

import pycrfsuite

from train import ELSEWHERE, IN_NEWS

FORMAT, VERSION = b"RDCRFMOD", 1
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
ROW = 12  # bytes for the labels' weights in a slot
SMALLEST = 0.05  # weights nearer to zero are left out
CLIP = 6.0
NEVER = -10.0  # the weight of a transition that was never seen


def pool(models):
    """The mean weights of the models: by feature, one for each label; and by two labels."""
    states, transitions = {}, {}
    for model in models:
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        for (attribute, label), weight in info.state_features.items():
            if attribute.endswith(ELSEWHERE):
                continue
            row = states.setdefault(int(attribute.removesuffix(IN_NEWS)), [0.0] * len(LABELS))
            row[LABELS.index(label)] += weight / len(models)
        for a in LABELS:
            for b in LABELS:
                weight = info.transitions.get((a, b), NEVER)
                transitions[a, b] = transitions.get((a, b), 0.0) + weight / len(models)
    return states, transitions


def quantized(row):
    """A feature's weights in eight bits each."""
    scale = 127 / CLIP
    values = [0 if abs(weight) < SMALLEST else max(-127, min(127, round(weight * scale))) for weight in row]
    return values + [0] * (ROW - len(values))


def pack(models, path):
    states, transitions = pool(models)
    rows = {key: values for key, row in states.items() if any(values := quantized(row))}
    size = 1
    while size * 2 < len(rows) * 3:
        size *= 2
    slots = [None] * size
    for key in sorted(rows):
        slot = key & (size - 1)
        while slots[slot] is not None:
            slot = (slot + 1) & (size - 1)
        slots[slot] = key
    weights = b"".join(struct.pack("<f", transitions[a, b]) for a in LABELS for b in LABELS)
    with open(path, "wb") as out:
        out.write(FORMAT)
        out.write(struct.pack("<6I", VERSION, size, len(LABELS), int(CLIP * 1000), len(weights), 0))
        out.write(weights)
        for key in slots:
            if key is None:
                out.write(bytes(4 + ROW))
            else:
                out.write(struct.pack(f"<{ROW}bI", *rows[key], key or 1))
    print(f"{path}: {len(rows)} features, {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pack(sys.argv[2:], sys.argv[1])
