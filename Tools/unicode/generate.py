#!/usr/bin/env python3
"""Generates the Swift tables of Model from the Unicode files of Debian's unicode-data.

Run from the top of the repository: Tools/unicode/generate.py [FOLDER OF THE UNICODE FILES]
"""

import sys
from pathlib import Path

import arabic
import bidi
import cells
import linebreak
import swift
from ucd import Database

MODEL = Path(__file__).resolve().parents[2] / "Sources" / "Model"
TABLES = {
    "Bidi/Tables/BidiTable.swift": bidi.classes,
    "Bidi/Tables/BidiPairTable.swift": bidi.pairs,
    "Typesetting/Tables/CellTable.swift": cells.table,
    "Typesetting/Tables/LineBreakTable.swift": linebreak.table,
    "Typesetting/Tables/ArabicFormTable.swift": arabic.forms,
}


def main():
    database = Database(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    head = swift.header(database.version, "Tools/unicode/generate.py")
    for name, write in TABLES.items():
        path = MODEL / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head + "\n" + write(database), encoding="utf-8")
        print(f"{path.stat().st_size:7} {name}")


if __name__ == "__main__":
    main()
