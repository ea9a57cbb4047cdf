/// A text with the way back to the text it was made from.
struct MappedText {
  /// What replaces a stretch of a text.
  struct Edit {
    /// The stretch.
    var range: Range<Int>
    /// What stands for it, each scalar of it for the whole stretch.
    var scalars: [Unicode.Scalar]
  }

  /// The scalars.
  private(set) var scalars: [Unicode.Scalar]
  /// Leads back from them.
  private(set) var offsets = OffsetMap()

  /// Makes a text that was made from itself.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Makes a text with a known way back.
  init(_ scalars: [Unicode.Scalar], offsets: OffsetMap) {
    self.scalars = scalars
    self.offsets = offsets
  }

  /// Adds a scalar that was made of the scalars at `range` of `other`.
  mutating func append(_ scalar: Unicode.Scalar, from range: Range<Int>, of other: MappedText) {
    offsets.note(cleaned: scalars.count, originals: other.offsets.original(TextRange(range)))
    scalars.append(scalar)
  }

  /// Adds a stretch of `other` as it is.
  mutating func append(_ range: Range<Int>, of other: MappedText) {
    offsets.note(cleaned: scalars.count, range: range, of: other.offsets)
    scalars += other.scalars[range]
  }

  /// The text with some stretches replaced, given in ascending order.
  ///
  /// Complexity: O(*n*).
  func replacing(_ edits: [Edit]) -> MappedText {
    guard !edits.isEmpty else { return self }
    var result = MappedText([])
    result.scalars.reserveCapacity(scalars.count)
    var next = 0
    for edit in edits {
      result.append(next..<edit.range.lowerBound, of: self)
      for scalar in edit.scalars { result.append(scalar, from: edit.range, of: self) }
      next = edit.range.upperBound
    }
    result.append(next..<scalars.count, of: self)
    return result
  }
}
