#!/usr/bin/env python3
"""Uses one library from all sides for a while: two readers, an import loop, a search loop.

    soak.py READER ARTICLES [MINUTES] [SEED]

READER is the program, ARTICLES a folder or file to make the library of. Two readers get random keys,
pastes and sizes in tmux for MINUTES (30 by default), while other processes import new articles and
search. Nothing of the user is read or written. Prints what each did and the memory of the readers over
time; exits 1 where a program failed, said that the library is locked or damaged, or grew, and where
articles are missing or the library isn't whole in the end. What the readers have to run are programs
that do nothing, and no key runs a command line.
"""

import json
import os
import random
import re
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from program import run  # noqa: E402
from terminal import Terminal  # noqa: E402

# All keys but those that leave the reader, stop it or ask for a command.
KEYS = (
    list("jkgGhlpRcCzwW*feBAonNyhsmMrtiIxXu[]/&JKstSLFdD<>%0123456789?abc' ")
    + "Up Down Left Right Home End PPage NPage Tab BTab Enter Enter Escape Escape BSpace DC F1".split()
    + "C-e C-y C-f C-b C-d C-u C-o C-t C-r C-p C-n C-a C-k C-w C-l C-g M-Left M-Right".split()
)
LINES = (
    "review", "width 60", "width 0", "filter unread", "filter off", "read-all", "saved", "all-names", "set",
    "save kept", "nonsense", "rename Someone",
)  # fmt: skip
WORDS = "baghdad oil minister al-kazemi 2023 بغداد النفط رئيس person:salih is:unread".split()
PASTES = ("oil\nq\n:quit\n", "\u202eبغداد\t\u200f" * 50, "x" * 100_000)
SAID = re.compile(r"database|SQLite|is locked|damaged|trap|Fatal error", re.IGNORECASE)


class Soak:
    """The library, what is done to it, and what went wrong."""

    def __init__(self, reader, folder, seed):
        self.reader, self.folder, self.seed = reader, Path(folder), seed
        self.library = str(self.folder / "l.sqlite")
        self.ends = threading.Event()
        self.errors, self.imported, self.imports, self.searches, self.sent = [], 0, 0, 0, 0
        self.longest = {"import": 0.0, "search": 0.0}

    def ask(self, *arguments):
        """Runs the program once and returns what it printed."""
        begin = time.monotonic()
        status, out, error, fault = run([self.reader, *arguments, "--library", self.library], 600)
        taken = time.monotonic() - begin
        if arguments[0] in self.longest:
            self.longest[arguments[0]] = max(self.longest[arguments[0]], taken)
        if fault or status != 0:
            self.errors.append(f"{' '.join(arguments)[:80]}: {fault or status}: {error[-300:]}")
        return out

    def import_loop(self):
        chance = random.Random(self.seed + 1)
        while not self.ends.wait(5):
            path = self.folder / f"new-{self.imports}.jsonl"
            with path.open("w", encoding="utf-8") as file:
                for _ in range(20):
                    number, self.imported = self.imported, self.imported + 1
                    name = chance.choice(("Mustafa Al-Kazemi", "Barham Salih", f"Omar {number}"))
                    text = f"Minister {name} spoke in Baghdad of matter {number}.\n\nقال مصطفى {number}."
                    print(json.dumps({"title": f"New {number}", "text": text}), file=file)
            self.ask("import", str(path))
            self.imports += 1

    def search_loop(self):
        chance = random.Random(self.seed + 2)
        while not self.ends.wait(1):
            self.ask("search", chance.choice(WORDS))
            self.searches += 1

    def read(self, number, memory):
        """Types into a reader until the end; starts it again where it was left."""
        chance = random.Random(self.seed + 3 + number)
        command = [self.reader, "--library", self.library]
        terminal, sampled = None, 0.0
        while not self.ends.is_set():
            if terminal is None:
                terminal = Terminal(command, 120, 40)
                terminal.tmux("set-option", "-g", "remain-on-exit", "on")
                self.ends.wait(2)
            self.act(terminal, chance)
            self.sent += 1
            self.ends.wait(chance.choice((0, 0.02, 0.2)))
            dead, status = terminal.tmux(
                "display-message", "-p", "-t", "program", "#{pane_dead} #{pane_dead_status}"
            ).partition(" ")[::2]
            screen = terminal.screen()
            if dead != "0" or SAID.search(screen):
                self.errors.append(f"reader {number} ended ({dead}, {status.strip()}):\n{screen}")
                terminal.close()
                terminal = None
            elif time.monotonic() - sampled > 5:
                sampled = time.monotonic()
                memory.append(terminal.resident())
        if terminal:
            terminal.close()

    @staticmethod
    def act(terminal, chance):
        kind = chance.random()
        if kind < 0.9:
            terminal.keys(*(chance.choice(KEYS) for _ in range(chance.randrange(1, 12))))
        elif kind < 0.94:
            terminal.keys("Escape", "Escape", ":")
            terminal.type(chance.choice(LINES))
            terminal.keys("Enter")
        elif kind < 0.97:
            terminal.tmux("set-buffer", "--", chance.choice(PASTES))
            terminal.tmux("paste-buffer", "-p", "-t", "program")
        else:
            size = ["-x", str(chance.randrange(20, 200)), "-y", str(chance.randrange(5, 60))]
            terminal.tmux("resize-window", "-t", "program", *size)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    reader, articles = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    minutes = float(sys.argv[3]) if len(sys.argv) > 3 else 30
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 16
    memory = ([], [])
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        os.environ.update(HOME=folder, BROWSER="true", VISUAL="true", EDITOR="true", PAGER="true")
        os.chdir(folder)
        soak = Soak(reader, folder, seed)
        soak.ask("import", articles)
        before = int(re.search(r"whole: (\d+)", soak.ask("check")).group(1))
        print(f"{before} articles to begin with", flush=True)
        threads = [
            threading.Thread(target=soak.import_loop),
            threading.Thread(target=soak.search_loop),
            *(threading.Thread(target=soak.read, args=(n, memory[n])) for n in (0, 1)),
        ]
        for thread in threads:
            thread.start()
        time.sleep(60 * minutes)
        soak.ends.set()
        for thread in threads:
            thread.join()
        said = soak.ask("check").strip()
        whole = re.search(r"whole: (\d+)", said)
        if not whole or int(whole.group(1)) != before + soak.imported:
            soak.errors.append(f"{before + soak.imported} articles were imported: {said}")
    print(
        f"{minutes:g} minutes: {soak.sent} bursts of keys, {soak.imports} imports of 20 articles "
        f"(longest {soak.longest['import']:.1f} s), {soak.searches} searches "
        f"(longest {soak.longest['search']:.1f} s)\n{said}"
    )
    for number, samples in enumerate(memory):
        third = max(1, len(samples) // 3)
        parts = [samples[:third], samples[third : 2 * third], samples[2 * third :]]
        middle = [statistics.median(part) if part else 0 for part in parts]
        print(f"reader {number}: MiB in each third {', '.join(f'{m:.0f}' for m in middle)}"
              f", at most {max(samples, default=0):.0f}")
        if middle[2] > 1.25 * middle[1] + 10:
            soak.errors.append(f"reader {number} grew")
    for error in soak.errors:
        print(error)
    sys.exit(1 if soak.errors else 0)


main()
