import Model

/// What a library has to say of an entity, as its page shows it.
struct EntityPageContent: Sendable {
  /// The page.
  var page: EntityPage
  /// Some of the articles that name it, in list order.
  var articles: [ArticleSummary]
  /// What those articles call a person by office, each once.
  var offices: [String] = []
  /// Names that may be the same entity's, for the reader to say.
  var proposals: [EntityLink] = []
  /// Why its names are taken for one, the least sure first.
  var links: [EntityLink] = []
}
