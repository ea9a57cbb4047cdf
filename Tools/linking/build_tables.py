#!/usr/bin/env python3
"""Builds the tables that linking reads at run time.

    build_tables.py --output ../../Sources/Model/Resources [--pairs FILE]... [--countries FILE --codes FILE --cities FILE]
                    [--people FILE]

Reads the hand-made sources beside this file (aliases.tsv, nationalities.tsv, titles.txt,
news_words.tsv), what was learned or gathered before (translit.tsv, token_exceptions.tsv,
word_lexicon.tsv), and any number of lists of places, one pair a line: English name, tab, Arabic
name (README.md says where the lists come from). Every table is sorted by the bytes of its first
column, which is folded exactly as the program folds; a test of the program holds that.
"""
import argparse
import collections
import math
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).parent
KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
# The rows of the program's LetterTable (Sources/Model/Text/Folding/FoldingPolicy.swift) that its policy "sounds" has.
LATIN_SPECIAL = {letter: folded for letters, folded in [
    ("ßẞ", "ss"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i"), ("œ", "oe"), ("þ", "th"), ("ħ", "h"),
    ("ĸ", "k"), ("ŋ", "ng"), ("ŧ", "t"), ("ƒ", "f"), ("ɓ", "b"), ("ɗ", "d"), ("ƙ", "k"), ("ǝɛ", "e"), ("ɔ", "o"),
    ("ð", "dh"), ("ə", "a"), ("šşș", "sh"), ("čćç", "ch"), ("žż", "zh"), ("ñ", "ny"), ("å", "o"), ("ğġḡ", "gh"),
    ("ḏ", "dh"), ("ṯ", "th"), ("ḫẖ", "kh"), ("ě", "ye"), ("ţț", "ts"), ("ř", "rz")] for letter in letters}
APOSTROPHES = set("'’‘`ʿʾʼ´ʻ")
ARTICLES = {"al", "el", "ul", "il"}
ARABIC_FOLDED = {letter: folded for letters, folded in [
    ("أإآٱٲٳٵ", "ا"), ("ءٴ", ""), ("ؤٶٷۆۇ", "و"), ("ئىیٸۍێېےۓ", "ي"), ("ةھۀہۂۃە", "ه"), ("کڪګڬ", "ك"), ("گڭ", "غ"),
    ("پ", "ب"), ("ڤ", "ف"), ("ڨ", "ق"), ("چ", "تش"), ("ژ", "ز"), ("ڕڑ", "ر"), ("ڵ", "ل"), ("ٹ", "ت"), ("ڈ", "د"),
    ("ں", "ن")] for letter in letters}


def fold_latin(text):
    text = unicodedata.normalize("NFC", text).lower()
    text = "".join(LATIN_SPECIAL.get(c, c) for c in text if c not in APOSTROPHES)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not 0x300 <= ord(c) <= 0x36F)


def latin_key(text):
    """The folded words of a Latin name, articles left out."""
    text = fold_latin(text)
    text = re.sub(r"\b(?:[a-z]\.)+[a-z]?(?![a-z0-9])", lambda m: m[0].replace(".", ""), text)
    pieces = re.findall(r"([a-z0-9]+|&)(-?)", text)
    words = [("and", "") if w == "&" else (w, h) for w, h in pieces]
    if len(words) > 1 and words[0][0] == "the":
        words = words[1:]
    last = len(words) - 1
    return " ".join(w for i, (w, h) in enumerate(words) if not (w in ARTICLES and h and i < last))


def arabic_words(text):
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u064b-\u065f\u0670\u0640\u200b\u200d-\u200f]", "", text)
    text = re.sub("[٠-٩۰-۹]", lambda m: str(unicodedata.digit(m[0])), text)
    return [w.lower() for w in re.findall("[\u0621-\u064a\u0671-\u06d50-9A-Za-z]+", text)]


def fold_arabic_word(word):
    if word.startswith("ال") and len(word) > 3:
        word = word[2:]
    return "".join(ARABIC_FOLDED.get(c, c) for c in word)


def arabic_key(text):
    """The folded words of an Arabic name, articles left out."""
    return " ".join(w for w in map(fold_arabic_word, arabic_words(text)) if w)


def key(text):
    return arabic_key(text) if re.search("[\u0620-\u06d5]", text) else latin_key(text)


