#!/usr/bin/env python3
"""joins.py LIBRARY [--within] [--draw COUNT] [--seed SEED] [--reason REASON]: prints joins of a library, to be read one by one.

Without --within, joins across languages: entities that are named in both scripts, each with what bridges the scripts. With it,
joins within a language: links between different strings of one script. A drawn one comes with its names, their counts and, from an
article of either side, the title and the sentence. The last lines count all joins by reason and kind.

LIBRARY is a file that `reader import --library` makes; it is only read.
"""
import argparse
import collections
import random
import re
import sqlite3


def packed(data):
    """The unsigned numbers of a column (LEB128)."""
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


def postings(data):
    last = 0
    for value in packed(data):
        last += (value >> 1) ^ -(value & 1)
        yield last


def is_arabic(text):
    return any("\u0620" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc" for letter in text)


class Library:
    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.clusters = {
            row[0]: dict(id=row[0], entity=row[1], kind=row[2], key=row[3], known=row[4], articles=list(postings(row[5])))
            for row in self.db.execute("SELECT id, entity, kind, key, known, articles FROM cluster WHERE entity IS NOT NULL")}
        self.links = [
            row for row in self.db.execute("SELECT left, right, reason, confidence FROM cluster_link WHERE confidence >= 500")
            if row[0] in self.clusters and row[1] in self.clusters
            and self.clusters[row[0]]["entity"] == self.clusters[row[1]]["entity"]]

    def across(self):
        """For each entity named in both scripts its clusters of either and the best link between them."""
        of_entity = collections.defaultdict(lambda: ([], []))
        for cluster in self.clusters.values():
            of_entity[cluster["entity"]][is_arabic(cluster["key"])].append(cluster)
        bridges = collections.defaultdict(list)
        for left, right, reason, confidence in self.links:
            x, y = self.clusters[left], self.clusters[right]
            if is_arabic(x["key"]) != is_arabic(y["key"]):
                bridges[x["entity"]].append((confidence, reason, x, y))
        for entity in sorted(of_entity):
            latin, arabic = of_entity[entity]
            if latin and arabic:
                known = any(cluster["known"] for cluster in latin + arabic)
                best = max(bridges[entity], key=lambda link: link[:2], default=(0, "alias" if known else "article", latin[0], arabic[0]))
                yield best[1], latin[0]["kind"], latin, arabic

    def within(self):
        for left, right, reason, _ in self.links:
            x, y = self.clusters[left], self.clusters[right]
            if is_arabic(x["key"]) == is_arabic(y["key"]) and x["key"] != y["key"]:
                yield reason, x["kind"], [x], [y]

    def context(self, cluster, chance):
        """Title and sentence of an article that names a cluster."""
        article = chance.choice(cluster["articles"]) if cluster["articles"] else None
        if article is None:
            return "", ""
        title, text = self.db.execute(
            "SELECT title, text FROM article JOIN body ON body.article = article.id WHERE id = ?", (article,)).fetchone()
        word = max(cluster["key"].split(), key=len, default="")
        sentences = re.split(r"(?<=[.!?؟])\s+|\n+", text)
        if is_arabic(word):
            pattern = "".join({"ا": "[اأإآ]", "ي": "[يىئ]", "ه": "[هة]", "و": "[وؤ]"}.get(letter, re.escape(letter)) for letter in word)
        else:
            pattern = re.escape(word)
        found = [sentence for sentence in sentences if re.search(pattern, sentence, re.IGNORECASE)]
        return title, (found or [""])[0][:240]

    def show(self, side, chance):
        side = sorted(side, key=lambda cluster: -len(cluster["articles"]))
        names = "; ".join(f"{cluster['key']} ({len(cluster['articles'])})" for cluster in side[:4])
        title, sentence = self.context(side[0], chance)
        return f"   {names}\n      [{title[:80]}] {sentence}"


def main(given):
    library = Library(given.library)
    joins = list(library.within() if given.within else library.across())
    chance = random.Random(given.seed)
    drawn = [join for join in joins if not given.reason or join[0] == given.reason]
    for number, (reason, kind, left, right) in enumerate(chance.sample(drawn, min(given.draw, len(drawn))), 1):
        print(f"{number}. {reason} {kind}\n{library.show(left, chance)}\n{library.show(right, chance)}")
    counts = collections.Counter((reason, kind) for reason, kind, _, _ in joins)
    for (reason, kind), count in sorted(counts.items()):
        print(f"{count:6} {reason} {kind}")
    print(f"{len(joins):6} joins")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("library")
    parser.add_argument("--within", action="store_true")
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reason")
    main(parser.parse_args())
