"""The presentation forms of Arabic letters."""

import re

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

# Letters that are drawn as another one and marks: some are told apart better than by their dots alone,
# as few fonts have the Arabic ring and dot below.
CHOSEN = {
    0x6C2: (0x6C1, [0x654]),
    0x6B5: (0x644, [0x65A]),
    0x6CE: (0x6CC, [0x65A]),
    0x695: (0x631, [0x32C]),
    0x681: (0x62D, [0x654]),
    0x685: (0x62E, [0x308]),
    0x689: (0x62F, [0x325]),
    0x693: (0x631, [0x325]),
    0x696: (0x632, [0x325]),
    0x69A: (0x633, [0x307, 0x325]),
    0x6AB: (0x6A9, [0x325]),
    0x6BC: (0x646, [0x325]),
    0x6CD: (0x6CC, []),
}
BLOCKS = [range(0x620, 0x700), range(0x750, 0x780), range(0x8A0, 0x8CA)]
# Joining groups whose letters look alike between others.
ALIKE = {"GAF": "KAF", "FARSI YEH": "YEH", "KASHMIRI YEH": "YEH"}
DOTS_OF_NAMES = {
    "BEH": {"below": 1}, "NOON": {"above": 1}, "FEH": {"above": 1}, "QAF": {"above": 2},
    "YEH": {"below": 2}, "TEH MARBUTA": {"above": 2}, "KASHMIRI YEH": {"below": 1},
}
DOTS = {
    ("above", 1): 0x307, ("above", 2): 0x308, ("above", 3): 0x6DB, ("above", 4): 0x6DB,
    ("below", 1): 0x323, ("below", 2): 0x324, ("below", 3): 0x20E8, ("below", 4): 0x20E8,
}
SIGNS = {
    "HAMZA ABOVE": 0x654, "HAMZA BELOW": 0x655, "TAH ABOVE": 0x615, "V ABOVE": 0x65A,
    "V BELOW": 0x32C, "INVERTED V ABOVE": 0x65B, "INVERTED V BELOW": 0x32D,
    "ATTACHED RING BELOW": 0x325, "COMMA ABOVE": 0x64F, "ALEF ABOVE": 0x670,
}


def looks(name):
    """The dots above and below of a schematic name of ArabicShaping.txt, and its other signs."""
    base, _, rest = name.partition(" WITH ")
    dots = {"above": 0, "below": 0}
    dots.update(DOTS_OF_NAMES.get(base, {}))
    signs = set()
    parts = rest.split(" AND ") if rest else []
    for place, part in enumerate(parts):
        # "TAH AND 2 DOTS BELOW": the first sign stands where the last does.
        if not part.endswith(("ABOVE", "BELOW", "WITHIN")):
            part += " " + parts[-1].split()[-1]
        side = "above" if part.endswith("ABOVE") else "below"
        found = re.search(r"(?:(\d) )?DOTS? (ABOVE|BELOW)$", part)
        if found:
            dots[side] += int(found.group(1) or 1)
        else:
            signs.add(part)
    return dots, signs


def composites(database, table):
    """Letters without forms, each with the letter of its joining group that looks most like it and the
    marks that this one lacks."""
    shaping = {}
    for point, name, joining, group in database.records("ArabicShaping.txt"):
        point = int(point, 16)
        if joining in "RD" and any(point in block for block in BLOCKS):
            shaping[point] = (looks(name), ALIKE.get(group, group), group)
    found = dict(CHOSEN)
    for point, ((dots, signs), alike, group) in shaping.items():
        if point in found or any(table.get(point, [0])):
            continue
        best = None
        for other, ((others, other_signs), other_alike, other_group) in shaping.items():
            if other_alike != alike or not any(table.get(other, [0])):
                continue
            lacks = {side: dots[side] - others[side] for side in dots}
            surplus = sum(-n for n in lacks.values() if n < 0) + len(other_signs - signs)
            missing = sum(n > 0 for n in lacks.values()) + len(signs - other_signs)
            cost = (surplus, missing, other_group != group, other)
            if best is None or cost < best[0]:
                marks = [DOTS[side, n] for side, n in lacks.items() if n > 0]
                marks += [SIGNS[sign] for sign in sorted(signs - other_signs) if sign in SIGNS]
                best = (cost, other, marks[:2])
        if best:
            found[point] = best[1:]
    return found


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
        + "\n"
        + swift.words(
            "composites",
            [
                value
                for letter, (skeleton, marks) in sorted(composites(database, table).items())
                for value in [letter, skeleton] + (marks + [0, 0])[:2]
            ],
            "A letter without forms, the letter that it is drawn as, and at most two marks.",
        )
        + "}\n"
    )
