/// The writing system of a name.
public enum Script: String, Hashable, Sendable, Codable, CaseIterable {
  /// The Arabic script, in any language that uses it.
  case arabic = "Arab"
  /// The Latin script.
  case latin = "Latn"
  /// Any other script.
  case other = "Zyyy"

  /// The script of the first letter of `text` that is Arabic or Latin.
  public init(of text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8,
        0x1E00...0x1EFF:
        self = .latin
        return
      case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF,
        0x750...0x77F, 0x8A0...0x8C9, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
        self = .arabic
        return
      default:
        continue
      }
    }
    self = .other
  }
}

/// The direction in which a paragraph is read.
public enum TextDirection: String, Hashable, Sendable, Codable {
  /// Left to right, as English.
  case leftToRight = "ltr"
  /// Right to left, as Arabic.
  case rightToLeft = "rtl"
}

/// The decimal digits that Arabic and English texts use.
enum Digits {
  /// The value of a European, Arabic-Indic or Extended Arabic-Indic digit.
  static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x660...0x669: Int(scalar.value) - 0x660
    case 0x6F0...0x6F9: Int(scalar.value) - 0x6F0
    default: nil
    }
  }
}
