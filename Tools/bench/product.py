"""What is measured of reader."""

import json
import os
import shutil
import time

from runs import measured
from terminal import Terminal

# Rare words and words of 60 % of the articles, in both languages; and a name across scripts.
WORDS = {
    "rare, English": "zebrafish",
    "rare, Arabic": "الزرافة",
    "60 %, English": "cairo",
    "60 %, Arabic": "القاهرة",
    "across scripts": "trump",
}


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


class Product:
    """The program, with a library of its own."""

    def __init__(self, program, folder):
        self.program = program
        self.library = os.path.join(folder, "library.sqlite")
        self.trace = os.path.join(folder, "trace")
        self.state = os.path.join(folder, "state")
        self.command = [program, "--library", self.library]

    def imported(self, articles):
        return measured([self.program, "import", "--library", self.library, articles])

    def open(self, *environment):
        # Each time as the first time, not where the list was left.
        shutil.rmtree(self.state, ignore_errors=True)
        return Terminal(["env", f"XDG_STATE_HOME={self.state}", *environment, *self.command])

    def start(self):
        """The shortest start to the first screen, and what is resident after it."""
        times, resident = [], 0
        for _ in range(5):
            terminal = self.open()
            times.append(terminal.wait(r"Library 1/\d+"))
            time.sleep(0.3)
            resident = terminal.resident()
            terminal.close()
        return min(times), resident

    def keys(self):
        """The milliseconds from each key to the painted screen, by view, and the memory after it.

        A key that asks the library counts until all that the library said is on the screen.
        """
        terminal = self.open(f"READER_TRACE={self.trace}")
        terminal.wait(r"Library 1/\d+")
        typed = 0

        def press(key, times):
            nonlocal typed
            for _ in range(times):
                terminal.keys(key)
                typed += 1
                self.wait_for_lines(typed)

        for key, times in [("j", 150), ("Space", 30), ("C-d", 20), ("G", 1), ("g", 1)]:
            press(key, times)
        press("Enter", 1)
        for key, times in [("j", 60), ("J", 60), ("w", 60), ("Space", 20), ("K", 20)]:
            press(key, times)
        press("Tab", 1)
        for key, times in [("j", 30), ("k", 30)]:
            press(key, times)
        views = {}
        for line in self.lines():
            views.setdefault(line["view"], []).append(self.took(line))
        # From a name of the panel to its next mention and back.
        jumps, returns = [], []
        for _ in range(20):
            press("Enter", 1)
            jumps.append(self.took(self.lines()[-1]))
        for _ in range(10):
            press("C-o", 1)
            returns.append(self.took(self.lines()[-1]))
        resident = terminal.resident()
        terminal.close()
        return views, jumps, returns, resident

    def searches(self):
        """The milliseconds from each key of a search to its painted answer, by kind of word."""
        found = {}
        for kind, word in WORDS.items():
            times = []
            for _ in range(3):
                terminal = self.open(f"READER_TRACE={self.trace}")
                os.truncate(self.trace, 0) if os.path.exists(self.trace) else None
                terminal.wait(r"Library 1/\d+")
                terminal.type("/")
                self.wait_for_lines(1)
                for number, letter in enumerate(word):
                    terminal.type(letter)
                    self.wait_for_lines(2 + number)
                times += [self.took(line) for line in self.lines() if line["view"] == "search"]
                terminal.close()
            found[kind] = times
        return found

    @staticmethod
    def took(line):
        return max(line["painted"], line.get("answered", 0))

    def lines(self):
        if not os.path.exists(self.trace):
            return []
        with open(self.trace, encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def wait_for_lines(self, count):
        end = time.monotonic() + 60
        while True:
            with open(self.trace, "rb") as file:
                if file.read().count(b"\n") >= count:
                    return
            if time.monotonic() > end:
                raise TimeoutError(f"{count} keys were typed, and {self.trace} tells of fewer")
            time.sleep(0.002)
