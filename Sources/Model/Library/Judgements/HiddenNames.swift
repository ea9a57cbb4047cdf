import GRDB

/// The names that the reader does not want to see in one article.
struct HiddenNames {
  private let names: Set<NameOfKind>
  private let text: ScalarText?

  /// What is hidden everywhere, and in an article.
  private static let asked = """
    SELECT kind, name FROM judgement WHERE verdict = 'hide' AND article IS NULL
    UNION ALL SELECT kind, name FROM judgement
    WHERE verdict = 'hide' AND article = (SELECT digest FROM article WHERE id = ?)
    """

  /// Whether the reader hid names that an article may have.
  static func areAny(in article: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (\(asked))"), arguments: [article]) ?? false
  }

  /// Reads what is hidden in an article; its text is read only where something is.
  init(in article: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: Self.asked)
    let rows = try Row.fetchAll(statement, arguments: [article])
    names = Set(
      try rows.compactMap { row in
        try EntityKind(rawValue: row.decode(atIndex: 0)).map {
          try NameOfKind(JudgedName(kind: $0, text: row.decode(atIndex: 1)))
        }
      })
    guard !names.isEmpty else {
      text = nil
      return
    }
    text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM body WHERE article = ?"), arguments: [article]
    ).map { ScalarText($0) }
  }

  /// Whether a mention of a cluster has a hidden name.
  func contains(_ mention: Mention, of cluster: Int64, _ store: ClusterStore) throws -> Bool {
    guard let text else { return false }
    let name = text[mention.range]
    if names.contains(NameOfKind(JudgedName(kind: mention.kind, text: name))) { return true }
    guard let kind = try store.kind(of: cluster), kind != mention.kind else { return false }
    return names.contains(NameOfKind(JudgedName(kind: kind, text: name)))
  }
}
