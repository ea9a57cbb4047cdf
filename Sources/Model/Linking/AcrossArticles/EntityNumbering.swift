/// Gives entities their numbers: that of the entity they were before, where there was one.
enum EntityNumbering {
  /// How much of an entity was of another one before.
  struct Overlap: Hashable {
    /// The entity: an index.
    var entity: Int
    /// The number it had.
    var former: Int64
    /// How many of its records had that number.
    var weight: Int
  }

  /// The numbers of some entities.
  ///
  /// Former numbers go where most of what had them went; each goes to one entity. The others take the
  /// number that is made of their names, so that a library made anew gives it again.
  ///
  /// `isTaken` tells whether an entity that is not numbered now has a number.
  static func numbers(
    for entities: [EntitySketch], overlaps: [Overlap] = [],
    isTaken: (Int64) throws -> Bool
  ) rethrows -> [Int64] {
    var taken: Set<Int64> = []
    var numbers = [Int64?](repeating: nil, count: entities.count)
    // Of two that have as much of it, the one whose own number it is.
    func isOther(_ overlap: Overlap) -> Int {
      entities[overlap.entity].freshID == overlap.former ? 0 : 1
    }
    let order = overlaps.sorted {
      ($1.weight, isOther($0), $0.former, entities[$0.entity].leastCluster)
        < ($0.weight, isOther($1), $1.former, entities[$1.entity].leastCluster)
    }
    for overlap in order where numbers[overlap.entity] == nil {
      if taken.insert(overlap.former).inserted { numbers[overlap.entity] = overlap.former }
    }
    let fresh = entities.indices.filter { numbers[$0] == nil }.sorted {
      (entities[$0].canonical, entities[$0].leastCluster)
        < (entities[$1].canonical, entities[$1].leastCluster)
    }
    for index in fresh {
      var id = entities[index].freshID
      while try isTaken(id) || !taken.insert(id).inserted {
        id = EntityNumber.next(after: id, for: id)
      }
      numbers[index] = id
    }
    return numbers.map { $0 ?? 0 }
  }
}
