extension RandomAccessCollection {
  /// The first index whose element belongs to the second part of a collection that `belongs`
  /// divides in two.
  ///
  /// Complexity: O(log *n*).
  package func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var low = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(low, offsetBy: half)
      if belongs(self[middle]) {
        left = half
      } else {
        low = index(after: middle)
        left -= half + 1
      }
    }
    return low
  }
}
