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

extension ArraySlice<UInt8> {
  /// Where a sequence of bytes first begins; `nil` where it does not occur.
  package func firstIndex(ofBytes mark: [UInt8]) -> Int? {
    guard let first = mark.first else { return startIndex }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: mark) { return start }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Whether a text occurs in UTF-8.
  func contains(utf8 text: String) -> Bool {
    firstIndex(ofBytes: Array(text.utf8)) != nil
  }
}
