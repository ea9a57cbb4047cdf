#!/usr/bin/env python3
"""teach.py --out MODEL [--from MODEL] [--layers N] [--minutes M | --epochs N] TOKENS[:SHARE[:NAME]] ...: fine-tunes the encoder.

TOKENS is a file of `tag TAB word` lines, as `TaggerTool features …,words` prints them; an empty line ends a sentence. SHARE is
how often it is read in an epoch (a part of 1 reads some of its windows). NAME gives it an output layer of its own on top of the
common one (a guideline of its own); without one it follows the guide. Rows of sentences are read together, up to 160 pieces.
"""
import argparse
import random
import time

import torch
from torch import nn
from torch.nn import functional

from encoder import LONGEST_WINDOW, TAGS, Encoder
from pieces import BEGIN, END, PAD, Pieces

NUMBER = {tag: number for number, tag in enumerate(TAGS)}
PARTICLES = ["و", "ب", "ل", "ف", "ك", "وب", "ول"]
PIECES_A_STEP = 1600


def sentences(path):
    """Words and tags of each sentence."""
    words, tags = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            tag, _, word = line.rstrip("\n").partition("\t")
            if word:
                words.append(word)
                tags.append(NUMBER.get(tag, 0))
            elif words:
                yield words, tags
                words, tags = [], []
    if words:
        yield words, tags


def vary(words, tags, chance):
    """The same sentence as news also writes it: capitals lost or everywhere, particles before Arabic names."""
    if chance.random() < 0.85:
        return words
    arabic = any("\u0620" <= letter <= "\u064a" for word in words for letter in word)
    if arabic:
        return [
            chance.choice(PARTICLES) + word
            if TAGS[tag][0] == "B" and "\u0620" <= word[0] <= "\u064a" and word[0] not in "وبلفك"
            and not word.startswith("ال") and chance.random() < 0.4 else word
            for word, tag in zip(words, tags)]
    way = chance.random()
    if way < 0.35:
        return [word.lower() for word in words]
    if way < 0.5:
        return [word.upper() for word in words]
    if way < 0.75:
        return [word[:1].upper() + word[1:] for word in words]
    return [word.lower() if TAGS[tag][2:] == "ORG" and len(word) > 4 and not word.isupper() else word
            for word, tag in zip(words, tags)]


def windows(rows, pieces, chance=None):
    """Pieces, the places of the words' first pieces, and their tags, of rows of sentences up to the longest window."""
    numbers, places, tags = [BEGIN], [], []
    for words, own in rows:
        words = vary(words, own, chance) if chance else words
        split = [pieces.split(word) for word in words]
        size = sum(map(len, split))
        if len(numbers) > 1 and len(numbers) + size + 1 > LONGEST_WINDOW:
            yield numbers + [END], places, tags
            numbers, places, tags = [BEGIN], [], []
        for part, tag in zip(split, own):
            if len(numbers) + len(part) + 1 > LONGEST_WINDOW:
                yield numbers + [END], places, tags
                numbers, places, tags = [BEGIN], [], []
            places.append(len(numbers))
            tags.append(tag)
            numbers += part
    if places:
        yield numbers + [END], places, tags


def batches(items, chance):
    items = sorted(items, key=lambda item: len(item[0]) + chance.random() * 12)
    rows, result = [], []
    for item in items:
        if rows and len(item[0]) * (len(rows) + 1) > PIECES_A_STEP:
            result.append(rows)
            rows = []
        rows.append(item)
    if rows:
        result.append(rows)
    chance.shuffle(result)
    return result


def tensors(rows):
    length = max(len(row[0]) for row in rows)
    numbers = torch.full((len(rows), length), PAD)
    wanted = torch.full((len(rows), length), -100)
    for at, (pieces, places, tags, *_) in enumerate(rows):
        numbers[at, :len(pieces)] = torch.tensor(pieces)
        wanted[at, torch.tensor(places)] = torch.tensor(tags)
    return numbers, torch.tensor([len(row[0]) for row in rows]), wanted


def main(given):
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    chance = random.Random(given.seed)
    pieces = Pieces.load(given.pieces)
    corpora, names = [], [""]
    for spec in given.corpora:
        path, share, name = (spec.split(":") + ["", ""])[:3]
        if name not in names:
            names.append(name)
        corpora.append((list(sentences(path)), float(share or 1), names.index(name)))
    model = Encoder(given.encoder, pieces.origin, given.layers, len(names))
    if given.start:
        state = torch.load(given.start)["state"]
        state.pop("own", None)
        model.load_state_dict(state, strict=False)
    model.train()
    for weight in model.start.parameters():
        weight.requires_grad = False
    head = [model.out.weight, model.out.bias, model.own]
    trunk = [weight for name, weight in model.named_parameters() if weight.requires_grad and not any(weight is h for h in head)]
    optimizer = torch.optim.AdamW([{"params": trunk, "lr": given.rate}, {"params": head, "lr": given.rate * 10}], weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    begin, steps, loss_mean, seen, epoch = time.time(), 0, None, 0, 0
    total = None
    done = False
    while not done:
        items = []
        for rows, share, own in corpora:
            mine = []
            for _ in range(max(1, int(share))):
                mine += [window + (own,) for window in windows(rows, pieces, chance)]
            if share < 1:
                mine = chance.sample(mine, int(len(mine) * share))
            items += mine
        rounds = batches(items, chance)
        if total is None:
            total = len(rounds) * given.epochs
            print("windows", len(items), "pieces", sum(len(item[0]) for item in items), "steps", total, flush=True)
        for rows in rounds:
            share = (time.time() - begin) / given.minutes / 60 if given.minutes else steps / total
            if share >= 1:
                done = True
                break
            slope = min(1, share / 0.05) * max(0.02, 1 - share)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * slope
            numbers, lengths, wanted = tensors(rows)
            states = functional.dropout(model(numbers, lengths, 0.1), 0.1, True)
            own = model.own[torch.tensor([row[3] for row in rows])] * torch.tensor([float(row[3] > 0) for row in rows])[:, None, None]
            logits = model.out(states) + torch.bmm(states, own[:, :-1]) + own[:, -1:]
            loss = functional.cross_entropy(logits.view(-1, len(TAGS)), wanted.view(-1), ignore_index=-100, label_smoothing=0.03)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trunk + head, 1.0)
            optimizer.step()
            steps += 1
            seen += numbers.numel()
            loss_mean = loss.item() if loss_mean is None else 0.98 * loss_mean + 0.02 * loss.item()
            if steps % 50 == 0:
                print(f"epoch {epoch} step {steps} loss {loss_mean:.4f} {seen / (time.time() - begin):.0f} pieces/s {share:.3f}", flush=True)
            if steps % 400 == 0:
                save(model, given, names)
        else:
            epoch += 1
    save(model, given, names)


def save(model, given, names):
    state = {name: value for name, value in model.state_dict().items() if not name.startswith("words")}
    torch.save({"state": state, "layers": given.layers, "names": names}, given.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--from", dest="start")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--pieces", required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("corpora", nargs="+")
    main(parser.parse_args())
