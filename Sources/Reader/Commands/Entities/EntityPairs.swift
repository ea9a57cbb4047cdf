import Model

/// How many articles name two entities together.
struct EntityPairs {
  /// Two entities, the one with the lesser number first.
  struct Pair: Hashable {
    var first: EntityID
    var second: EntityID
    var articles = 0
  }

  // Entities by order of appearance: two such numbers make a key of eight bytes.
  private var numbers: [EntityID: UInt32] = [:]
  private var entities: [EntityID] = []
  private var counts: [UInt64: Int] = [:]

  /// Counts an article that names some entities, each given once.
  mutating func add(_ ids: [EntityID]) {
    let known = ids.sorted().map { number(of: $0) }
    for (index, first) in known.enumerated() {
      for second in known[(index + 1)...] {
        counts[UInt64(first) << 32 | UInt64(second), default: 0] += 1
      }
    }
  }

  private mutating func number(of id: EntityID) -> UInt32 {
    if let known = numbers[id] { return known }
    let number = UInt32(entities.count)
    numbers[id] = number
    entities.append(id)
    return number
  }

  /// All pairs by their entities' numbers.
  var sorted: [Pair] {
    counts.map { key, count in
      Pair(
        first: entities[Int(key >> 32)], second: entities[Int(key & 0xFFFF_FFFF)], articles: count)
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
