import Model

/// The lists that filters left lately, each as it was when it was asked for.
struct ListCache: Sendable {
  /// How many are kept.
  private static let limit = 8

  /// The lists, the one used last at the end.
  private var lists: [(query: SearchQuery, list: ArticleList)] = []

  /// A list that is known, if it is of a generation of the library.
  mutating func list(_ query: SearchQuery, at generation: Int64) -> ArticleList? {
    guard let index = lists.firstIndex(where: { $0.query == query }) else { return nil }
    let known = lists.remove(at: index)
    guard known.list.generation == generation else { return nil }
    lists.append(known)
    return known.list
  }

  /// Keeps a list.
  mutating func keep(_ list: ArticleList, for query: SearchQuery) {
    lists.removeAll { $0.query == query }
    lists.append((query, list))
    if lists.count > Self.limit { lists.removeFirst() }
  }
}
