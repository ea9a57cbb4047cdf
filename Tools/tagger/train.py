#!/usr/bin/env python3
"""train.py TOOL RESOURCES LANGUAGE ITERATIONS MODEL CORPUS ...: trains the model of a language and packs it.

TOOL is the built TaggerTool, RESOURCES the folder with `names.lexicon`; LANGUAGE is en or ar. The features of the
corpora come from TOOL, so that training and program see the same. The same corpora give the same bytes.
"""
import os
import struct
import subprocess
import sys
import tempfile

import pycrfsuite

FORMAT, VERSION = b"RDCRFMOD", 1
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
ROW = 12  # bytes for the labels' weights in a slot
PARAMETERS = {"c1": 0.10, "c2": 0.02, "feature.possible_transitions": True}
SMALLEST = 0.05  # weights nearer to zero are left out
CLIP = 6.0


def sentences(tool, resources, options, corpora):
    """The tags and features of the corpora's sentences."""
    command = [tool, "features", resources, options, *corpora]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        tags, features = [], []
        for line in process.stdout:
            line = line.decode("ascii").rstrip("\n")
            if not line:
                yield tags, features
                tags, features = [], []
            else:
                tag, _, numbers = line.partition("\t")
                tags.append(tag)
                features.append(numbers.split())
    if process.returncode:
        sys.exit(f"{' '.join(command[:3])} failed")


def train(tool, resources, language, iterations, corpora, path):
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS, "max_iterations": iterations})
    for tags, features in sentences(tool, resources, language, corpora):
        trainer.append(features, tags)
    trainer.train(path)


def pack(trained, path):
    """Writes the weights as the program maps them: see Sources/Model/Entities/CRFModel.swift."""
    tagger = pycrfsuite.Tagger()
    tagger.open(trained)
    info = tagger.info()
    scale = 127 / CLIP
    rows = {}
    for (attribute, label), weight in info.state_features.items():
        if abs(weight) < SMALLEST:
            continue
        value = max(-127, min(127, round(weight * scale)))
        if value:
            rows.setdefault(int(attribute), [0] * ROW)[LABELS.index(label)] = value
    size = 1
    while size * 2 < len(rows) * 3:
        size *= 2
    slots = [None] * size
    for key in sorted(rows):
        slot = key & (size - 1)
        while slots[slot] is not None:
            slot = (slot + 1) & (size - 1)
        slots[slot] = key
    transitions = b"".join(
        struct.pack("<f", info.transitions.get((a, b), -10.0)) for a in LABELS for b in LABELS)
    with open(path, "wb") as out:
        out.write(FORMAT)
        out.write(struct.pack("<6I", VERSION, size, len(LABELS), int(CLIP * 1000), len(transitions), 0))
        out.write(transitions)
        for key in slots:
            if key is None:
                out.write(bytes(4 + ROW))
            else:
                out.write(struct.pack(f"<{ROW}bI", *rows[key], key or 1))
    print(f"{path}: {len(rows)} features, {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 7:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        trained = os.path.join(folder, "model.crfsuite")
        train(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[6:], trained)
        pack(trained, sys.argv[5])
