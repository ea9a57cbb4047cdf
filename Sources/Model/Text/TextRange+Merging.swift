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
