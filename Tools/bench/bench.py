#!/usr/bin/env python3
"""Measures reader on made articles, beside newsboat, notmuch and SQLite FTS5 alone, in one run.

bench.py PROGRAM COUNT [GENERATOR]: GENERATOR is a script that is called with COUNT and a folder, in
place of articles.py. The table goes to standard output, what is being done to standard error.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import FullText, Newsboat, Notmuch
from product import WORDS, Product, percentile

COLUMNS = ["", "reader", "newsboat", "notmuch", "FTS5 alone"]


def say(text):
    print(text, file=sys.stderr, flush=True)


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def spread(times):
    return f"{percentile(times, 0.5):.1f}, {percentile(times, 0.95):.1f}, {percentile(times, 0.99):.1f} ms"


def table(rows):
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(COLUMNS))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main(program, count, generator):
    here = Path(__file__).resolve().parent
    rows = [COLUMNS]
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        articles = os.path.join(folder, "articles")
        say(f"making {count} articles")
        script = generator or str(here / "articles.py")
        subprocess.run([sys.executable, script, str(count), articles], check=True)

        def own(name):
            place = os.path.join(folder, name)
            os.makedirs(place)
            return place

        product = Product(os.path.abspath(program), own("reader"))
        newsboat, notmuch = Newsboat(own("newsboat")), Notmuch(own("notmuch"))
        full_text = FullText(own("fts5"))
        imports = []
        for name, one in zip(COLUMNS[1:], [product, newsboat, notmuch, full_text]):
            say(f"importing into {name}")
            imports.append(one.imported(articles))
        rows.append(["import", *[seconds(time) for time, _ in imports]])
        rows.append(["import, peak", *[f"{peak:.0f} MiB" for _, peak in imports]])

        words = [word for kind, word in WORDS.items() if kind != "across scripts"]
        say("starting reader and typing")
        start, resident = product.start()
        views, jumps, returns, resident_after = product.keys()
        searches = product.searches()
        say("starting newsboat and typing")
        other_start, opened, found, other_resident = newsboat.shown(words)
        say("searching with notmuch and FTS5")
        mail, index = notmuch.found(words), full_text.found(words)

        rows.append(["start to first screen, warm", seconds(start), seconds(other_start), "–", "–"])
        rows.append(["open the list", "first screen", seconds(opened), "–", "–"])
        after = f"{resident_after:.0f} MiB"
        rows.append(["resident after start", f"{resident:.0f} MiB", "–", "–", "–"])
        rows.append(["resident after use", after, f"{other_resident:.0f} MiB", "–", "–"])
        for view in ("list", "text", "names"):
            rows.append([f"key, {view}: p50, p95, p99", spread(views.get(view, [])), "–", "–", "–"])
        rows.append(["jump to a name's next mention", spread(jumps), "–", "–", "–"])
        rows.append(["back", spread(returns), "–", "–", "–"])
        for kind, word in WORDS.items():
            row = [f"search, {kind}, each key", spread(searches[kind]), "–", "–", "–"]
            if word in found:
                times = index[word]
                row[2:] = [
                    seconds(found[word]),
                    seconds(mail[word]),
                    f"{times['newest'] * 1000:.1f} ms, ranked {times['ranked'] * 1000:.0f} ms",
                ]
            rows.append(row)
    print(f"{count} articles, {os.cpu_count()} cores")
    table(rows)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 and sys.argv[3] else None)
