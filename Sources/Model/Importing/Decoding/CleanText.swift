/// Text from outside, cleaned before any other code sees it.
///
/// It contains no control character but line feed and tab, no escape sequence, no
/// bidirectional control, no soft hyphen, no noncharacter and nothing that Unicode leaves unassigned or
/// to private use. Directional marks and soft hyphens are kept beside it, for the layout. Ligatures and
/// presentation forms are the letters that they show, so that language, names and search need not know
/// them.
struct CleanText {
  /// The cleaned scalars.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Maps the cleaned scalars to the original ones.
  private(set) var offsets = OffsetMap()
  /// The format characters that stand between the cleaned scalars.
  private(set) var controls = LayoutControls()

  /// Cleans `text`.
  ///
  /// Complexity: O(*n*).
  init(cleaning text: [Unicode.Scalar]) {
    scalars.reserveCapacity(text.count)
    var index = 0
    var distance = 0
    // A ligature may stand for 22 scalars; a text of nothing else is not for reading.
    var room = Self.leastRoom + text.count
    while index < text.count {
      let scalar = text[index]
      if !Self.isCertainlyFine(scalar) {
        let sequence = EscapeSequence.length(in: text, at: index)
        let isFirstOfLineEnd =
          scalar == "\r" && index + 1 < text.count && text[index + 1] == "\n"
        if let control = LayoutControls.kept(scalar) {
          controls.note(control, before: scalars.count)
        } else if sequence == 0, !isFirstOfLineEnd, let kept = Self.replacement(for: scalar) {
          var letters = room > 0 ? CompatibilityForms.letters(of: kept) : nil
          // Fonts draw the ligature of God's name without its alef, so many texts have one before it.
          if kept == "\u{FDF2}", scalars.last == "\u{627}" { letters?.removeFirst() }
          for letter in letters ?? [kept] { append(letter, from: index, distance: &distance) }
          room -= (letters?.count ?? 1) - 1
          for _ in 0..<Self.tagCount(in: text, after: index) {
            index += 1
            append(text[index], from: index, distance: &distance)
          }
        }
        index += max(1, sequence)
      } else {
        append(scalar, from: index, distance: &distance)
        index += 1
      }
    }
  }

  /// How many tags after a black flag make another flag of it (UTS #51, ED-14a): letters and digits, and
  /// a cancel tag.
  private static func tagCount(in text: [Unicode.Scalar], after index: Int) -> Int {
    guard text[index] == "\u{1F3F4}" else { return 0 }
    let tags = text[(index + 1)...].prefix(8).prefix {
      (0xE0030...0xE0039).contains($0.value) || (0xE0061...0xE007A).contains($0.value)
    }
    guard (3...6).contains(tags.count), tags.endIndex < text.count,
      text[tags.endIndex] == "\u{E007F}"
    else { return 0 }
    return tags.count + 1
  }

  /// The fewest scalars that ligatures may add to a text.
  private static let leastRoom = 4096

  /// Cleans a text that was made from another.
  init(cleaning text: MappedText) {
    self.init(cleaning: text.scalars)
    guard !text.offsets.anchors.isEmpty else { return }
    var composed = OffsetMap()
    for position in scalars.indices {
      composed.note(
        cleaned: position,
        originals: text.offsets.original(offsets.originals(of: position)))
    }
    offsets = composed
  }

  /// The words of `text` in one line, free of control characters and of white space around them.
  static func displayed(_ text: String) -> String {
    var clean = CleanText(cleaning: Array(FileName.escaped(text).unicodeScalars))
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
    offsets.append(other.offsets, cleaned: start, original: original)
    controls.append(other.controls, at: start)
    scalars += other.scalars
  }

  /// Replaces some stretches, given in ascending order; format characters in them stay at their ends.
  mutating func replace(_ edits: [MappedText.Edit]) {
    guard !edits.isEmpty else { return }
    let text = MappedText(scalars, offsets: offsets).replacing(edits)
    var moved = LayoutControls()
    var shift = 0
    var next = 0
    for entry in controls.entries {
      while next < edits.count, edits[next].range.upperBound <= entry.position {
        shift += edits[next].scalars.count - edits[next].range.count
        next += 1
      }
      let start = next < edits.count ? edits[next].range.lowerBound : entry.position
      moved.note(entry.scalar, before: min(entry.position, start) + shift)
    }
    controls = moved
    scalars = text.scalars
    offsets = text.offsets
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
    case 0x20...0x7E, 0x0A, 0xA0...0xAC, 0xAE...0x377, 0x606...0x61B, 0x61D...0x6FF,
      0x2010...0x2027:
      true
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
    // Soft hyphen, and the directional formatting characters of UAX #9 section 2.
    case 0xAD, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return nil
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

extension ScalarText {
  /// Cleans text that is no article, such as what a program prints.
  public init(cleaning text: String) {
    self.init(CleanText(cleaning: Array(text.unicodeScalars)).scalars)
  }
}
