"""The table of UAX #14: line breaking classes, with rule LB1 applied."""

import swift

CLASSES = (
    "AL BA BB B2 BK CB CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR "
    "QU RI SP SY WJ ZW ZWJ OPW CPW EXTPICT QUI QUF"
).split()
LONG = {"Unknown": "XX", "Prefix_Numeric": "PR", "Ideographic": "ID"}
# AK to VI are the classes of LB28a, for Brahmic scripts: as before Unicode 15.1, they are letters and
# marks here. HH is the hyphen that was BA.
RESOLVED = {
    "AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "AK": "AL", "AP": "AL", "AS": "AL", "VF": "CM",
    "VI": "CM", "HH": "BA",
}


def table(database):
    """OPW and CPW are the wide OP and CP of LB30, EXTPICT the unassigned emoji of LB30b, QUI and QUF the
    initial and final QU of LB15a and LB15b."""
    breaks = database.property("extracted/DerivedLineBreak.txt", "XX", LONG)
    category = database.property("extracted/DerivedGeneralCategory.txt", "Cn")
    width = database.property("extracted/DerivedEastAsianWidth.txt", "N")
    pictographic = database.members("emoji/emoji-data.txt", "Extended_Pictographic")
    values = []
    for point, name in enumerate(breaks):
        if name == "SA":
            name = "CM" if category[point] in ("Mn", "Mc") else "AL"
        elif name in ("OP", "CP") and width[point] in ("F", "W", "H"):
            name += "W"
        elif name == "QU" and category[point] in ("Pi", "Pf"):
            name = "QUI" if category[point] == "Pi" else "QUF"
        elif point in pictographic and category[point] == "Cn":
            name = "EXTPICT"
        values.append(CLASSES.index(RESOLVED.get(name, name)))
    return (
        "/// The line breaking class of every character, as ``LineBreakClass`` numbers it.\n"
        "enum LineBreakTable {\n" + swift.trie_source(values) + "}\n"
    )
