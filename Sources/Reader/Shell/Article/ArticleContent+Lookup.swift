import Model

extension ArticleContent {
  /// The index of the first mention that ends after `position`.
  ///
  /// Complexity: O(log *n*).
  func firstMention(from position: Int) -> Int {
    mentions.partitioningIndex { $0.mention.range.upperBound > position }
  }

  /// The index of the mention that holds `position`.
  func mentionIndex(at position: Int) -> Int? {
    let index = firstMention(from: position)
    guard index < mentions.count, mentions[index].mention.range.contains(position) else {
      return nil
    }
    return index
  }

  /// Where the mentions of an entity stand, in ascending order.
  func ranges(of entity: EntityID) -> [TextRange] {
    mentions.filter { $0.entity == entity }.map(\.mention.range)
  }

  /// The entity with this number, where the article mentions it.
  func entity(_ id: EntityID) -> Entity? {
    entities.first { $0.entity.id == id }?.entity
  }
}
