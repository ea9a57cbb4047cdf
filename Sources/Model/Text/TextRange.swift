/// A half-open range of positions in a text, counted in Unicode scalars.
///
/// Every position that the program keeps, draws or prints is one of these; which text it counts in
/// (an article's cleaned text or its file's decoded text) is said where it is declared.
public struct TextRange: Hashable, Sendable, Codable {
  /// The position of the first scalar.
  public var lowerBound: Int
  /// The position after the last scalar.
  public var upperBound: Int

  /// Makes the range from `lowerBound` up to but not including `upperBound`.
  ///
  /// - Precondition: `lowerBound <= upperBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a text range ends before it starts")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// Makes the range that covers the same positions as `range`.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The same positions as a range of the standard library.
  public var range: Range<Int> { lowerBound..<upperBound }

  /// How many scalars the range covers.
  public var count: Int { upperBound - lowerBound }

  /// Whether the range covers nothing.
  public var isEmpty: Bool { lowerBound == upperBound }

  /// Whether `position` lies in the range.
  public func contains(_ position: Int) -> Bool {
    lowerBound <= position && position < upperBound
  }

  /// Whether all of `other` lies in the range.
  public func contains(_ other: TextRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// Whether some position lies in both ranges.
  public func overlaps(_ other: TextRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// The range moved by `distance` scalars.
  public func shifted(by distance: Int) -> TextRange {
    TextRange(lowerBound + distance, upperBound + distance)
  }
}

extension TextRange: Comparable {
  /// Orders ranges by where they start, then by where they end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}

extension TextRange {
  /// The ranges in ascending order, those that overlap joined.
  static func merged(_ ranges: [TextRange]) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges.sorted() {
      if let last = result.last, range.overlaps(last) {
        result[result.count - 1] = TextRange(
          last.lowerBound, Swift.max(last.upperBound, range.upperBound))
      } else {
        result.append(range)
      }
    }
    return result
  }
}
