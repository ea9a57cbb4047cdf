/// The articles found for single terms, kept while a query is typed.
///
/// Each letter changes one term; what the others find is known.
struct FoundSets: Sendable {
  /// What was asked.
  enum Key: Hashable, Sendable {
    /// A term in titles, behind particles too or not.
    case title(SearchTerm, widened: Bool)
    /// A term in the texts below them, behind particles too or not.
    case body(SearchTerm, widened: Bool)
    /// Entities, of a kind or of any, by a name that has all of some terms.
    case names([SearchTerm], kind: EntityKind?, Spelling)
    /// A test of what is said of an article beside its text.
    case header(QueryCondition.Test)
  }

  /// How the words of a name may be spelled.
  enum Spelling: Hashable, Sendable {
    /// As they were typed.
    case asSpelled
    /// As the other script or another transliteration spells them too.
    case anySpelling
    /// As one edit makes them.
    case oneEdit
  }

  /// What was found.
  struct Found: Sendable {
    /// The articles.
    var articles: ArticleSet
    /// The rows of the entities in the name index, where names were asked.
    var entities: Set<Int32> = []
  }

  /// How many answers are kept; a set takes a bit per article.
  private static let limit = 128

  private var generation: Int64 = 0
  private var known: [Key: Found] = [:]

  /// What is known at a generation of the library.
  func found(_ key: Key, at generation: Int64) -> Found? {
    generation == self.generation ? known[key] : nil
  }

  /// Keeps an answer; those of an older generation go.
  mutating func keep(_ found: Found, for key: Key, at generation: Int64) {
    if generation != self.generation || known.count >= Self.limit {
      known.removeAll(keepingCapacity: true)
      self.generation = generation
    }
    known[key] = found
  }
}
