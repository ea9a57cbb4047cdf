/// Lists of numbers that are made one after another and kept in one piece of memory: an array of
/// their own for each of a million would take several times as much.
struct ListOfLists {
  private var values: [Int] = []
  private var ends: [Int] = []

  /// Makes room for so many lists.
  mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Adds a list at the end.
  mutating func append(_ list: some Sequence<Int>) {
    values.append(contentsOf: list)
    ends.append(values.count)
  }

  /// The list at an index.
  subscript(index: Int) -> ArraySlice<Int> {
    values[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
