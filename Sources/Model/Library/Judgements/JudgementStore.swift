import GRDB

/// Keeps judgements, in the order in which they were made.
struct JudgementStore {
  let db: Database

  /// What stands between the names of a span; no text that is shown has it.
  fileprivate static let separator = "\u{1F}"

  /// All judgements, the latest last.
  func all() throws -> [Judgement] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT verdict, kind, name, article, otherKind, otherName, otherArticle
          FROM judgement ORDER BY number
          """)
    ).compactMap(Judgement.init(row:))
  }

  /// Carries out a change, and gives back the change that undoes it: what was as wanted already is not
  /// in it.
  func apply(_ change: JudgementChange) throws -> JudgementChange {
    var inverse = JudgementChange()
    for judgement in change.removing where try current(on: judgement.subject) == judgement {
      try delete(judgement.subject)
      inverse.adding.append(judgement)
    }
    for judgement in change.adding {
      let former = try current(on: judgement.subject)
      guard former != judgement else { continue }
      if let former {
        try delete(judgement.subject)
        inverse.adding.append(former)
      }
      try insert(judgement)
      inverse.removing.append(judgement)
    }
    return inverse
  }

  private func current(on subject: String) throws -> Judgement? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT verdict, kind, name, article, otherKind, otherName, otherArticle
        FROM judgement WHERE subject = ?
        """)
    return try Row.fetchOne(statement, arguments: [subject]).flatMap(Judgement.init(row:))
  }

  private func delete(_ subject: String) throws {
    try db.cachedStatement(sql: "DELETE FROM judgement WHERE subject = ?")
      .execute(arguments: [subject])
  }

  private func insert(_ judgement: Judgement) throws {
    let name = judgement.names[0]
    let other = judgement.names.dropFirst().first
    var (otherKind, otherName) = (other?.kind.rawValue, other?.text)
    switch judgement {
    case .rename(_, let shown): otherName = shown
    case .kind(_, let kind): otherKind = kind.rawValue
    case .spans(_, let parts): otherName = parts.joined(separator: Self.separator)
    case .same, .different, .unsure, .hide: break
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO judgement
          (subject, verdict, kind, name, article, otherKind, otherName, otherArticle)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      judgement.subject, judgement.verdict, name.kind.rawValue, name.text, name.article, otherKind,
      otherName, other?.article,
    ])
  }
}

extension Judgement {
  /// What is decided, as it is stored and written to files.
  var verdict: String {
    switch self {
    case .same: "same"
    case .different: "different"
    case .unsure: "unsure"
    case .rename: "rename"
    case .kind: "kind"
    case .hide: "hide"
    case .spans: "spans"
    }
  }

  /// Puts a judgement together from its fields; `nil` where they make none.
  init?(
    verdict: String, name: JudgedName, other: JudgedName?, text: String?, kind: EntityKind?,
    parts: [String]
  ) {
    switch (verdict, other, text, kind) {
    case ("same", let other?, _, _): self = .same(name, other)
    case ("different", let other?, _, _): self = .different(name, other)
    case ("unsure", let other?, _, _): self = .unsure(name, other)
    case ("rename", _, let text?, _): self = .rename(name, to: text)
    case ("kind", _, _, let kind?): self = .kind(name, kind)
    case ("hide", _, _, _): self = .hide(name)
    case ("spans", _, _, _) where !parts.isEmpty: self = .spans(name, parts)
    default: return nil
    }
  }

  fileprivate init?(row: Row) throws {
    guard let kind = EntityKind(rawValue: try row.decode(atIndex: 1)) else { return nil }
    let otherKind = try row.decode(String?.self, atIndex: 4).flatMap(EntityKind.init)
    let otherName: String? = try row.decode(atIndex: 5)
    var other: JudgedName?
    if let otherKind, let otherName {
      other = try JudgedName(
        kind: otherKind, text: otherName, article: row.decode(atIndex: 6))
    }
    try self.init(
      verdict: row.decode(atIndex: 0),
      name: JudgedName(
        kind: kind, text: row.decode(atIndex: 2), article: row.decode(atIndex: 3)),
      other: other, text: otherName, kind: otherKind,
      parts: (otherName?.split(separator: JudgementStore.separator) ?? []).map(String.init))
  }
}
