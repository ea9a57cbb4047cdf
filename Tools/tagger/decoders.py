#!/usr/bin/env python3
"""decoders.py TOOL RESOURCES LANGUAGE TRAIN TEXT: times the program's decoder and the C decoder of CRFsuite on one text.

Trains a small model on TRAIN, packs it as the program has it, and labels the sentences of TEXT (annotated, as TRAIN) with
both, from the same features, on one core. What a feature weighs is looked up and the best row of labels found; making the
features is in neither figure. Prints how many tokens a second each labels and how many labels are the same.
"""
import os
import subprocess
import sys
import tempfile
import time

import pycrfsuite

from pack import pack
from train import sentences, train

ITERATIONS, ROUNDS = 15, 5


def main(tool, resources, language, training, text):
    with tempfile.TemporaryDirectory() as folder:
        trained, packed = os.path.join(folder, "model.crfsuite"), os.path.join(folder, "model.crf")
        train(tool, resources, language, ITERATIONS, training.split(","), trained)
        pack([trained], packed)
        features = os.path.join(folder, "features")
        with open(features, "wb") as out:
            subprocess.run([tool, "features", resources, language, text], stdout=out, check=True)
        rows = list(sentences(tool, resources, language, [text]))
        items = [pycrfsuite.ItemSequence(row) for _, row in rows]
        tokens = sum(len(tags) for tags, _ in rows)
        tagger = pycrfsuite.Tagger()
        tagger.open(trained)
        begin = time.process_time()
        for _ in range(ROUNDS):
            labels = [tagger.tag(item) for item in items]
        other = ROUNDS * tokens / (time.process_time() - begin)
        result = subprocess.run(
            [tool, "decode", packed, str(ROUNDS), features], capture_output=True, check=True, text=True)
    own = result.stdout.split()
    same = sum(a == b for a, b in zip(own, (label for row in labels for label in row)))
    print(f"  {os.path.basename(text)}: {int(result.stderr):,} tokens a second; CRFsuite in C {other:,.0f};"
          f" {100 * same / tokens:.2f} % of {tokens:,} labels the same")


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
