/// Mirror images (UAX #9 L4) and paired brackets (BD14, BD15).
enum BidiPairs {
  /// The mirror image of a scalar; itself where it has none.
  ///
  /// Complexity: O(log *n*) in the number of mirrored characters.
  static func mirror(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard BidiClass.isPaired(tableEntry: BidiTable.trie[scalar]),
      let other = partner(of: scalar, in: BidiPairTable.mirrors)
    else { return scalar }
    return other
  }

  /// What a bracket is to its pair.
  enum Bracket {
    /// An opening bracket and the closing one that it waits for.
    case opening(closing: UInt32)
    /// A closing bracket.
    case closing(UInt32)
  }

  /// The bracket that a scalar is.
  static func bracket(_ scalar: Unicode.Scalar) -> Bracket? {
    // UAX #9 BD16: brackets that are canonically equivalent match each other.
    let canonical: Unicode.Scalar =
      switch scalar.value {
      case 0x2329: "\u{3008}"
      case 0x232A: "\u{3009}"
      default: scalar
      }
    if let closing = partner(of: canonical, in: BidiPairTable.brackets) {
      return .opening(closing: closing.value)
    }
    if let opening = partner(of: canonical, in: BidiPairTable.mirrors),
      partner(of: opening, in: BidiPairTable.brackets) == canonical
    {
      return .closing(canonical.value)
    }
    return nil
  }

  private static func partner(of scalar: Unicode.Scalar, in pairs: [UInt16]) -> Unicode.Scalar? {
    guard let key = UInt16(exactly: scalar.value) else { return nil }
    let place = (0..<pairs.count / 2).partitioningIndex { pairs[2 * $0] >= key }
    guard place < pairs.count / 2, pairs[2 * place] == key else { return nil }
    return Unicode.Scalar(pairs[2 * place + 1])
  }
}
