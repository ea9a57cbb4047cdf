"""The tables of UAX #9: classes, mirrored characters, brackets."""

import swift

CLASSES = (
    "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
)
LONG = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
}
MIRRORS = 1 << 5


def classes(database):
    """Class and whether the character mirrors or is a bracket, in one byte."""
    names = database.property("extracted/DerivedBidiClass.txt", "L", LONG)
    values = [CLASSES.index(name) for name in names]
    special = {int(fields[0], 16) for fields in database.records("BidiMirroring.txt")}
    special |= {int(fields[0], 16) for fields in database.records("BidiBrackets.txt")}
    for point in special:
        values[point] |= MIRRORS
    return (
        "/// The class of every character: bits 0 to 4 the class as ``BidiClass`` numbers it, bit 5\n"
        "/// set where ``BidiPairTable`` knows the character.\n"
        "enum BidiTable {\n" + swift.trie_source(values) + "}\n"
    )


def pairs(database):
    """BidiMirroring.txt and BidiBrackets.txt as sorted pairs."""
    mirrors = sorted(
        (int(a, 16), int(b, 16)) for a, b in database.records("BidiMirroring.txt")
    )
    brackets = sorted(
        (int(a, 16), int(b, 16), kind) for a, b, kind in database.records("BidiBrackets.txt")
    )
    opening = [(a, b) for a, b, kind in brackets if kind == "o"]
    flat = lambda found: [value for pair in found for value in pair]
    return (
        "/// Characters that mirror and brackets that pair, each as one, other, one, other, … in\n"
        "/// ascending order of the first.\n"
        "enum BidiPairTable {\n"
        + swift.words("mirrors", flat(mirrors), "A character and its mirror image.")
        + "\n"
        + swift.words("brackets", flat(opening), "An opening bracket and its closing one.")
        + "}\n"
    )
