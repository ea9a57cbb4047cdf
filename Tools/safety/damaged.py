#!/usr/bin/env python3
"""Damages copies of a library and asks the program everything of them.

    damaged.py READER LIBRARY [COUNT] [SEED]

READER is the program, LIBRARY a library that no program has open; COUNT copies are damaged (500 by
default), each in one of five ways: bytes flipped on one page, on many, a page overwritten, two pages
exchanged, the end cut off. The first copies have one page flipped each, until all pages were. A command
that ends by a signal, takes more than a minute of CPU time, or prints what a terminal would obey is a
fault; the copy is then kept. What `reader recover` saves is counted.
"""

import os
import random
import re
import shutil
import sqlite3
import sys
import tempfile

from program import run

PAGE = 4096
COMMANDS = (
    ["check"],
    ["search", "baghdad"],
    ["entities"],
    ["related", "--limit", "3"],
    ["judgements", "export"],
    ["recover"],
    ["reindex"],
)


def flip(data, chance, start, end, count):
    for _ in range(count):
        data[chance.randrange(start, end)] ^= chance.randrange(1, 256)


def damage(data, number, chance):
    """Damages the bytes in place, and returns in which way."""
    pages = len(data) // PAGE
    way, page = "page", number * PAGE
    if number >= pages:
        way = chance.choice(("page", "many", "overwritten", "exchanged", "cut"))
        page = chance.randrange(pages) * PAGE
    if way == "page":
        flip(data, chance, page, page + PAGE, chance.choice((1, 8, 64)))
    elif way == "many":
        flip(data, chance, 0, len(data), chance.randrange(1, pages))
    elif way == "overwritten":
        data[page : page + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
    elif way == "exchanged":
        other = chance.randrange(pages) * PAGE
        first = data[page : page + PAGE]
        data[page : page + PAGE] = data[other : other + PAGE]
        data[other : other + PAGE] = first
    else:
        del data[chance.randrange(PAGE, len(data)) :]
    return way


def contents(library):
    """The bytes of a library with what stands in the log beside it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "l.sqlite")
        for suffix in ("", "-wal"):
            if os.path.exists(library + suffix):
                shutil.copy(library + suffix, copy + suffix)
        database = sqlite3.connect(copy)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with open(copy, "rb") as file:
            data = file.read()
        database.close()
        return data


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    reader, library = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 16)
    whole = contents(library)
    kept = tempfile.mkdtemp(prefix="damaged-")
    faults, commands, shares = 0, 0, []
    for number in range(count):
        data = bytearray(whole)
        way = damage(data, number, chance)
        with tempfile.TemporaryDirectory() as folder:
            copy, saved = os.path.join(folder, "l.sqlite"), os.path.join(folder, "r.sqlite")
            share = 0.0
            for command in COMMANDS:
                # An earlier command must not have changed what the next one meets.
                for suffix in ("-wal", "-shm"):
                    if os.path.exists(copy + suffix):
                        os.remove(copy + suffix)
                with open(copy, "wb") as file:
                    file.write(data)
                arguments = command + ([saved] if command[0] == "recover" else [])
                status, out, error, fault = run([reader, *arguments, "--library", copy])
                said = out + error
                commands += 1
                if command[0] == "recover" and status == 0:
                    articles = re.search(r"holds (\d+) articles", said)
                    share = int(articles.group(1)) if articles else 0
                    _, out, error, bad = run([reader, "check", "--library", saved])
                    said = out + error
                    if bad or "is whole" not in out:
                        fault = fault or f"recovered a damaged library: {said[:300]}"
                if fault:
                    faults += 1
                    shutil.copy(copy, os.path.join(kept, f"{number}.sqlite"))
                    print(f"{number} ({way}): {' '.join(command)}: {fault}\n  {said[-300:]}")
            shares.append((way, share))
    print(f"{count} damaged libraries, {commands} commands, {faults} faults")
    most = max((share for _, share in shares), default=0)
    for way in sorted({way for way, _ in shares}):
        own = [share for other, share in shares if other == way]
        some = sum(share > 0 for share in own)
        print(
            f"  {way}: {len(own)}, something saved of {some}, "
            f"{sum(own) / max(1, len(own)):.1f} of {most} articles on average"
        )
    if faults:
        sys.exit(f"The libraries are in {kept}.")
    os.rmdir(kept)


main()
