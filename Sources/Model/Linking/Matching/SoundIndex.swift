/// Names found by how they sound: a phonetic key leads to the items that have it.
///
/// An item is the index of a name, word or entity in a list of its owner's; its keys come from
/// ``PhoneticKey``, or are any other hashes that two names may share. Two columns hold a key and an
/// item each, sorted by key and then by item: 12 bytes a pair, and no allocation for a key.
///
/// Complexity: O(*n* log *n*) to make; O(log *n*) to look up a key, and the items come as a slice.
struct SoundIndex: Sendable {
  /// A key, and an item that has it.
  struct Entry: Sendable {
    var key: UInt64
    var item: Int32
  }

  private let keys: [UInt64]
  private let items: [Int32]

  /// Keys that more items than this share identify none of them.
  static let longestList = 400

  /// Makes an index of keys and the items that have them; what is given twice is found twice.
  init(_ entries: [Entry] = []) {
    let sorted = entries.sorted { ($0.key, $0.item) < ($1.key, $1.item) }
    keys = sorted.map(\.key)
    items = sorted.map(\.item)
  }

  /// The items that have a key, ascending.
  func items(_ key: UInt64) -> ArraySlice<Int32> {
    let start = keys.partitioningIndex { $0 >= key }
    var end = start
    while end < keys.count, keys[end] == key { end += 1 }
    return items[start..<end]
  }

  /// The items that have a key, none where more than ``longestList`` share it.
  func distinctiveItems(_ key: UInt64) -> ArraySlice<Int32> {
    let items = items(key)
    return items.count <= Self.longestList ? items : []
  }
}

extension [SoundIndex.Entry] {
  /// Adds the keys of an item.
  mutating func add(_ keys: some Sequence<UInt64>, of item: Int) {
    let item = Int32(truncatingIfNeeded: item)
    for key in keys { append(SoundIndex.Entry(key: key, item: item)) }
  }
}
