import GRDB

/// What a library has of the names of a list.
public struct WatchFindings: Sendable {
  /// The names that were found for sure, in the order of the list.
  public var found: [WatchFinding] = []
  /// What may be names of the list, for a person to look at.
  public var doubtful: [WatchFinding] = []
  /// How many names the list has.
  public var total: Int
  /// How many of them were found neither for sure nor in doubt.
  public var missing: Int { total - Set((found + doubtful).map(\.number)).count }

  /// Gives the findings their lines, which come in the order of the names, sure and doubtful ones mixed.
  fileprivate mutating func take(_ lines: [[WatchLine]], _ isDoubtful: [Bool]) {
    var places = (found: 0, doubtful: 0)
    for (own, isDoubtful) in zip(lines, isDoubtful) {
      if isDoubtful {
        doubtful[places.doubtful].lines = own
        places.doubtful += 1
      } else {
        found[places.found].lines = own
        places.found += 1
      }
    }
  }
}

/// A watched name that articles mention.
public struct WatchFinding: Sendable {
  /// Which one of the list it is, counted from 0.
  public var number: Int
  /// The watched name.
  public var name: WatchedName
  /// The entities that it is, or may be, the surest first.
  public var matches: [WatchMatch]
  /// How many articles of each language mention them; languages with none are left out.
  public var articleCounts: [Language: Int]
  /// The first of these articles, each with the line that names it.
  public var lines: [WatchLine]

  /// How many articles mention it.
  public var articles: Int { articleCounts.values.reduce(0, +) }
}

/// An article in which a watched name was found.
public struct WatchLine: Hashable, Sendable {
  /// The article.
  public var article: ArticleSummary
  /// The mention as it is spelled there.
  public var spelling: String
  /// Why it is the watched name, and how sure that is.
  public var match: WatchMatch
  /// Where the mention stands in the file's own text.
  public var range: TextRange
  /// The text around it.
  public var snippet: Snippet
}

extension Library {
  /// Finds the names of a list in the library.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - order: The order of the articles.
  ///   - limit: The most articles of which the line is given for each name; all are counted.
  /// - Complexity: O(*n* log *m*) in the names of the library and of the list, apart from the comparisons
  ///   of names that share a key, and the articles that are given.
  public func findings(
    of list: WatchList, order: ArticleOrder, limit: Int
  ) throws -> WatchFindings {
    try read { db in
      let catalog = try catalog(db, order)
      let facts = try facts(db)
      let comparison = try nameComparison()
      var findings = WatchFindings(total: list.names.count)
      var lines = WatchLines(comparison: comparison)
      var matches: [Int: [WatchMatch]] = [:]
      for found in try self.matches(of: list.names, db) {
        matches[found.watched, default: []].append(found.match)
      }
      var isDoubtfulAsked: [Bool] = []
      for (number, all) in matches.sorted(by: { $0.key < $1.key }) {
        for isDoubtful in [false, true] {
          let own = all.filter { $0.isDoubtful == isDoubtful }
            .sorted { ($1.confidence, $0.entity) < ($0.confidence, $1.entity) }
          guard !own.isEmpty else { continue }
          let rows = try Self.rows(mentioning: own, catalog, db)
          var finding = WatchFinding(
            number: number, name: list.names[number], matches: own, articleCounts: [:], lines: [])
          for row in rows { finding.articleCounts[facts.languages[row], default: 0] += 1 }
          guard !rows.isEmpty else { continue }
          lines.ask(
            for: catalog.places(ofImported: rows, order: order).prefix(max(limit, 0)).map(\.id),
            of: list.names[number], matches: own)
          isDoubtfulAsked.append(isDoubtful)
          if isDoubtful {
            findings.doubtful.append(finding)
          } else {
            findings.found.append(finding)
          }
        }
      }
      findings.take(try lines.read(db), isDoubtfulAsked)
      return findings
    }
  }

  /// The rows in order of import of the articles that mention one of some entities.
  private static func rows(
    mentioning matches: [WatchMatch], _ catalog: Catalog, _ db: Database
  ) throws -> [Int] {
    var set = ArticleSet(count: catalog.count)
    for match in matches {
      for article in try articles(mentioning: match.entity.rawValue, db) {
        if let row = catalog.importRow(of: article) { set.insert(row) }
      }
    }
    return set.rows
  }
}

/// An article and what it names.
private struct WatchedArticle {
  var summary: ArticleSummary
  var article: Article
  var linked: [LinkedMention]

