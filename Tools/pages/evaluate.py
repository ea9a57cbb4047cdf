#!/usr/bin/env python3
"""Score article extraction against expected texts, beside trafilatura where it is installed.

usage: evaluate.py DATA SCORER COMMAND...

DATA     folder with index.jsonl and the pages and texts that it names
SCORER   score_text.py, the measure in shingles of four tokens
COMMAND  prints one JSON object for each file after it, for example `reader show --format json`
"""
import collections
import gzip
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

BATCH = 50


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score_text", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def extract(command, files):
    """The text of each file by its path; a file that is refused has none."""
    texts = {}
    for start in range(0, len(files), BATCH):
        run = subprocess.run(command + files[start:start + BATCH], capture_output=True, timeout=600)
        for line in run.stdout.decode("utf-8", "replace").splitlines():
            record = json.loads(line)
            texts[record["path"]] = record["text"] or ""
    return texts


def passages(rows, texts):
    """The F1 of passages that must and must not be in the text."""
    wanted = found = wrong = 0
    for row in rows:
        text = " ".join(texts[row["id"]].split())
        wanted += len(row["with"])
        found += sum(" ".join(p.split()) in text for p in row["with"])
        wrong += sum(" ".join(p.split()) in text for p in row["without"])
    precision = found / (found + wrong) if found + wrong else 0
    recall = found / wanted if wanted else 0
    total = precision + recall
    return (2 * precision * recall / total if total else 0), precision, recall


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    data, scorer, command = sys.argv[1], load_scorer(sys.argv[2]), sys.argv[3:]
    with open(os.path.join(data, "index.jsonl"), encoding="utf-8") as index:
        rows = [json.loads(line) for line in index]
    pages = {}
    for row in rows:
        with gzip.open(os.path.join(data, row["page"])) as page:
            pages[row["source"], row["id"]] = page.read()
    systems = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for number, (key, page) in enumerate(pages.items()):
            paths[key] = os.path.join(folder, f"{number}.html")
            with open(paths[key], "wb") as file:
                file.write(page)
        read = extract(command, list(paths.values()))
        systems["reader"] = {key: read.get(path, "") for key, path in paths.items()}
    try:
        import trafilatura
    except ImportError:
        print("trafilatura is not installed; `pip install trafilatura` compares with it")
    else:
        systems["trafilatura"] = {
            key: trafilatura.extract(page, include_comments=False) or "" for key, page in pages.items()
        }
    sets = collections.defaultdict(list)
    for row in rows:
        is_arabic = row["source"].startswith("arabic")
        sets["arabic" if is_arabic else row["source"]].append(row)
    for name, members in sorted(sets.items()):
        for system, texts in systems.items():
            if "expected" in members[0]:
                pairs = []
                for row in members:
                    with open(os.path.join(data, row["expected"]), encoding="utf-8") as file:
                        pairs.append((file.read(), texts[row["source"], row["id"]]))
                result = scorer.score(pairs)
            else:
                own = {row["id"]: texts[row["source"], row["id"]] for row in members}
                result = passages(members, own)
            print(f"{name:15} {len(members):4} {system:12} F1 %.4f  P %.4f  R %.4f" % result)


if __name__ == "__main__":
    main()
