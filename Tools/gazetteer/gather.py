#!/usr/bin/env python3
"""gather.py DATA: prints what the lexicon holds, one `FLAG<TAB>NAME` a line, sorted, none twice.

DATA is the folder that holds `linking/` and `tagging/` (see README.md here for what each list is and where it
comes from). The tool of `../tagger` makes the table of it.
"""
import collections
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CITIES_THAT_ARE_WORDS = 4  # a single word of a gazetteer of towns shorter than this is more often something else


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def aliases(folder, add, columns=(1, 2)):
    """The names of the alias table of a folder; its columns are English and Arabic."""
    kinds = {"PER": "person", "LOC": "major-place", "ORG": "organization"}
    for row in rows(os.path.join(folder, "aliases.tsv")):
        if len(row) < 3 or row[0] not in kinds:
            continue
        for names in (row[column] for column in columns):
            names = names.split("|")
            for name in names:
                # What only announces a name (وكالة, قناة, Iraqi) is no part of it where the rest is a name too.
                if " الذي " in name or "-led" in name:
                    continue
                if not (row[0] == "ORG" and name.partition(" ")[2] in names and announces(name.partition(" ")[0])):
                    add(kinds[row[0]], re.sub(r"^The ", "", name))


ANNOUNCING = {"تنظيم", "وكالة", "قناة", "صحيفة", "جريدة", "شبكة", "شركة", "مجلة", "حلف", "منظمة", "مؤسسة", "وزارة"}


def announces(word):
    return word in ANNOUNCING or re.fullmatch(r"[A-Z][a-z]+(an|i|ese|ish)", word)


def organizations(folder):
    """The organizations among the aliases, which other lists call places too: the EU, the UN."""
    return {
        name
        for row in rows(os.path.join(folder, "aliases.tsv"))
        if row[0] == "ORG"
        for names in row[1:3]
        for name in names.split("|")
    }


def places(folder, add):
    bodies = organizations(folder)
    for row in list(rows(os.path.join(folder, "cldr_territories.tsv")))[1:]:
        if row[0] in bodies or row[1] in bodies:
            continue
        for name in row[:2]:
            add("major-place", name)
            add("country", name)
        add("major-place", "Republic of " + row[0])
        add("major-place", "جمهورية " + row[1])
    for row in list(rows(os.path.join(folder, "cldr_cities.tsv")))[1:]:
        for name in row[:2]:
            add("major-place", name)
    for row in list(rows(os.path.join(folder, "geonames15000.tsv")))[1:]:
        for name in row[:2]:
            if len(name) > CITIES_THAT_ARE_WORDS:
                add("place", name)


def people(folder, gazetteers, add):
    for row in list(rows(os.path.join(folder, "person_tokens.tsv")))[1:]:
        add("surname", row[0])
        add("surname", row[1])
    for row in list(rows(os.path.join(folder, "wikidata_names.tsv")))[1:]:
        add("given-name", row[0])
        add("given-name", row[1])
    for name, flag in (("given_names.txt", "given-name"), ("surnames.txt", "surname")):
        for row in rows(os.path.join(gazetteers, name)):
            add(flag, row[0])
    flags = {"PER": "person", "LOC": "place", "ORG": "organization"}
    for kind, name in rows(os.path.join(gazetteers, "arabic_names.tsv")):
        words = name.split()
        if kind == "PER":
            for word in words:
                if len(word) > 2:
                    add("surname", word)
            if len(words) > 1:
                add("person", name)
        elif len(name) >= CITIES_THAT_ARE_WORDS and (kind == "LOC" or len(words) > 1):
            add(flags[kind], name)


def own_words(add):
    for name in ("en", "ar", "names.en", "names.ar"):
        for row in rows(os.path.join(HERE, "words", name + ".tsv")):
            if row[0].startswith("#") or len(row) < 2:
                continue
            for word in row[1].split(","):
                add(row[0], word)


def common_words(tagging, add):
    """Words that the annotated texts use often and never, or in English seldom, in a name."""
    for language in ("en", "ar"):
        total, named, lower = (collections.Counter() for _ in range(3))
        folder = os.path.join(tagging, language)
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".train.conll"):
                continue
            for row in rows(os.path.join(folder, name)):
                if len(row) < 2 or not row[0]:
                    continue
                word = row[0].lower()
                total[word] += 1
                named[word] += row[1] != "O"
                lower[word] += row[0] == word
        for word, count in total.items():
            if not re.fullmatch(r"[^\W\d_]+", word):
                continue
            if language == "en" and count >= 3 and lower[word] > 0.85 * count:
                add("common", word)
            if language == "ar" and count >= 4 and named[word] <= 0.01 * count:
                add("common", word)


def arabic_nationalities(folder, add):
    """The adjectives of countries' Arabic names: العراق gives عراقي, العراقي, العراقية …"""
    names = [row[1] for row in list(rows(os.path.join(folder, "cldr_territories.tsv")))[1:]]
    for row in rows(os.path.join(folder, "aliases.tsv")):
        if row[0] == "LOC" and len(row) > 2:
            names += row[2].split("|")
    for name in names:
        if " " in name:
            continue
        stem = re.sub(r"^ال", "", name)
        stem = re.sub(r"(يا|ية|ا|ة|ى)$", "", stem)
        if len(stem) < 2:
            continue
        for ending in ("ي", "ية", "يين", "يون", "يان", "يتين"):
            for article in ("", "ال"):
                add("nationality", article + stem + ending)


def fold(name):
    """The letters as `arabic_names.tsv` writes them."""
    return name.translate(str.maketrans("أإآىة", "اااي" + "ه"))


def main(data):
    entries = set()

    def add(flag, name):
        name = name.strip()
        if name:
            entries.add((flag, name))

    linking, tagging = os.path.join(data, "linking"), os.path.join(data, "tagging")
    aliases(linking, add)
    # English tells names by capitals, and there the longer table finds "Iraqi government" too.
    aliases(os.path.join(HERE, "..", "linking"), add, columns=(2,))
    places(linking, add)
    people(linking, os.path.join(tagging, "gazetteers"), add)
    own_words(add)
    common_words(tagging, add)
    arabic_nationalities(linking, add)
    common = {name for flag, name in entries if flag == "common"}
    bodies = {fold(name) for name in organizations(linking)}
    for flag, name in sorted(entries):
        if flag == "place" and (name in common or fold(name) in bodies):
            continue
        print(f"{flag}\t{name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
