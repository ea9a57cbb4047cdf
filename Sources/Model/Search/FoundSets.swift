/// The articles found for single terms, kept while a query is typed.
///
/// Each letter typed changes one term; the matches of the others are known.
enum FoundSets {
  /// The lookup that was made.
  enum Key: Hashable, Sendable {
    /// A term in titles, by itself or behind particles.
    case title(SearchTerm, WordFronts.Reach)
    /// A term in the texts below them, by itself or behind particles.
    case body(SearchTerm, WordFronts.Reach)
    /// Entities, of a kind or of any, by a name that has all of some terms.
    case names([SearchTerm], kind: EntityKind?, Spelling)
    /// A test of the metadata of an article.
    case header(QueryCondition.Test)
  }

  /// How the words of a name may be spelled.
  enum Spelling: Hashable, Sendable {
    /// As they were typed.
    case asSpelled
    /// As the other script spells them too.
    case anySpelling
    /// With one edit.
    case oneEdit
  }

  /// The matches of a lookup.
  struct Found: Sendable {
    /// The articles.
    var articles: ArticleSet
    /// The rows of the entities in the name index, if names were looked up.
    var entities: Set<Int32> = []
  }

  /// The answers, kept while a query is typed.
  typealias Memory = Memo<Key, Found>
  /// How many answers are kept; a set takes a bit per article.
  static let limit = 128
}
