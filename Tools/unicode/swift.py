"""Writes Swift source."""

FIRST = ord("$")
"""The first character of the table alphabet: from here to ~ nothing needs escaping in #\"\"\"."""

RADIX = ord("~") - FIRST + 1
WIDTH = 92


def header(version, command):
    return (
        f"// Generated from the Unicode Character Database {version}. Do not edit; run\n"
        f"// `{command}`.\n"
    )


def characters(values):
    """The values 0..<RADIX as characters."""
    assert all(0 <= value < RADIX for value in values)
    return "".join(chr(FIRST + value) for value in values)


def static_string(name, text):
    """A static member that holds `text`."""
    chunks = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    body = "\\#\n".join("    " + chunk for chunk in chunks)
    return f'  static let {name}: StaticString = #"""\n{body}\n    """#\n'


def words(name, values, note):
    """A static array of 16-bit values."""
    lines, line = [], "   "
    for value in values:
        item = f" 0x{value:X},"
        if len(line) + len(item) > 100:
            lines.append(line)
            line = "   "
        line += item
    lines.append(line)
    return f"  /// {note}\n  static let {name}: [UInt16] = [\n" + "\n".join(lines) + "\n  ]\n"


def trie(values):
    """The smallest two-stage table of `values`: (block bits, index, data) as characters."""
    best = None
    for bits in range(4, 9):
        size = 1 << bits
        blocks, order, index = {}, [], []
        for start in range(0, len(values), size):
            block = tuple(values[start : start + size])
            if block not in blocks:
                blocks[block] = len(order)
                order.append(block)
            index.append(blocks[block])
        if len(order) > RADIX * RADIX:
            continue
        if best is None or 2 * len(index) + size * len(order) < best[0]:
            best = (2 * len(index) + size * len(order), bits, index, order)
    _, bits, index, order = best
    pairs = [part for number in index for part in divmod(number, RADIX)]
    data = [value for block in order for value in block]
    return bits, characters(pairs), characters(data)


def trie_source(values):
    bits, index, data = trie(values)
    return (
        "  /// The table by code point.\n"
        "  static var trie: ScalarTrie { ScalarTrie(blockBits: %d, index: index, data: data) }\n\n"
        % bits
        + static_string("index", index)
        + "\n"
        + static_string("data", data)
    )
