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
