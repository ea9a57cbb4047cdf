"""The table that says what becomes of a character in a cell."""

import swift

KINDS = (
    "base mark tashkeel dropped space fixedSpace tab lineEnd unknown regionalIndicator pictograph "
    "modifier joiner ligature canonical"
).split()
JOINING = "U R D L C T".split()
LONG = {"Non_Joining": "U", "Neutral": "N", "Wide": "W"}
WIDE, COMPOSES = 1 << 7, 1 << 8

LINE_ENDS = {0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029}
FIXED_SPACES = {0xA0, 0x2007, 0x202F}
KEYCAP = 0x20E3
# A ligature of four words that has no decomposition.
BASMALA = 0xFDFD
HANGUL_VOWELS_AND_FINALS = set(range(0x1160, 0x1200)) | set(range(0xD7B0, 0xD800))
# Vowel signs and marks of recitation: what hiding tashkeel hides.
TASHKEEL = (
    set(range(0x610, 0x61B))
    | set(range(0x64B, 0x653))
    | {0x656, 0x657, 0x658, 0x670}
    | set(range(0x6D6, 0x6DD))
    | set(range(0x6DF, 0x6E5))
    | {0x6E7, 0x6E8}
    | set(range(0x6EA, 0x6EE))
    | set(range(0x8CA, 0x8E2))
    | set(range(0x8E3, 0x900))
)


def table(database):
    category = database.property("extracted/DerivedGeneralCategory.txt", "Cn")
    width = database.property("extracted/DerivedEastAsianWidth.txt", "N", LONG)
    joining = database.property("extracted/DerivedJoiningType.txt", "U", LONG)
    ignorable = database.members(
        "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point"
    )
    pictographic = database.members("emoji/emoji-data.txt", "Extended_Pictographic")
    prepended = database.members("PropList.txt", "Prepended_Concatenation_Mark")
    modifiers = database.members("emoji/emoji-data.txt", "Emoji_Modifier")
    no, maybe = database.quick_check("NFC")
    decompositions = database.decompositions()

    def kind(point):
        if point == 0x09:
            return "tab"
        if point in LINE_ENDS:
            return "lineEnd"
        if point == 0x200D:
            return "joiner"
        if point in prepended:
            return "base"
        if category[point] in ("Cc", "Cf") or point in ignorable or point == KEYCAP:
            return "dropped"
        if category[point] in ("Cn", "Co", "Cs"):
            return "unknown"
        if point in FIXED_SPACES:
            return "fixedSpace"
        if category[point] == "Zs":
            return "space"
        if point in no:
            return "canonical"
        if point in TASHKEEL and category[point] == "Mn":
            return "tashkeel"
        if category[point] in ("Mn", "Me") or point in HANGUL_VOWELS_AND_FINALS:
            return "mark"
        if 0x1F1E6 <= point <= 0x1F1FF:
            return "regionalIndicator"
        if point in modifiers:
            return "modifier"
        if point in pictographic:
            return "pictograph"
        if 0xFB50 <= point <= 0xFDFF and len(decompositions.get(point, ("", ""))[1]) > 1:
            return "ligature"
        if point == BASMALA:
            return "ligature"
        return "base"

    combined = []
    for point in range(len(category)):
        value = KINDS.index(kind(point)) | JOINING.index(joining[point]) << 4
        if width[point] in ("F", "W"):
            value |= WIDE
        if point in maybe:
            value |= COMPOSES
        combined.append(value)
    distinct = sorted(set(combined))
    number = {value: place for place, value in enumerate(distinct)}
    return (
        "/// What ``CellProperty`` says of every character: the table gives places in `properties`.\n"
        "enum CellTable {\n"
        + swift.words("properties", distinct, "The property words that occur.")
        + "\n"
        + swift.trie_source([number[value] for value in combined])
        + "}\n"
    )
