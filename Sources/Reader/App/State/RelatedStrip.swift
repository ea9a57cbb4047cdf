import Model

/// The articles that tell the same story as the one shown, under its text.
struct RelatedStrip: Sendable {
  /// One of them.
  struct Row: Hashable, Sendable {
    /// What the list shows of it.
    var summary: ArticleSummary
    /// The names that both articles have, the most telling first.
    var shared: [Entity]
  }

  /// The article shown.
  let article: ArticleID
  /// The others, the nearest first.
  let rows: [Row]
  /// The row of the cursor, while the strip has the keys.
  private(set) var selected = 0

  /// How many articles are shown at most.
  static let limit = 5

  /// Makes the strip of an article.
  init(article: ArticleID, rows: [Row]) {
    self.article = article
    self.rows = rows
  }

  /// The screen rows that the strip takes of `height`: one that says what is folded away, and one
  /// for each article where it is unfolded; none where the text would be left too few.
  func height(isUnfolded: Bool, of height: Int) -> Int {
    guard !rows.isEmpty, height >= 8 else { return 0 }
    return isUnfolded ? min(1 + rows.count, height / 2) : 1
  }

  /// Moves the cursor.
  mutating func move(by distance: Int) {
    selected = min(max(0, selected + distance), max(0, rows.count - 1))
  }
}
