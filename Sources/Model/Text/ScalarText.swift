/// Text whose Unicode scalars are reached by position in constant time.
public struct ScalarText: Hashable, Sendable {
  /// The scalars, in logical order.
  public let scalars: [Unicode.Scalar]

  /// Makes a text of the given scalars.
  public init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Makes a text of the scalars of `string`.
  ///
  /// Complexity: O(*n*).
  public init(_ string: some StringProtocol) {
    scalars = Array(string.unicodeScalars)
  }

  /// How many scalars the text has.
  public var count: Int { scalars.count }

  /// All positions of the text.
  public var range: TextRange { TextRange(0, count) }

  /// The scalars of a range of the text.
  public func slice(_ range: TextRange) -> ArraySlice<Unicode.Scalar> {
    scalars[range.range]
  }

  /// The characters of a range of the text.
  ///
  /// Complexity: O(length of the range).
  public subscript(_ range: TextRange) -> String {
    let slice = scalars[range.range]
    let count = slice.reduce(0) { $0 + UTF8.width($1) }
    // Appending scalars to a string takes ten times as long.
    return String(unsafeUninitializedCapacity: count) { buffer in
      var end = 0
      for scalar in slice {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[end] = unit
          end += 1
        }
      }
      return end
    }
  }

  /// The whole text.
  ///
  /// Complexity: O(*n*).
  public var string: String { self[range] }
}
