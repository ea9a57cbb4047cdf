"""The presentation forms of Arabic letters."""

import swift

TAGS = ["<isolated>", "<final>", "<initial>", "<medial>"]
LAM = 0x644
ALEFS = [0x622, 0x623, 0x625, 0x627]
FIRST, LAST = 0x621, 0x6D5
FORMS_A, FORMS_B = range(0xFB50, 0xFC00), range(0xFE70, 0xFF00)

# Letters without forms of their own in Unicode, drawn as others: noon ghunna between letters is a
# tooth without dots, teh marbuta goal and ae look like teh marbuta and heh at the end of a word.
SUBSTITUTES = {
    0x6BA: {2: 0xFBE8, 3: 0xFBE9},
    0x6C3: {0: 0xFE93, 1: 0xFE94},
    0x6D5: {0: 0xFEE9, 1: 0xFEEA},
}


def forms(database):
    table = {letter: [0, 0, 0, 0] for letter in range(FIRST, LAST + 1)}
    ligatures = {}
    letters = {}
    for point, (tag, scalars) in sorted(database.decompositions().items()):
        if tag not in TAGS or not (point in FORMS_A or point in FORMS_B):
            continue
        if len(scalars) == 1:
            letters[point] = scalars[0]
            if FIRST <= scalars[0] <= LAST:
                table[scalars[0]][TAGS.index(tag)] = point
        elif len(scalars) == 2 and scalars[0] == LAM and scalars[1] in ALEFS:
            letters[point] = scalars[1]
            ligatures.setdefault(scalars[1], [0, 0])[TAGS.index(tag)] = point
    for letter, found in SUBSTITUTES.items():
        for place, point in found.items():
            table[letter][place] = point
    flat = [form for letter in range(FIRST, LAST + 1) for form in table[letter]]
    return (
        "/// The presentation forms of Arabic letters; 0 where there is none.\n"
        "enum ArabicFormTable {\n"
        "  /// The first letter of `forms`.\n"
        f"  static let firstLetter: UInt32 = 0x{FIRST:X}\n\n"
        + swift.words(
            "forms", flat, "Isolated, final, initial and medial form of each letter from the first on."
        )
        + "\n"
        + swift.words(
            "lamAlef",
            [value for alef in ALEFS for value in [alef] + ligatures[alef]],
            "An alef, then lam with it isolated and final.",
        )
        + "\n"
        + swift.words(
            "lettersA",
            [letters.get(point, 0) for point in FORMS_A],
            "The letter of each form from U+FB50 to U+FBFF.",
        )
        + "\n"
        + swift.words(
            "lettersB",
            [letters.get(point, 0) for point in FORMS_B],
            "The letter of each form from U+FE70 to U+FEFF; of lam-alef its alef.",
        )
        + "}\n"
    )
