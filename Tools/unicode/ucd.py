"""Reads the files of the Unicode Character Database."""

import re
from pathlib import Path

LAST = 0x10FFFF


class Database:
    """The files in one folder, as Debian's unicode-data lays them out."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def lines(self, name):
        path = self.folder / name
        if not path.exists():
            raise SystemExit(f"{path} is missing: install the package unicode-data.")
        return path.read_text(encoding="utf-8").splitlines()

    def records(self, name):
        """The fields of every line that is not a comment."""
        for line in self.lines(name):
            content = line.split("#", 1)[0].strip()
            if content:
                yield [field.strip() for field in content.split(";")]

    @staticmethod
    def span(field):
        """The first and the last code point of a field such as 0600..0605."""
        first, _, last = field.partition("..")
        return int(first, 16), int(last or first, 16)

    @property
    def version(self):
        """The version that the first line of a derived file states."""
        found = re.search(r"-(\d+\.\d+\.\d+)\.txt", self.lines("BidiMirroring.txt")[0])
        return found.group(1)

    def property(self, name, default, names=None):
        """A list with the value of every code point, `@missing` lines applied first.

        `names` translates the long value names of `@missing` lines.
        """
        values = [default] * (LAST + 1)
        for line in self.lines(name):
            found = re.match(r"# @missing: ([0-9A-F.]+); (\w+)$", line)
            if found:
                first, last = self.span(found.group(1))
                value = (names or {}).get(found.group(2), found.group(2))
                values[first : last + 1] = [value] * (last - first + 1)
        for span, value, *_ in self.records(name):
            first, last = self.span(span)
            values[first : last + 1] = [value] * (last - first + 1)
        return values

    def members(self, name, value):
        """The code points to which a file of binary properties gives `value`."""
        found = set()
        for span, given, *_ in self.records(name):
            if given == value:
                first, last = self.span(span)
                found.update(range(first, last + 1))
        return found

    def quick_check(self, form):
        """The code points whose quick check for a normal form is N or M."""
        no, maybe = set(), set()
        for span, *rest in self.records("DerivedNormalizationProps.txt"):
            if rest[0] == form + "_QC":
                first, last = self.span(span)
                (no if rest[1] == "N" else maybe).update(range(first, last + 1))
        return no, maybe

    def decompositions(self):
        """Code point to (tag, scalars) for every decomposition in UnicodeData.txt."""
        found = {}
        for fields in self.records("UnicodeData.txt"):
            mapping = fields[5].split()
            if mapping:
                tag = mapping.pop(0) if mapping[0].startswith("<") else ""
                found[int(fields[0], 16)] = (tag, [int(part, 16) for part in mapping])
        return found
