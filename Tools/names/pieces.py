#!/usr/bin/env python3
"""pieces.py TOKENIZER VOCABULARY TEXT ...: the pieces of words that the encoder reads, a vocabulary cut down to two scripts.

TOKENIZER is the encoder's tokenizer.json, a Unigram language model; each TEXT is a corpus of `word TAB tag` lines or JSON lines
with title and text, compressed by xz. The pieces that the texts use and the commonest others are written to VOCABULARY.

A word is split where the sum of its pieces' scores is greatest (Kudo, "Subword Regularization", ACL 2018). The program does
the same in Sources/Model/Names/Encoder/WordPieces.swift; both take a word as a token of the program, without Arabic vowel
marks and tatweel, after a mark that stands for the space before it.
"""
import json
import lzma
import re
import sys

SPACE = "\u2581"
MARKS = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e]")
LONGEST_PIECE = 16  # scalars
MOST_PIECES = 12  # of one word; more are cut off
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
UNKNOWN_SCORE = -24.0


class Pieces:
    """A vocabulary: `pieces` and `scores` by number; `origin` tells each one's number in the encoder."""

    def __init__(self, pieces, scores, origin):
        self.pieces, self.scores, self.origin = pieces, scores, origin
        self.ids = {piece: number for number, piece in enumerate(pieces) if number > UNKNOWN}
        self.cache = {}

    def split(self, word):
        """The numbers of a word's pieces."""
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self._split(SPACE + (MARKS.sub("", word) or word))[:MOST_PIECES]
        return found

    def _split(self, text):
        best = [(0.0, 0, UNKNOWN)] + [None] * len(text)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - LONGEST_PIECE), end):
                number = self.ids.get(text[start:end])
                if number is None:
                    if end - start > 1:
                        continue
                    number, score = UNKNOWN, UNKNOWN_SCORE
                else:
                    score = self.scores[number]
                score += best[start][0]
                if best[end] is None or score > best[end][0]:
                    best[end] = (score, start, number)
        numbers, end = [], len(text)
        while end > 0:
            _, start, number = best[end]
            if not (number == UNKNOWN and numbers and numbers[-1] == UNKNOWN):
                numbers.append(number)
            end = start
        return numbers[::-1]

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump([self.pieces, self.scores, self.origin], out, ensure_ascii=False)

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Pieces(*json.load(file))


def is_own_script(piece):
    """Whether a piece has letters of the Latin or Arabic script only, or none."""
    return all(
        letter == SPACE or letter < "\u0250" or "\u0600" <= letter <= "\u06ff" or "\u2010" <= letter <= "\u203a"
        for letter in piece)


def choose(tokenizer, texts, size):
    """The vocabulary of the pieces that `texts` use, and of the commonest others, `size` in all.

    `tokenizer` is the encoder's tokenizer.json; `texts` are rows of words.
    """
    with open(tokenizer, encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    known = [
        number for number, (piece, _) in enumerate(vocabulary)
        if number > UNKNOWN and len(piece) <= LONGEST_PIECE and is_own_script(piece)]
    whole = Pieces(
        [vocabulary[number][0] for number in range(4)] + [vocabulary[number][0] for number in known],
        [0.0] * 4 + [vocabulary[number][1] for number in known], [0, 1, 2, 3] + known)
    count = {}
    for words in texts:
        for word in words:
            for number in whole.split(word):
                count[number] = count.get(number, 0) + 1
    letters = {number for number in range(4, len(whole.pieces)) if len(whole.pieces[number]) == 1}
    ranked = sorted(
        set(range(4, len(whole.pieces))) - letters, key=lambda number: (-count.get(number, 0), -whole.scores[number]))
    chosen = sorted(letters | set(ranked[:size - 4 - len(letters)]))
    numbers = [0, 1, 2, 3] + chosen
    return Pieces(
        [whole.pieces[number] for number in numbers], [round(whole.scores[number] * 1000) / 1000 for number in numbers],
        [whole.origin[number] for number in numbers])


WORD = re.compile(r"[\w']+|[^\w\s]")
SIZE = 48_000


def words(path):
    """Rows of words of a text."""
    if path.endswith(".xz"):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                yield WORD.findall(article["title"] + " " + article["text"])
        return
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word = line.split("\t")[0].strip()
            if word:
                yield [word]


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    choose(sys.argv[1], (row for path in sys.argv[3:] for row in words(path)), SIZE).save(sys.argv[2])
