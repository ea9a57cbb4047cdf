import GRDB

// Entities by the words of their names.
extension ArticleSearch {
  /// The entities that have a name with all of `terms`, and the articles that mention them.
  func named(
    _ terms: [SearchTerm], kind: EntityKind?, _ spelling: FoundSets.Spelling
  ) throws -> FoundSets.Found {
    let choices = choices(for: terms, spelling)
    guard choices.allSatisfy({ !$0.isEmpty }) else {
      return FoundSets.Found(articles: ArticleSet(count: catalog.count))
    }
    let pattern = choices.map { choice in
      "(" + choice.map(\.pattern).joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM name_index WHERE name_index MATCH ?")
    let ids = try Int64.fetchCursor(statement, arguments: [pattern])
    let matchers = choices.map { $0.map { QueryMatcher([$0]) } }
    var found = FoundSets.Found(articles: ArticleSet(count: catalog.count))
    while let id = try ids.next() {
      guard let row = names.row(of: id), kind == nil || names.kind(row) == kind else { continue }
      // The index has an entity's names together; one of them must have all terms.
      if terms.count > 1, !names.hasOneName(row) {
        let all = try names.names(row)
        guard all.contains(where: { Self.has($0, matchers) }) else { continue }
      }
      found.entities.insert(Int32(truncatingIfNeeded: row))
      try names.insertArticles(of: row, into: &found.articles, catalog)
    }
    return found
  }

  private static func has(_ name: NameForm, _ matchers: [[QueryMatcher]]) -> Bool {
    matchers.allSatisfy { choice in
      choice.contains { $0.matchesAll(in: name.text.unicodeScalars) }
    }
  }

  /// For each term, the words that may replace it in a name.
  private func choices(
    for terms: [SearchTerm], _ spelling: FoundSets.Spelling
  ) -> [[SearchTerm]] {
    terms.map { term in
      var whole = terms.count == 1 ? Self.forNames(term) : term
      whole.cased = nil
      switch spelling {
      case .asSpelled: return [whole]
      case .anySpelling:
        return [whole] + Self.terms(term.onlyWord.map(names.vocabulary.spellings) ?? [])
      case .oneEdit:
        return Self.terms(term.onlyWord.map(names.vocabulary.oneEdit) ?? [])
      }
    }
  }

  private static func terms(_ words: [String]) -> [SearchTerm] {
    words.map { SearchTerm(words: [Array($0.utf8)], isPrefix: false) }
  }

  /// A term as it is searched in names: one or two letters have to be the whole word, because as a
  /// prefix they would match a tenth of all names.
  private static func forNames(_ term: SearchTerm) -> SearchTerm {
    var term = term
    let letters = term.onlyWord?.unicodeScalars.count
    if let letters, letters < 3 { term.isPrefix = false }
    return term
  }

  /// The entities found, the kind of the best one first: those whose whole name is searched for, then
  /// the most mentioned.
  func groups(of found: Found, named terms: [SearchTerm]) throws -> [NameGroup] {
    let wanted = terms.flatMap(\.words)
    // Of equal ones the first stays first.
    func isBefore(_ left: RankedName, _ right: RankedName) -> Bool {
      (right.isWhole ? 1 : 0, right.found.articles, left.place)
        < (left.isWhole ? 1 : 0, left.found.articles, right.place)
    }
    var ranked: [RankedName] = []
    var groups = try mostMentioned(of: found)
    for (place, group) in groups.enumerated() {
      var names = group.entities.enumerated().map { RankedName($1, place: $0, wanted: wanted) }
      names.sort(by: isBefore)
      groups[place].entities = names.prefix(NameGroup.limit).map(\.found)
      if var best = names.first {
        best.place = place
        ranked.append(best)
      }
    }
    ranked.sort(by: isBefore)
    return ranked.map { groups[$0.place] }
  }

  /// How many of a kind are looked at for one whose whole name is searched for.
  private static let considered = 4 * NameGroup.limit

  /// The entities found, the most mentioned of each kind first.
  private func mostMentioned(of found: Found) throws -> [NameGroup] {
    try EntityKind.allCases.compactMap { kind in
      var total = 0
      var areForgiven = true
      // A common name has thousands of bearers, so they are not all sorted.
      var first: [Int] = []
      for row in found.named.lazy.map({ Int($0) }) where names.kind(row) == kind {
        total += 1
        areForgiven = areForgiven && found.forgiven.contains(Int32(truncatingIfNeeded: row))
        if first.count == Self.considered, let last = first.last, !isBefore(row, last) { continue }
        first.insert(row, at: first.firstIndex { isBefore(row, $0) } ?? first.count)
        if first.count > Self.considered { first.removeLast() }
      }
      guard total > 0 else { return nil }
      return NameGroup(
        kind: kind, total: total, areForgiven: areForgiven,
        entities: try first.map { row in
          FoundEntity(
            entity: Entity(
              id: EntityID(rawValue: names.id(row)), kind: kind, names: try names.names(row)),
            articles: names.count(row))
        })
    }
  }

  /// Whether more articles mention one entity than another; of equal ones the first stands first.
  private func isBefore(_ row: Int, _ other: Int) -> Bool {
    (names.count(other), row) < (names.count(row), other)
  }
}

/// An entity that was found, with what decides on its place among the others.
private struct RankedName {
  var found: FoundEntity
  /// Whether all of one of its names is searched for.
  var isWhole: Bool
  var place: Int

  init(_ found: FoundEntity, place: Int, wanted: [[UInt8]]) {
    self.found = found
    self.place = place
    isWhole = found.entity.names.contains { FoldedWord.words(of: $0.text) == wanted }
  }
}

extension SearchTerm {
  /// The term's word, where it has but one.
  fileprivate var onlyWord: String? {
    words.count == 1 ? words.first.map { String(decoding: $0, as: UTF8.self) } : nil
  }
}
