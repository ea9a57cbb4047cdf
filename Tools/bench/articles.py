#!/usr/bin/env python3
"""Makes articles to measure with: articles.py COUNT FOLDER [SEED]; the same for the same seed.

Two thirds English, one third Arabic, about 1,000 characters each, of sentences that name people,
places and organizations in both scripts. The well-known names are those of Tools/linking/aliases.tsv;
the others are made of given names and surnames, the first of them most often, so that their number
grows with the folder as it does in news. Every 1000th article holds the rare word "zebrafish" or
"الزرافة", 60 % hold "Cairo" or "القاهرة". A title ends in the number of its article. A folder holds
1,000 files.
"""

import random
import sys
from pathlib import Path

ALIASES = Path(__file__).resolve().parents[1] / "linking" / "aliases.tsv"

# Given names and surnames in both scripts.
GIVEN = """Ahmed أحمد, Mustafa مصطفى, Hassan حسن, Khalid خالد, Omar عمر, Samir سمير, Tariq طارق,
Yusuf يوسف, Karim كريم, Nabil نبيل, Layla ليلى, Maryam مريم, Fatima فاطمة, Huda هدى, Salma سلمى,
Peter بيتر, Michael مايكل, Robert روبرت, Thomas توماس, Daniel دانيال, Laura لورا, Anna آنا,
Julia جوليا, Martin مارتن, Victor فيكتور, Simon سيمون, Marco ماركو, Sofia صوفيا, Elena إيلينا,
Ivan إيفان"""
FAMILY = """Mansour منصور, Haddad حداد, Khoury خوري, Nasser ناصر, Salem سالم, Darwish درويش,
Najjar نجار, Sabbagh صباغ, Rahmani رحماني, Jaafari جعفري, Tikriti تكريتي, Basri بصري, Hamdan حمدان,
Shahin شاهين, Barakat بركات, Miller ميلر, Carter كارتر, Wilson ويلسون, Bennett بينيت, Cooper كوبر,
Fischer فيشر, Weber فيبر, Rossi روسي, Romano رومانو, Petrov بتروف, Ivanov إيفانوف, Novak نوفاك,
Larsen لارسن, Moreau مورو, Dubois دوبوا, Fontaine فونتين, Garcia غارسيا, Morales موراليس,
Silva سيلفا, Costa كوستا, Tanaka تاناكا, Kimura كيمورا, Anderson أندرسون, Parker باركر, Foster فوستر"""

SENTENCES = {
    "en": [
        "{person} told reporters in {place} that the talks with {organization} had begun {number} days ago.",
        "A spokesman for {organization} said the figure of {number} was not final.",
        "Officials in {place} expect {number} visitors this year, more than ever before.",
        "The agreement that {person} signed in {place} will cost {number} million.",
        "Residents said that they had waited for {number} hours before help arrived.",
        "{organization} denied the report and called on {person} to publish the documents.",
        "The road between {place} and {place} was closed after {number} centimetres of snow.",
        "It was the first visit of {person} to {place} since the elections.",
    ],
    "ar": [
        "وقال {person} للصحفيين في {place} إن المحادثات مع {organization} بدأت قبل {number} يوما.",
        "وصرح متحدث باسم {organization} بأن الرقم {number} ليس نهائيا.",
        "ويتوقع المسؤولون في {place} وصول {number} زائر هذا العام.",
        "وستبلغ كلفة الاتفاق الذي وقعه {person} في {place} نحو {number} مليون.",
        "وذكر السكان أنهم انتظروا {number} ساعة قبل وصول المساعدة.",
        "ونفت {organization} التقرير ودعت {person} إلى نشر الوثائق.",
        "وأغلقت الطريق بين {place} و{place} بعد تساقط {number} سنتيمترا من الثلوج.",
        "وهذه أول زيارة يقوم بها {person} إلى {place} منذ الانتخابات.",
    ],
}
RARE = {"en": "Nobody mentioned the zebrafish.", "ar": "ولم يذكر أحد الزرافة."}
COMMON = {"en": "The meeting took place in Cairo.", "ar": "وعقد الاجتماع في القاهرة."}
TITLES = {"en": "{person} in {place}", "ar": "{person} في {place}"}
SCRIPTS = ("en", "ar")


def pairs(text):
    return [tuple(pair.split()) for pair in text.replace("\n", " ").split(", ")]


class Names:
    """Draws names: the well-known ones, and people made of given names and surnames."""

    def __init__(self, draw):
        self.draw = draw
        self.known = {"PER": [], "LOC": [], "ORG": []}
        for line in ALIASES.read_text(encoding="utf-8").splitlines():
            kind, *names = line.split("\t")
            if kind in self.known and len(names) >= 2 and all(names[:2]):
                self.known[kind].append([name.split("|")[0] for name in names[:2]])
        self.given, self.family = pairs(GIVEN), pairs(FAMILY)
        # Taken out, so that 60 % of the articles hold it and no others.
        self.known["LOC"] = [names for names in self.known["LOC"] if names[0] != "Cairo"]

    def pick(self, names):
        """One of some names, the first ones more often."""
        return names[min(int(self.draw.paretovariate(0.6)), len(names)) - 1]

    def person(self, script):
        if self.draw.random() < 0.3:
            return self.pick(self.known["PER"])[script]
        parts = [self.draw.choice(self.given), self.draw.choice(self.given), self.pick(self.family)]
        return " ".join(part[script] for part in parts)

    def fill(self, sentence, script):
        while "{" in sentence:
            what = sentence[sentence.index("{") + 1 : sentence.index("}")]
            value = {
                "person": lambda: self.person(script),
                "place": lambda: self.pick(self.known["LOC"])[script],
                "organization": lambda: self.pick(self.known["ORG"])[script],
                "number": lambda: str(self.draw.randrange(100, 10_000)),
            }[what]()
            sentence = sentence.replace("{" + what + "}", value, 1)
        return sentence


def article(number, names, draw):
    """The title and the sentences of an article."""
    script = 1 if number % 3 == 2 else 0
    language = SCRIPTS[script]
    body = []
    while sum(map(len, body)) < 900:
        body.append(names.fill(draw.choice(SENTENCES[language]), script))
    if draw.random() < 0.6:
        body.append(COMMON[language])
    if number % 1000 == 999:
        body.append(RARE[language])
    return f"{names.fill(TITLES[language], script)} {number:06d}", body


def main(count, folder, seed):
    draw = random.Random(seed)
    names = Names(draw)
    for number in range(count):
        title, body = article(number, names, draw)
        place = Path(folder) / f"{number // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        text = title + "\n\n" + "\n\n".join(body) + "\n"
        (place / f"{number:06d}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 7)
