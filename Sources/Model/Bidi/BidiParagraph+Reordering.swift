extension BidiParagraph {
  /// Puts items that stand in logical order into visual order, left to right (UAX #9 L2).
  ///
  /// `levels` has the level of each item. Complexity: O(*n*) times the number of levels that occur.
  static func reorder<Item>(_ items: inout [Item], levels: [UInt8]) {
    var highest: UInt8 = 0
    var lowestOdd = UInt8.max
    for level in levels {
      highest = max(highest, level)
      if level & 1 == 1 { lowestOdd = min(lowestOdd, level) }
    }
    guard lowestOdd <= highest else { return }
    if lowestOdd == highest, !levels.contains(where: { $0 < lowestOdd }) {
      items.reverse()
      return
    }
    var level = highest
    while level >= lowestOdd {
      var place = 0
      while place < levels.count {
        guard levels[place] >= level else {
          place += 1
          continue
        }
        var end = place + 1
        while end < levels.count, levels[end] >= level { end += 1 }
        reverse(&items, place..<end)
        place = end
      }
      level -= 1
    }
  }

  @inline(__always)
  private static func reverse<Item>(_ items: inout [Item], _ range: Range<Int>) {
    var low = range.lowerBound
    var high = range.upperBound - 1
    while low < high {
      items.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
