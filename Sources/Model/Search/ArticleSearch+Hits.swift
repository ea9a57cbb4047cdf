// Results to show for the articles found.
extension ArticleSearch {
  /// Some of the articles found: those in titles and names first, then those in text,
  /// then those found by correcting a typing error.
  func articles(of found: Found, order: ArticleOrder, hits: Range<Int>) -> [ArticleID] {
    var later = found.exact
    later.subtract(found.foremost)
    var last = found.all
    last.subtract(found.exact)
    var articles: [ArticleID] = []
    var passed = 0
    for set in [found.foremost, later, last] {
      let count = set.count
      if passed + count <= hits.lowerBound {
        passed += count
        continue
      }
      for row in 0..<catalog.count where passed < hits.upperBound {
        let imported = catalog.importRow(at: row, order: order)
        guard set.contains(imported) else { continue }
        if hits.contains(passed) {
          articles.append(ArticleID(rawValue: catalog.ids[imported]))
        }
        passed += 1
      }
    }
    return articles
  }

  /// An article that was found, with the mentions of some entities marked; where notes are asked for, its
  /// own stands in the place of its text.
  func hit(
    _ id: ArticleID, _ matcher: QueryMatcher, _ entities: Set<EntityID>, _ notes: [SearchTerm?]
  ) throws -> SearchHit? {
    guard
      let summary = try Library.summary(of: id.rawValue, db),
      let article = try Library.article(summary, db)
    else { return nil }
    var ranges = matcher.ranges(in: article)
    if !entities.isEmpty {
      let linked = try Library.linkedMentions(
        of: id.rawValue, length: article.text.count, db)
      let named = linked.filter { entities.contains($0.entity) }.map(\.mention.range)
      // A name that is itself written like the query is marked already.
      ranges = TextRange.merged(
        ranges + named.filter { name in !ranges.contains { $0.overlaps(name) } })
    }
    let noted = summary.note.flatMap { notes.isEmpty ? nil : Self.snippet(ofNote: $0, notes) }
    return SearchHit(
      summary: summary, ranges: ranges, snippet: noted ?? Snippet(of: article, hits: ranges))
  }

  /// What is shown of a note that has one of some terms, or of any where that is asked for.
  private static func snippet(ofNote note: String, _ terms: [SearchTerm?]) -> Snippet? {
    let sign = "\u{270E} "
    let hits = QueryMatcher(terms.compactMap(\.self)).ranges(in: note.unicodeScalars)
    guard !hits.isEmpty || terms.contains(nil) else { return nil }
    let shown = Snippet(of: ScalarText(note), hits: hits)
    return Snippet(
      text: sign + shown.text,
      ranges: shown.ranges.map { $0.shifted(by: sign.unicodeScalars.count) })
  }
}

extension SearchQuery {
  /// What notes have to have, a term or anything, by the conditions that are not excluded.
  var notesWanted: [SearchTerm?] {
    conditions.compactMap { condition in
      if case .noted(let term) = condition.test, !condition.isExcluded { return .some(term) }
      return nil
    }
  }
}

extension QueryMatcher {
  /// Where the matches stand in an article's text: in the title by itself, and in its body.
  public func ranges(in article: Article) -> [TextRange] {
    let pieces = { (role: Paragraph.Role) in
      article.paragraphs.filter { $0.role == role }.map {
        (start: $0.range.lowerBound, text: article.text.slice($0.range))
      }
    }
    return TextRange.merged(ranges(in: pieces(.title)) + ranges(in: pieces(.body)))
  }
}
