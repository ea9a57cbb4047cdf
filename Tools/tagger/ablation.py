#!/usr/bin/env python3
"""ablation.py TOOL RESOURCES LANGUAGE ITERATIONS TRAIN DEV [FAMILY ...]: what each family of features brings.

Trains a model on TRAIN with all families of features, then one without each (or without each FAMILY named), and prints the
exact-span F1 on DEV: people, places and organizations, as the corpora's tags stand. TOOL is the
built TaggerTool, RESOURCES the folder with the tables. TRAIN and DEV may be several files between commas.
"""
import os
import sys
import tempfile

import pycrfsuite

from train import PARAMETERS, sentences, without

KINDS = ("PER", "LOC", "ORG")


def spans(tags):
    found, start, kind = set(), 0, None
    for index, tag in enumerate([*tags, "O"]):
        if kind is not None and tag != "I-" + kind:
            found.add((start, index, kind))
            kind = None
        if tag.startswith("B-") or tag.startswith("I-") and kind is None:
            start, kind = index, tag[2:]
    return {span for span in found if span[2] in KINDS}


def score(train, dev, family, iterations):
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS, "max_iterations": iterations})
    for tags, features in train:
        trainer.append([without([family], row) for row in features], tags)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        hits = found = wanted = 0
        for tags, features in dev:
            gold, own = spans(tags), spans(tagger.tag([without([family], row) for row in features]))
            hits, found, wanted = hits + len(gold & own), found + len(own), wanted + len(gold)
        return 2 * hits / (found + wanted)


def main(tool, resources, language, iterations, training, development, *families):
    train = list(sentences(tool, resources, language + ",families", training.split(",")))
    dev = list(sentences(tool, resources, language + ",asis,families", development.split(",")))
    named = {feature.partition(":")[0] for _, features in train for row in features for feature in row}
    whole = score(train, dev, "-", int(iterations))
    print(f"all families          F1 {whole:.3f}", flush=True)
    for family in families or sorted(named):
        own = score(train, dev, family, int(iterations))
        print(f"without {family:12}  F1 {own:.3f}  {100 * (own - whole):+.1f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 7:
        sys.exit(__doc__)
    main(*sys.argv[1:])
