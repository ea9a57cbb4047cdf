import Foundation
import Model

/// A row of the pane of sources: all of them, a group, a source, or a saved search.
struct SourceRow: Hashable, Sendable {
  /// What it is called.
  var name: String
  /// How many groups it is in.
  var depth = 0
  /// Whether it stands for several sources.
  var isGroup = false
  /// What the library knows its sources by; none where it is a search.
  var targets: [String] = []
  /// The query, where it is a saved search.
  var query: String?
  /// How many articles it has.
  var articles = 0
  /// How many of them are unread.
  var unread = 0
  /// Why its last fetch failed, in words.
  var failure: String?
  /// What else there is to say of it, a line each.
  var details: [String] = []

  /// The rows of some sources: all of them, those in no group, then each group in the order in which
  /// it comes up first.
  static func rows(of sources: [SourceOverview], at now: Date) -> [SourceRow] {
    let inner = rows(of: sources, in: [], at: now)
    guard sources.count > 1 else { return inner }
    return [row(of: sources, named: "All sources", depth: 0)] + inner
  }

  private static func rows(
    of sources: [SourceOverview], in group: [String], at now: Date
  ) -> [SourceRow] {
    var rows: [SourceRow] = []
    var inner: [String] = []
    for source in sources {
      let path = path(of: source)
      if path.count == group.count {
        rows.append(row(of: source, depth: group.count, at: now))
      } else if !inner.contains(path[group.count]) {
        inner.append(path[group.count])
      }
    }
    for name in inner {
      let members = sources.filter {
        let path = path(of: $0)
        return path.count > group.count && path[group.count] == name
      }
      rows.append(row(of: members, named: name.displayable, depth: group.count))
      rows += self.rows(of: members, in: group + [name], at: now)
    }
    return rows
  }

  private static func path(of source: SourceOverview) -> [String] {
    source.source.group?.split(separator: "/").map(String.init) ?? []
  }

  /// The rows of saved searches below their heading, with what the library has for each.
  static func rows(
    of searches: [SavedSearch], articles: (SearchQuery) throws -> Set<ArticleID>
  ) rethrows -> [SourceRow] {
    guard !searches.isEmpty else { return [] }
    let unread = try articles(SearchQuery("is:unread"))
    var all: (articles: Set<ArticleID>, unread: Set<ArticleID>) = ([], [])
    let rows = try searches.map { search in
      var row = SourceRow(
        name: search.name, depth: 1, query: search.query,
        details: ["search \(search.query.displayable)"])
      let query = SearchQuery(search.query)
      row.failure = query.mistake?.description
      guard row.failure == nil else { return row }
      let found = try articles(query)
      let fresh = found.intersection(unread)
      (row.articles, row.unread) = (found.count, fresh.count)
      all.articles.formUnion(found)
      all.unread.formUnion(fresh)
      return row
    }
    var heading = SourceRow(name: "Saved searches", isGroup: true)
    (heading.articles, heading.unread) = (all.articles.count, all.unread.count)
    return [heading] + rows
  }

  private static func row(
    of sources: [SourceOverview], named name: String, depth: Int
  ) -> SourceRow {
    var row = SourceRow(
      name: name, depth: depth, isGroup: true, targets: sources.map(\.source.target))
    // An article that several of them gave is one.
    row.articles = sources.reduce(into: Set()) { $0.formUnion($1.articles) }.count
    row.unread = sources.reduce(into: Set()) { $0.formUnion($1.unread) }.count
    let failed = sources.filter { $0.failure != nil }.count
    let count = sources.count == 1 ? "1 source" : "\(sources.count) sources"
    row.details = [count + (failed > 0 ? ", \(failed) failed" : "")]
    return row
  }

  private static func row(of overview: SourceOverview, depth: Int, at now: Date) -> SourceRow {
    var row = SourceRow(
      name: overview.source.displayName, depth: depth, targets: [overview.source.target])
    (row.articles, row.unread) = (overview.articles.count, overview.unread.count)
    row.failure = overview.failure
    let state = overview.state
    let kind = overview.source.kind
    row.details = [
      "\(kind.rawValue) \(WebAddress.withoutLogin(overview.source.target).displayable)",
      [
        state.lastSuccess.map { "Fetched \(words(now.timeIntervalSince($0))) ago" }
          ?? (kind == .path ? nil : "Never fetched"),
        state.isGone
          ? "gone for good"
          : state.nextTry.map { next in
            next > now ? "due in \(words(next.timeIntervalSince(now)))" : "due now"
          },
      ].compactMap(\.self).joined(separator: ", "),
      state.permanentAddress.map { "It has moved for good to \($0.displayable)" } ?? "",
      overview.failure.map { "The last fetch failed: it \($0)" } ?? "",
    ].filter { !$0.isEmpty }
    return row
  }

  /// A time in its largest unit.
  private static func words(_ seconds: TimeInterval) -> String {
    let minutes = Int(max(0, seconds) / 60)
    guard minutes > 0 else { return "less than a minute" }
    let (count, unit) =
      minutes < 60
      ? (minutes, "minute") : minutes < 2880 ? (minutes / 60, "hour") : (minutes / 1440, "day")
    return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
  }
}

extension SourceOverview {
  /// Why its last fetch failed; `nil` where it did not.
  fileprivate var failure: String? { state.failures > 0 ? state.lastFailure?.reason : nil }
}
