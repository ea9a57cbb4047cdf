import Foundation

/// The encoding of a file without byte order mark, guessed from its bytes.
struct EncodingEvidence {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether the bytes cannot be text in any encoding of one byte a unit.
  ///
  /// Text has no NUL (one in a thousand bytes is forgiven) and hardly any control characters but
  /// those of layout, overstriking (backspace) and colours (escape).
  var isBinary: Bool {
    var zeros = 0
    var controls = 0
    for byte in bytes where byte < 0x20 {
      if byte == 0 {
        zeros += 1
      } else if !(0x08...0x0D).contains(byte), byte != 0x1B {
        controls += 1
      }
    }
    return zeros * 1000 > bytes.count || controls * 20 > bytes.count
  }

  /// UTF-16 in either byte order, where most units would spell English or Arabic.
  ///
  /// Pairs of bytes of a text in another encoding make such units only by rare chance: the higher
  /// byte has to be 00 (Latin), 06 (Arabic), 20 (punctuation) or FE (Arabic forms). A few pairs are
  /// no evidence: a line end and a stray control character form an Arabic letter.
  var unmarkedUTF16: TextEncoding? {
    let sample = bytes.prefix(ByteSource.headLength)
    // The higher bytes of Latin and Arabic are control characters in all other encodings.
    guard sample.count >= Self.leastWide, sample.contains(where: { $0 < 0x09 }) else { return nil }
    var little = 0
    var big = 0
    for index in stride(from: 0, to: sample.count - 1, by: 2) {
      if Self.isLikely(WideDecoding.unit(sample, at: index, bigEndian: false)) { little += 1 }
      if Self.isLikely(WideDecoding.unit(sample, at: index, bigEndian: true)) { big += 1 }
    }
    let units = sample.count / 2
    guard max(little, big) * 10 >= units * 9, little != big else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// The fewest bytes of a file that is taken for UTF-16 without a mark.
  private static let leastWide = 8

  private static func isLikely(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x0600...0x06FF, 0x200B...0x2026,
      0xFE70...0xFEFC:
      true
    default:
      false
    }
  }

  /// The encoding of one byte a character that spells the most likely text; `nil` where all spell
  /// nonsense.
  ///
  /// Arabic letters stand beside each other, the accented letters of other languages beside ASCII
  /// letters: that distinguishes Arabic from the rest. Of the two Arabic encodings, the one with the
  /// letter frequencies of Arabic is chosen.
  var singleByteEncoding: TextEncoding? {
    var counts = [Int](repeating: 0, count: 256)
    var besideHigh = 0
    var besideASCII = 0
    var previous: UInt8 = 0x20
    for byte in bytes.prefix(1 << 18) {
      if byte >= 0x80 { counts[Int(byte)] += 1 }
      if byte >= 0xC0, previous >= 0xC0 {
        besideHigh += 1
      } else if byte >= 0xC0, Self.isASCIILetter(previous) {
        besideASCII += 1
      } else if previous >= 0xC0, Self.isASCIILetter(byte) {
        besideASCII += 1
      }
      previous = byte
    }
    guard besideHigh > besideASCII else { return .windows1252 }
    let fit1256 = Self.fit(counts, SingleByteTables.windows1256)
    let fit8859 = Self.fit(counts, SingleByteTables.iso8859Part6)
    guard max(fit1256, fit8859) >= Self.leastFit else { return nil }
    return fit1256 >= fit8859 ? .windows1256 : .iso8859Part6
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & ~0x20)
  }

  /// How often each letter and the comma comes in a thousand letters of Arabic news, counted in two
  /// million letters of it; marks, which news hardly has, as often as in texts with some.
  private static let frequencies: [Unicode.Scalar: Double] = {
    let letters: [(String, Double)] = [
      ("ا", 151), ("ل", 115), ("ي", 74), ("م", 64), ("و", 52), ("ن", 50), ("ت", 47), ("ر", 46),
      ("ة", 38), ("ب", 37), ("ع", 31), ("د", 30), ("س", 26), ("ف", 25), ("ق", 22), ("ه", 22),
      ("ح", 19), ("أ", 18), ("ج", 16), ("ك", 15), ("صط", 10), ("شإى", 9), ("خ", 8), ("ض،", 7),
      ("ز", 6), ("ذث", 5), ("ئغء", 4), ("ظ\u{64B}\u{64E}\u{64F}\u{650}\u{651}\u{652}", 2),
      ("ؤآ", 1), ("ـ؟؛\u{64C}\u{64D}", 0.5),
    ]
    var frequencies: [Unicode.Scalar: Double] = [:]
    for (scalars, frequency) in letters {
      for scalar in scalars.unicodeScalars { frequencies[scalar] = frequency }
    }
    return frequencies
  }()

  /// Arabic has a fit of about 5.5, with all its marks 3.4; sentences in Russian, Greek, Hebrew, Thai
  /// and Chinese, in their own old encodings, have 2.8 at most when they are read as Arabic.
  private static let leastFit = 3.0

  /// How well the letters fit Arabic: the mean of the logarithms of their frequencies, of all bytes
  /// but ASCII and the punctuation that the Windows encodings share.
  private static func fit(_ counts: [Int], _ table: [Unicode.Scalar]) -> Double {
    var sum = 0.0
    var all = 0
    for byte in 0xA1...0xFF where counts[byte] > 0 {
      let scalar = table[byte]
      if byte < 0xC0, scalar.value == UInt32(byte) { continue }
      all += counts[byte]
      sum += Double(counts[byte]) * log2(frequencies[scalar] ?? 0.01)
    }
    return all == 0 ? -.infinity : sum / Double(all)
  }
}
