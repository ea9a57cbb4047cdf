import Model

/// What hides articles from the list.
struct ListFilter: Hashable, Sendable {
  /// What the articles must be like.
  var query: SearchQuery
  /// The name of the saved search that it is.
  var name: String?

  /// What the list's header calls it.
  var label: String {
    name
      ?? query.parts.map { $0.hasPrefix("is:") ? String($0.dropFirst(3)) : $0 }
      .joined(separator: " \u{B7} ")
  }
}

/// Rows of the list that are asked for.
struct ListRequest: Hashable, Sendable {
  /// What the list is filtered by.
  var query: SearchQuery?
  /// What it is sorted by.
  var order: ArticleOrder
  /// The rows; where ``anchor`` is in the list, as many around it.
  var rows: Range<Int>
  /// The article to put the cursor on.
  var anchor: ArticleID?
  /// Where to open the first article, if the list hides the one that is shown.
  var opening: OpenTarget?
  /// Whether what the filter leaves in is found anew, though articles that were read or marked since
  /// vanish.
  var isRenewed = false
}

/// Rows of the list, as they were asked for.
struct ListAnswer: Sendable {
  /// What was asked.
  var request: ListRequest
  /// How many articles the list has.
  var count: Int
  /// How many there are in all.
  var total: Int
  /// The row of the first of ``summaries``.
  var first: Int
  /// The rows.
  var summaries: [ArticleSummary]
  /// The row of the article asked for; `nil` where the filter hides it.
  var anchorRow: Int?
}
