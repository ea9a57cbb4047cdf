#!/usr/bin/env python3
"""export.py MODEL ENCODER PIECES FILE: writes a fine-tuned encoder as the program maps it.

How the file is laid out is said in Sources/Model/Names/Encoder/EncoderFile.swift. Matrices get eight bits a weight with a scale
an output; the pieces' vectors, which are not fine-tuned, keep the four bits that they have in ENCODER.
"""
import struct
import sys

import numpy
import torch

from encoder import INNER, LONGEST_WINDOW, TAGS, WIDTH, Encoder
from pieces import UNKNOWN, Pieces

MASK = (1 << 64) - 1


def stable_hash(text):
    """The hash of Sources/Model/Text/StableHash.swift, its values combined."""
    value = 0xCBF29CE484222325
    for letter in text:
        value = ((value ^ ord(letter)) * 0x9E3779B97F4A7C15) & MASK
        value ^= value >> 29
    return value


def table(pieces):
    size = 1
    while size * 2 < len(pieces.pieces) * 3:
        size *= 2
    slots = [None] * size
    for number, piece in enumerate(pieces.pieces):
        if number <= UNKNOWN:
            continue
        value = stable_hash(piece)
        slot = value & (size - 1)
        while slots[slot] is not None:
            slot = (slot + 1) & (size - 1)
        score = max(-32768, min(32767, round(pieces.scores[number] * 1000)))
        slots[slot] = struct.pack("<IHh", max(value >> 32, 1), number, score)
    return size, b"".join(slot or bytes(8) for slot in slots)


def matrix(weight, bias):
    weight = weight.numpy().astype(numpy.float32)
    outputs, inputs = weight.shape
    scale = numpy.maximum(numpy.abs(weight).max(1), 1e-9) / 127
    whole = numpy.clip(numpy.rint(weight / scale[:, None]), -127, 127).astype(numpy.int8)
    blocks = whole.reshape(outputs // 16, 16, inputs // 2, 2).transpose(0, 2, 1, 3)
    return blocks.tobytes() + scale.astype("<f4").tobytes() + floats(bias)


def floats(tensor):
    return tensor.numpy().astype("<f4").tobytes()


def main(model, encoder, vocabulary, path):
    pieces = Pieces.load(vocabulary)
    saved = torch.load(model)
    state = saved["state"]
    blocks = Encoder(encoder, pieces.origin, saved["layers"], len(saved["names"])).blocks
    slots, slot_bytes = table(pieces)
    with open(path, "wb") as out:
        out.write(b"RDENCODE")
        out.write(struct.pack(
            "<8I", 1, len(pieces.pieces), slots, saved["layers"], WIDTH, INNER, LONGEST_WINDOW, len(TAGS)))
        out.write(bytes(64 - out.tell()))
        out.write(slot_bytes)
        out.write(blocks.tobytes())
        out.write(floats(state["positions"]))
        out.write(floats(state["start.weight"]) + floats(state["start.bias"]))
        for number in range(saved["layers"]):
            name = f"layers.{number}."
            for part in ("attend", "gather", "first", "widen", "narrow", "second"):
                weight, bias = state[name + part + ".weight"], state[name + part + ".bias"]
                out.write(floats(weight) + floats(bias) if weight.dim() == 1 else matrix(weight, bias))
        out.write(floats(state["out.weight"]) + floats(state["out.bias"]))
        print(f"{path}: {len(pieces.pieces)} pieces, {saved['layers']} layers, {out.tell()} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
