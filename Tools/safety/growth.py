#!/usr/bin/env python3
"""Shows how the time of reading one file grows with it: growth.py PROGRAM [BYTES].

Makes a file of each kind below with BYTES bytes (250,000 by default), then with twice and four times
as many, has PROGRAM find the names of each, and prints the seconds of CPU with the ratio to the file
half as large. Exits 1 where a ratio is above 2.3: what is read in n log n stays below it.
"""

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 2.3
SYLLABLES = "ba da fa ga ha ka la ma na ra sa ta wa ya za bi di ri mi ni bu du ru mu nu".split()
LETTERS = "ابتجحخدرزسشصطعفقكلمنهوي"


def latin(random):
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()


def arabic(random):
    return "".join(random.choice(LETTERS) for _ in range(random.randint(4, 7)))


# Sentences of each kind, made without end.
KINDS = {
    "people, English": lambda r: f"President {latin(r)} {latin(r)} met {latin(r)}.\n\n",
    "people of one family": lambda r: f"President {latin(r)} Mansour met Mr. Mansour.\n\n",
    "people of one first name": lambda r: f"Minister Mohammed {latin(r)} and Mohammed agreed.\n\n",
    "people, Arabic": lambda r: f"قال الرئيس {arabic(r)} {arabic(r)} إن محمد {arabic(r)} وصل.\n\n",
    "organizations": lambda r: f"The {latin(r)} {latin(r)} Company bought the {latin(r)} Company.\n\n",
    "organizations, Arabic": lambda r: f"أعلنت شركة {arabic(r)} {arabic(r)} أن بنك {arabic(r)} وافق.\n\n",
    "acronyms": lambda r: f"{latin(r)[:4].upper()} ({latin(r)} {latin(r)} Union) and {latin(r)[:3].upper()}.\n\n",
    "one line": lambda r: f"{latin(r)} {latin(r)} visited {latin(r)}, ",
}


def made(kind, size):
    """A text of `size` bytes, the same in every run."""
    source = random.Random(kind)
    parts, length = [], 0
    while length < size:
        part = KINDS[kind](source)
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def cpu(program, path):
    """The seconds of CPU that finding the names of a file takes, the less of two runs."""
    times = []
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [program, "entities", "--quick", path], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main(program, size):
    worst = 0
    with tempfile.TemporaryDirectory(prefix="reader-growth-") as folder:
        path = Path(folder) / "text.txt"
        for kind in KINDS:
            times = []
            for factor in (1, 2, 4):
                path.write_text(made(kind, size * factor))
                times.append(cpu(program, path))
            ratios = [later / earlier for earlier, later in zip(times, times[1:])]
            worst = max(worst, *ratios)
            seconds = " ".join(f"{time:6.2f}" for time in times)
            print(f"{kind:26} {seconds} s   " + " ".join(f"x{ratio:.2f}" for ratio in ratios), flush=True)
    return 1 if worst > LIMIT else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 250_000))
