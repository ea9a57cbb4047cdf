/// Text from outside, cleaned before any other code sees it.
///
/// It contains no control character but line feed and tab, no escape sequence, no
/// bidirectional control, no noncharacter and nothing that Unicode leaves unassigned or to private
/// use. Directional marks are dropped: each paragraph's direction follows from its letters, and no
/// text can change the order of text next to it.
struct CleanText {
  /// The cleaned scalars.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Maps the cleaned scalars to the original ones.
  private(set) var offsets = OffsetMap()

  /// Creates a text without scalars.
  init() {}

  /// Cleans `text`.
  ///
  /// Complexity: O(*n*).
  init(cleaning text: [Unicode.Scalar]) {
    scalars.reserveCapacity(text.count)
    var index = 0
    var distance = 0
    while index < text.count {
      let scalar = text[index]
      if !Self.isCertainlyFine(scalar) {
        let sequence = EscapeSequence.length(in: text, at: index)
        let isFirstOfLineEnd =
          scalar == "\r" && index + 1 < text.count && text[index + 1] == "\n"
        guard sequence == 0, !isFirstOfLineEnd, let kept = Self.replacement(for: scalar) else {
          index += max(1, sequence)
          continue
        }
        append(kept, from: index, distance: &distance)
      } else {
        append(scalar, from: index, distance: &distance)
      }
      index += 1
    }
  }

  /// The words of `text` in one line, free of control characters and of white space around them.
  static func displayed(_ text: String) -> String {
    var clean = CleanText(cleaning: Array(text.unicodeScalars))
    clean.makeOneLine()
    let end = (clean.scalars.lastIndex { !TextLine.isSpace($0) } ?? -1) + 1
    let shown = clean.scalars[..<end].drop(while: TextLine.isSpace)
    return String(String.UnicodeScalarView(shown))
  }

  /// Replaces each line end and tab by a space.
  mutating func makeOneLine() {
    for index in scalars.indices where scalars[index] == "\n" || scalars[index] == "\t" {
      scalars[index] = " "
    }
  }

  /// Appends text that was cleaned separately and starts at `original` of the whole text.
  mutating func append(_ other: CleanText, original: Int) {
    let start = scalars.count
    offsets.note(cleaned: start, original: original)
    for anchor in other.offsets.anchors {
      offsets.note(cleaned: start + anchor.cleaned, original: original + anchor.original)
    }
    scalars += other.scalars
  }

  /// Replaces the cleaned scalars, and the map that leads back from them.
  mutating func replace(_ scalars: [Unicode.Scalar], offsets: OffsetMap) {
    self.scalars = scalars
    self.offsets = offsets
  }

  @inline(__always)
  private mutating func append(_ scalar: Unicode.Scalar, from index: Int, distance: inout Int) {
    if index - scalars.count != distance {
      distance = index - scalars.count
      offsets.note(cleaned: scalars.count, original: index)
    }
    scalars.append(scalar)
  }

  /// Whether a scalar is one of the many that are always kept.
  @inline(__always)
  private static func isCertainlyFine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x0A, 0xA0...0x377, 0x606...0x61B, 0x61D...0x6FF, 0x2010...0x2027: true
    default: false
    }
  }

  /// The scalar that replaces another in the cleaned text; `nil` if it is dropped.
  ///
  /// A carriage return before a line feed is dropped elsewhere.
  static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A: return scalar
    // The line ends of UAX #14 BK, CR, NL.
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: return "\n"
    // Quotation marks and dashes of Windows-1252 that passed for Latin-1 somewhere.
    case 0x91...0x97: return SingleByteTables.windows1252[Int(scalar.value)]
    case 0x00...0x1F, 0x7F...0x9F: return nil
    // UAX #9 section 2: the directional formatting characters.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return nil
    // Deprecated format characters, the byte order mark, annotations, tags.
    case 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: return nil
    case 0xFDD0...0xFDEF: return nil
    default: break
    }
    if scalar.value & 0xFFFE == 0xFFFE { return nil }
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned: return .replacement
    default: return scalar
    }
  }
}
