import Foundation

/// Ligatures and presentation forms, and the letters that they show (UAX #15, NFKC of their blocks).
enum CompatibilityForms {
  /// The letters of a Latin ligature, an Arabic presentation form or a word in one scalar; `nil` for any
  /// other scalar.
  static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0xFB00...0xFB06: latin[Int(scalar.value) - 0xFB00]
    case 0xFB50...0xFDFF: arabicA[Int(scalar.value) - 0xFB50]
    case 0xFE70...0xFEFC: arabicB[Int(scalar.value) - 0xFE70]
    default: nil
    }
  }

  private static let latin = table(0xFB00...0xFB06)
  private static let arabicA = table(0xFB50...0xFDFF)
  private static let arabicB = table(0xFE70...0xFEFC)

  private static func table(_ range: ClosedRange<UInt32>) -> [[Unicode.Scalar]?] {
    range.map { value in Unicode.Scalar(value).flatMap(decomposed) }
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    // The basmala is the one ligature of words that has no decomposition in Unicode.
    if scalar == "\u{FDFD}" { return Array("بسم الله الرحمن الرحيم".unicodeScalars) }
    let letters = Array(String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
    guard letters != [scalar] else { return nil }
    // A vowel sign by itself is shown on a space or a tatweel, and belongs to the letter before it.
    let marks = letters.filter { $0.properties.generalCategory == .nonspacingMark }
    let isVowelSign = letters.allSatisfy { $0 == " " || $0 == "\u{640}" || marks.contains($0) }
    return isVowelSign && !marks.isEmpty ? marks : letters
  }
}
