/// A text that was decoded by the wrong table and encoded once more, and the step back.
///
/// The step is taken only where all of the text makes sense after it: no letter is left that the wrong
/// table alone explains, and none comes out that news does not use.
struct DoubleEncoding {
  /// What was done to the text.
  let repair: TextRepair
  /// The byte of each scalar above ASCII in the table that was used wrongly.
  private let bytes: [Unicode.Scalar: UInt8]
  /// What the bytes are; `nil` for UTF-8.
  private let encoding: TextEncoding?

  /// Finds what was done to a text; `nil` where nothing was.
  ///
  /// Complexity: O(*n*).
  init?(_ text: [Unicode.Scalar]) {
    guard text.contains(where: { $0.value >= 0x80 }) else { return nil }
    for (wrong, repair, mayLose) in Self.wrongForUTF8 {
      if Self.isUTF8(text, readAs: wrong, mayLose: mayLose) {
        self.repair = repair
        bytes = wrong
        encoding = nil
        return
      }
    }
    guard let found = Self.arabicEncoding(of: text) else { return nil }
    repair = .arabicReadAsWestern
    bytes = Self.western
    encoding = found
  }

  /// The text as it was before.
  func undone(_ text: MappedText) -> MappedText {
    var edits: [MappedText.Edit] = []
    var index = 0
    while index < text.scalars.count {
      let length: Int
      let scalar: Unicode.Scalar?
      if let encoding {
        let byte = bytes[text.scalars[index]]
        (scalar, length) = (byte.flatMap { encoding.decode([$0]).first }, 1)
      } else {
        let found = Self.sequence(in: text.scalars, at: index, bytes)
        (scalar, length) = (found?.scalar, found?.length ?? 1)
      }
      if let scalar {
        edits.append(MappedText.Edit(range: index..<index + length, scalars: [scalar]))
      }
      index += length
    }
    return text.replacing(edits)
  }

  /// A sequence of UTF-8 among wrongly decoded scalars.
  private struct Sequence {
    var scalar: Unicode.Scalar
    /// How many scalars it takes.
    var length: Int
    /// Whether no byte of it was lost.
    var isWhole = true
  }

  private static let western = reversed(SingleByteTables.windows1252)
  /// The tables that UTF-8 is read by wrongly, and whether bytes may have been lost with it.
  private static let wrongForUTF8: [([Unicode.Scalar: UInt8], TextRepair, Bool)] = [
    (western, .utf8ReadAsWestern, false),
    (reversed(SingleByteTables.windows1256), .utf8ReadAsArabic, false),
    (western, .utf8ReadAsWestern, true),
  ]

  /// The byte of each scalar above ASCII; what a table leaves open is the control of the same number.
  private static func reversed(_ table: [Unicode.Scalar]) -> [Unicode.Scalar: UInt8] {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      bytes[Unicode.Scalar(byte)] = byte
    }
    for byte in UInt8(0x80)...0xFF where table[Int(byte)] != .replacement {
      bytes[table[Int(byte)]] = byte
    }
    return bytes
  }

  /// Whether the scalars above ASCII are sequences of UTF-8 by a table, signs that may stand alone
  /// apart.
  private static func isUTF8(
    _ text: [Unicode.Scalar], readAs wrong: [Unicode.Scalar: UInt8], mayLose: Bool
  ) -> Bool {
    var sequences = 0
    var index = 0
    while index < text.count {
      if text[index].value < 0x80 {
        index += 1
        continue
      }
      if let found = sequence(in: text, at: index, wrong) {
        guard isUsual(found.scalar) else { return false }
        guard found.isWhole || mayLose else { return false }
        if found.isWhole { sequences += 1 }
        index += found.length
        continue
      }
      // Quotation marks and spaces make sense as they are; letters do not.
      if text[index].properties.isAlphabetic { return false }
      index += 1
    }
    return sequences > 0
  }

  /// The sequence of UTF-8 that the scalars from `index` on are by a table.
  private static func sequence(
    in text: [Unicode.Scalar], at index: Int, _ wrong: [Unicode.Scalar: UInt8]
  ) -> Sequence? {
    guard let lead = wrong[text[index]] else { return nil }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    var bytes = [lead]
    for place in (index + 1)..<(index + length) {
      guard place < text.count, let byte = wrong[text[place]] else {
        return lossy(bytes, at: place, in: text)
      }
      bytes.append(byte)
    }
    let decoded = UTF8Decoding(bytes[...])
    guard decoded.malformed == 0, let scalar = decoded.scalars.first else {
      return lossy(Array(bytes.prefix(length - 1)), at: index + length - 1, in: text)
    }
    return Sequence(scalar: scalar, length: length)
  }

  /// What a sequence was whose last byte was lost on the way, as Windows-1252 has no character for it
  /// (81, 9D), or became a plain space (A0).
  private static func lossy(
    _ bytes: [UInt8], at end: Int, in text: [Unicode.Scalar]
  ) -> Sequence? {
    switch bytes {
    case [0xD9]: Sequence(scalar: "ف", length: 1, isWhole: false)
    case [0xE2, 0x80]: Sequence(scalar: "”", length: 2, isWhole: false)
    case [0xC3] where end < text.count && text[end] == " ":
      Sequence(scalar: "à", length: 1, isWhole: false)
    default: nil
    }
  }

  /// Whether news in Arabic, English or a neighbour's language uses a scalar.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x17F, 0x218...0x21B, 0x300...0x4FF, 0x5D0...0x5EA, 0x600...0x6FF, 0x1E00...0x1EFF,
      0x2000...0x22FF, 0x2500...0x27BF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFB00...0xFB06, 0xFB50...0xFEFF, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }

  /// The Arabic encoding that the bytes of a text are in which was read as Western.
  private static func arabicEncoding(of text: [Unicode.Scalar]) -> TextEncoding? {
    var bytes: [UInt8] = []
    var letters = 0
    for scalar in text {
      if scalar.value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if let byte = western[scalar] {
        bytes.append(byte)
        if byte >= 0xC0 { letters += 1 }
      } else {
        return nil
      }
    }
    guard letters >= fewestLetters else { return nil }
    let encoding = EncodingEvidence(bytes).singleByteEncoding
    return encoding == .windows1252 ? nil : encoding
  }

  /// The fewest letters that speak for an Arabic encoding: a word or two.
  private static let fewestLetters = 4
}
