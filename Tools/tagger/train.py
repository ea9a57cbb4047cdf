#!/usr/bin/env python3
"""train.py [--without FAMILY] [--news CORPUS] TOOL RESOURCES LANGUAGE ITERATIONS MODEL CORPUS ...: trains a model.

TOOL is the built TaggerTool, RESOURCES the folder with `names.lexicon`; LANGUAGE is en or ar; MODEL is written as CRFsuite
keeps it. The features of the corpora come from TOOL, so that training and program see the same. The same corpora give the
same bytes.

--without leaves out a family of features, --news says which of the corpora are news (several between commas) and fits the
model to it: each feature is there once for all corpora and once more for the corpora of news or for the others, so that what
other texts do their own way does not count against news (Daumé III, "Frustratingly Easy Domain Adaptation", ACL 2007);
pack.py adds up the two of news.
"""
import argparse
import subprocess
import sys

import pycrfsuite

PARAMETERS = {"c1": 0.10, "c2": 0.02, "feature.possible_transitions": True}
IN_NEWS, ELSEWHERE = "n", "e"  # behind the number of a feature that counts in a part of the corpora only


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


def without(families, row):
    """The numbers of a token's features that are named with their families, without those of some."""
    pairs = (feature.partition(":") for feature in row)
    return [number for family, _, number in pairs if family not in families]


def twice(row, part):
    """A token's features for all corpora, and once more for its part of them."""
    return row + [feature + part for feature in row]


def train(tool, resources, language, iterations, corpora, path, families=(), news=()):
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS, "max_iterations": iterations})
    for corpus in corpora:
        part = IN_NEWS if corpus in news else ELSEWHERE
        for tags, features in sentences(tool, resources, language + ",families", [corpus]):
            rows = [without(families, row) for row in features]
            trainer.append([twice(row, part) for row in rows] if news else rows, tags)
    trainer.train(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("--without", "--news"):
        parser.add_argument(name, type=lambda value: value.split(","), default=[])
    for name in ("tool", "resources", "language", "iterations", "model"):
        parser.add_argument(name)
    parser.add_argument("corpora", nargs="+")
    given = parser.parse_args()
    train(
        given.tool, given.resources, given.language, int(given.iterations), given.corpora, given.model,
        given.without, given.news)
