import Foundation

/// The normal forms of the few sequences that need them (UAX #15), each asked for once.
struct NormalForms {
  private var composed: [[Unicode.Scalar]: [Unicode.Scalar]] = [:]

  /// The canonical composition of a sequence (NFC).
  mutating func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if let known = composed[scalars] { return known }
    // Decomposed first, because Foundation leaves a Hangul syllable and a final consonant apart.
    let found = Array(
      String(String.UnicodeScalarView(scalars)).decomposedStringWithCanonicalMapping
        .precomposedStringWithCanonicalMapping.unicodeScalars)
    composed[scalars] = found
    return found
  }
}