  /// Reads an article; `nil` where it is gone.
  ///
  /// - Parameter owners: Whose each cluster is, as far as it was asked for.
  init?(_ id: ArticleID, _ db: Database, owners: inout [Int64: Int64?]) throws {
    guard let summary = try Library.summary(of: id.rawValue, db),
      let article = try Library.article(summary, db)
    else { return nil }
    let store = ClusterStore(db: db)
    linked = try Library.linkedMentions(of: id.rawValue, length: article.text.count, db) {
      if let owner = owners[$0] { return owner }
      let owner = try store.owner(of: $0)
      owners[$0] = .some(owner)
      return owner
    }
    (self.summary, self.article) = (summary, article)
  }
}

/// Chooses the lines of articles that show watched names.
///
/// The articles are read one after the other, each once: those of a large list name many of it.
private struct WatchLines {
  /// A line that is wanted: of an article, for a finding, at a place among its lines.
  private struct Wanted {
    var article: ArticleID
    var finding: Int
    var place: Int
  }

  private let comparison: NameComparison
  private var choices: [WatchLineChoice] = []
  private var wanted: [Wanted] = []

  /// Prepares to choose lines of names that are compared so.
  init(comparison: NameComparison) { self.comparison = comparison }

  /// Asks for the lines of some articles that show a name; the answers come in the order of the questions.
  mutating func ask(
    for articles: some Sequence<ArticleID>, of name: WatchedName, matches: [WatchMatch]
  ) {
    for (place, article) in articles.enumerated() {
      wanted.append(Wanted(article: article, finding: choices.count, place: place))
    }
    choices.append(WatchLineChoice(name, matches: matches, comparison: comparison))
  }

  /// The lines that were asked for.
  mutating func read(_ db: Database) throws -> [[WatchLine]] {
    var lines = choices.map { _ in [(place: Int, line: WatchLine)]() }
    var owners: [Int64: Int64?] = [:]
    wanted.sort { ($0.article, $0.finding) < ($1.article, $1.finding) }
    var start = 0
    while start < wanted.count {
      let id = wanted[start].article
      let end = wanted[start...].firstIndex { $0.article != id } ?? wanted.count
      if let article = try WatchedArticle(id, db, owners: &owners) {
        for one in wanted[start..<end] {
          guard let line = choices[one.finding].line(in: article) else { continue }
          lines[one.finding].append((one.place, line))
        }
      }
      start = end
    }
    return lines.map { own in own.sorted { $0.place < $1.place }.map(\.line) }
  }
}

/// Chooses the lines of articles that show one watched name.
private struct WatchLineChoice {
  /// The entities that it is, or may be, the surest first.
  let matches: [WatchMatch]
  let comparison: NameComparison
  private let names: [String]
  private let subjects: [NameComparison.Subject]
  /// How mentions agree with the name, by entity and spelling.
  private var known: [EntityID: [String: WatchMatch?]] = [:]

  /// Prepares to choose lines.
  init(_ name: WatchedName, matches: [WatchMatch], comparison: NameComparison) {
    (self.matches, self.comparison) = (matches, comparison)
    names = name.names
    subjects = names.map { comparison.subject($0) }
  }

  /// The line of an article: of the surest entity, a mention that agrees with the name by itself, else the
  /// first, which other articles' names lead to; `nil` where the article has no mention.
  mutating func line(in item: WatchedArticle) -> WatchLine? {
    let article = item.article
    for match in matches {
      let own = item.linked.filter { $0.entity == match.entity }.map(\.mention)
      guard let first = own.first else { continue }
      var chosen = (range: first.range, match: match)
      for mention in own {
        if let better = agreement(of: mention, article.text[mention.range], match) {
          chosen = (mention.range, better)
          break
        }
      }
      return WatchLine(
        article: item.summary, spelling: article.text[chosen.range], match: chosen.match,
        range: article.offsets.original(chosen.range),
        snippet: Snippet(of: article, around: chosen.range))
    }
    return nil
  }

  /// The match of a mention by its own spelling, where that is no more doubtful than its entity's.
  private mutating func agreement(
    of mention: Mention, _ text: String, _ match: WatchMatch
  ) -> WatchMatch? {
    if let known = known[match.entity]?[text] { return known }
    var own: WatchMatch?
    if let best = comparison.best(of: subjects, with: text, kind: mention.kind),
      match.isDoubtful || best.agreement.doubts.isEmpty
    {
      own = WatchMatch(
        entity: match.entity, spelling: text, listed: names[best.place],
        reason: best.agreement.reason,
        confidence: best.agreement.confidence, doubts: best.agreement.doubts)
    }
    known[match.entity, default: [:]][text] = .some(own)
    return own
  }
}
