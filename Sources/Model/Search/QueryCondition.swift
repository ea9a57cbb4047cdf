/// A condition of a query other than words: `lang:ar`, `-person:kazemi`.
struct QueryCondition: Hashable, Sendable {
  /// The test.
  enum Test: Hashable, Sendable {
    /// It mentions an entity of a kind that has a name with the term.
    case name(EntityKind, SearchTerm)
    /// It mentions an entity.
    ///
    /// Where it is gone, having been merged with another, the one that has the name is meant.
    case entity(EntityID, JudgedName?)
    /// Most of it is in a language.
    case language(Language)
    /// The source that it states has the term, or the name or group of a source that gave it.
    case source(SearchTerm)
    /// One of some sources gave it, by their addresses, folders and commands.
    case givenBy([String])
    /// It is from a moment, in seconds since 1970, or from later.
    case notBefore(Int64)
    /// It is from before a moment, in seconds since 1970.
    case before(Int64)
    /// It was read, or was not.
    case read(Bool)
    /// It has a star.
    case starred
    /// It has a note or, with a term, one that has the term, or it mentions an entity of which a note has it.
    case noted(SearchTerm?)
    /// It mentions an entity on a list of names whose own name has the term, or on any list.
    case watched(SearchTerm?)
  }

  /// The test.
  var test: Test
  /// Whether the article must fail the test.
  var isExcluded = false
}
