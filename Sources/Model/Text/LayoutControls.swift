/// The invisible format characters of a text that matter to its layout alone: directional marks,
/// embeddings, isolates and soft hyphens.
///
/// They are kept beside the text, so that no search, name or terminal meets them, and stand among its
/// scalars again only while levels are resolved and lines broken.
public struct LayoutControls: Hashable, Sendable {
  /// A format character and the position of the scalar that it stands before.
  public struct Entry: Hashable, Sendable {
    /// The position; that of the text's end where nothing follows.
    public var position: Int
    /// The format character.
    public var scalar: Unicode.Scalar

    /// Whether it is a mark with a direction of its own (UAX #9: LRM, RLM, ALM).
    public var isStrong: Bool {
      scalar == "\u{200E}" || scalar == "\u{200F}" || scalar == "\u{61C}"
    }
  }

  /// The format characters in the order of the text.
  public private(set) var entries: [Entry] = []

  /// Makes the controls of a text that has none.
  public init() {}

  /// Makes the controls that keep parts of a text, given ascending, from turning what is beside them
  /// around: each is set in the direction of its own first letter (UAX #9: FSI, PDI).
  public init(isolating parts: [TextRange]) {
    for part in parts {
      note("\u{2068}", before: part.lowerBound)
      note("\u{2069}", before: part.upperBound)
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// What `scalar` is kept as; `nil` where it is no format character that layout heeds.
  ///
  /// An override could show a text otherwise than it reads, so an embedding stands for it.
  static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xAD, 0x061C, 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x2069: scalar
    case 0x202D: "\u{202A}"
    case 0x202E: "\u{202B}"
    default: nil
    }
  }

  /// Notes that a format character stands before `position`; calls come in ascending order.
  mutating func note(_ scalar: Unicode.Scalar, before position: Int) {
    entries.append(Entry(position: position, scalar: scalar))
  }

  /// Adds those of a text that stands from `position` of this one on.
  mutating func append(_ other: LayoutControls, at position: Int) {
    for entry in other.entries { note(entry.scalar, before: entry.position + position) }
  }

  /// Those that stand before the scalars of a range, and at its end.
  ///
  /// Complexity: O(log *n*).
  public func entries(in range: TextRange) -> ArraySlice<Entry> {
    let start = entries.partitioningIndex { $0.position >= range.lowerBound }
    let end = entries.partitioningIndex { $0.position > range.upperBound }
    return entries[start..<max(start, end)]
  }
}