def read(name):
    for line in open(HERE / name, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield line.split("\t")


def aliases():
    """Key, kind, canonical name and the names whose company speaks for this reading."""
    companies = {row[1]: row[2] for row in read("aliases.tsv") if row[0] == "COMPANY"}
    for kind, english, arabic, *company in read("aliases.tsv"):
        if kind not in KINDS:
            continue
        company = [companies.get(names, names) for names in company]
        names = english.split("|")
        for name in names + arabic.split("|"):
            # "Army@Iraq" is what the generic "Army" stands for in Iraq. A name in brackets tells entities apart here; nobody
            # writes it.
            if "@" in name:
                yield " @ ".join(map(key, name.split("@"))), KINDS[kind], names[0], ""
            elif name and "(" not in name:
                yield key(name), KINDS[kind], names[0], company[0] if company else ""


def places(paths):
    for path in paths:
        for line in open(path, encoding="utf-8"):
            english, arabic = line.rstrip("\n").split("\t")[:2]
            latin, folded = latin_key(english), arabic_key(arabic)
            if latin and folded and (english, arabic) != ("english", "arabic"):
                yield folded, latin


def words():
    """Latin word, Arabic word, how sure that one translates the other in percent."""
    best = {}

    def add(latin, arabic, percent):
        arabic = fold_arabic_word(arabic)
        pair = (fold_latin(latin), arabic)
        if pair[0] and arabic:
            best[pair] = max(percent, best.get(pair, 0))

    for english, arabic, count, score in read("word_lexicon.tsv"):
        if count.isdigit() and int(count) >= 2 and float(score) >= 0.5:
            add(english, arabic, round(100 * float(score)))
    for english, arabic, count, _ in read("token_exceptions.tsv"):
        if count.isdigit() and len(english) > 1 and english != "of":
            add(english, arabic, 90)
    for english, arabic in read("news_words.tsv"):
        add(english, arabic, 90)
    for _, english, arabic in read("nationalities.tsv"):
        for adjective in english.split("|"):
            for masculine in arabic.split("|"):
                add(adjective, masculine, 95)
                add(adjective, masculine + "ة", 95)
    for (latin, arabic), percent in best.items():
        yield latin, arabic, str(percent)


def designators():
    """Word, kind of what it designates."""
    for kind, english, arabic in read("designators.tsv"):
        for word in english.split("|") + arabic.split("|"):
            yield key(word), kind


def commonness(people):
    """Word of people's names in Arabic, how much it tells in tenths of a nat: the negative logarithm of its share of all words of
    their names. Rarer words than one in 20,000 are left out."""
    counts = collections.Counter()
    for row in people:
        words = [word for word in arabic_words(row[1]) if word not in ("بن", "ابن", "بنت", "ال")]
        joined = []
        for word in words:
            if joined and joined[-1] == "عبد":
                joined[-1] = "عبد" + fold_arabic_word(word)
            else:
                joined.append("عبد" if word == "عبد" else fold_arabic_word(word))
        counts.update(joined)
    total = sum(counts.values())
    for word, count in counts.items():
        if count * 20000 >= total and word:
            yield word, str(round(-10 * math.log(count / total)))


def titles():
    for (word,) in read("titles.txt"):
        yield (key(word),)
    for _, english, arabic in read("nationalities.tsv"):
        for adjective in english.split("|") + arabic.split("|"):
            yield (key(adjective),)
        for masculine in arabic.split("|"):
            yield (key(masculine + "ة"),)


def countries(territories, cities):
    """Key of a country, its adjectives, or a city, and the country's English name; names that several countries have, but for one
    ten times as large, are left out."""
    sure = {}
    for country, english, arabic in read("nationalities.tsv"):
        if country in ("Europe", "Kurdistan", "Arab League"):
            continue
        own = "United Kingdom" if country in ("England", "Scotland", "Wales") else country
        for name in [country] + english.split("|"):
            sure[key(name)] = own
        for masculine in arabic.split("|"):
            for name in (masculine, masculine + "ة"):
                sure.setdefault(key(name), own)
    ours = {key(country): country for country in set(sure.values())}

    def add_arabic():
        for english, arabic, *_ in read_pairs(given.countries):
            country = sure.get(latin_key(english))
            if country and arabic_key(arabic):
                sure[arabic_key(arabic)] = country

    add_arabic()
    codes, others = {}, {}
    for english, arabic, _, code in territories:
        if len(code) == 2:
            name = ours.get(latin_key(english)) or sure.get(latin_key(english)) or sure.get(arabic_key(arabic))
            (codes if name else others).setdefault(code.upper(), name or english)
    # A country goes by one name, here and as a city's.
    codes = others | codes
    for code, country in list(codes.items()):
        sure.setdefault(latin_key(country), country)
    add_arabic()
    for name, country in sure.items():
        yield name, country
    found = {}
    for english, arabic, _, code, population in cities:
        for name in (latin_key(english), arabic_key(arabic)):
            if code in codes and name not in sure:
                found.setdefault(name, {})
                found[name][codes[code]] = max(int(population), found[name].get(codes[code], 0))
    for name, of in found.items():
        ranked = sorted(of, key=lambda country: -of[country])
        if len(ranked) == 1 or of[ranked[0]] >= 10 * of[ranked[1]]:
            yield name, ranked[0]


def read_pairs(path):
    for number, line in enumerate(open(path, encoding="utf-8")):
        if number:
            yield line.rstrip("\n").split("\t")


def write(path, rows):
    lines = sorted({"\t".join(row).encode() for row in rows if row[0]},
                   key=lambda line: line.split(b"\t"))
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    print(path.name, len(lines), "lines", path.stat().st_size, "bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--pairs", action="append", default=[])
    parser.add_argument("--countries", help="territories: English name, Arabic name")
    parser.add_argument("--codes", help="territories: English name, Arabic name, Wikidata number, ISO 3166 code")
    parser.add_argument("--cities", help="cities: English name, Arabic name, GeoNames number, ISO 3166 code, population")
    parser.add_argument("--people", help="full names of people: Latin name, Arabic name")
    given = parser.parse_args()
    folder = given.output
    (folder / "edit-costs.tsv").write_bytes((HERE / "translit.tsv").read_bytes())
    write(folder / "aliases.tsv", aliases())
    write(folder / "name-words.tsv", words())
    write(folder / "titles.tsv", titles())
    write(folder / "designators.tsv", designators())
    if given.people:
        write(folder / "common-names.tsv", commonness(read_pairs(given.people)))
    if given.pairs:
        write(folder / "places.tsv", places(given.pairs))
    if given.countries:
        write(folder / "countries.tsv", countries(read_pairs(given.codes), read_pairs(given.cities)))
