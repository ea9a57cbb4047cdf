#!/usr/bin/env python3
"""train.py TOOL RESOURCES LANGUAGE ITERATIONS MODEL CORPUS ...: trains a model of a language, as CRFsuite keeps it.

TOOL is the built TaggerTool, RESOURCES the folder with `names.lexicon`; LANGUAGE is en or ar. The features of the
corpora come from TOOL, so that training and program see the same. The same corpora give the same bytes.
"""
import subprocess
import sys

import pycrfsuite

PARAMETERS = {"c1": 0.10, "c2": 0.02, "feature.possible_transitions": True}


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


if __name__ == "__main__":
    if len(sys.argv) < 7:
        sys.exit(__doc__)
    train(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[6:], sys.argv[5])
