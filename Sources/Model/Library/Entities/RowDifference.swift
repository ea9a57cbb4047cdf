import GRDB

/// How rows as they should be differ from those that are stored, so that only these are written.
struct RowDifference<Value: Equatable> {
  /// The places of the wanted rows that are new, which the first time all are.
  private(set) var new: [Int32] = []
  /// The places of the wanted rows that another has the place of, with that one.
  private(set) var changed: [(wanted: Int, former: Value)] = []
  /// The stored rows that are wanted no more.
  private(set) var gone: [Value] = []

  /// Compares rows in one order; each wanted one is made where it is compared.
  init(
    _ count: Int, from stored: some Cursor<Value>, by precedes: (Value, Value) -> Bool,
    wanted: (Int) -> Value
  ) throws {
    var place = 0
    var next = count > 0 ? wanted(0) : nil
    func advance() {
      place += 1
      next = place < count ? wanted(place) : nil
    }
    while let former = try stored.next() {
      while let value = next, precedes(value, former) {
        new.append(Int32(place))
        advance()
      }
      if let value = next, !precedes(former, value) {
        if value != former { changed.append((place, former)) }
        advance()
      } else {
        gone.append(former)
      }
    }
    new += (min(place, count)..<count).map(Int32.init)
  }
}

extension RowDifference {
  /// Compares rows that are there.
  init(
    _ wanted: [Value], from stored: some Cursor<Value>, by precedes: (Value, Value) -> Bool
  ) throws {
    try self.init(wanted.count, from: stored, by: precedes) { wanted[$0] }
  }
}
