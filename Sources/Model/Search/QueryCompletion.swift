import GRDB

extension Library {
  /// The most values of a field that complete a query.
  private static let mostCompletions = 50

  /// The queries that complete one which is typed up to its last character: with the names of fields, or
  /// with the values that the library has for the field named last.
  public func completions(of query: String) throws -> [String] {
    let scalars = Array(query.unicodeScalars)
    let isAfterSpace = scalars.last?.properties.isWhitespace ?? true
    let clauses = QueryParser.clauses(of: query)
    var clause = clauses.last ?? QueryParser.Clause()
    if isAfterSpace, !clause.isOpen {
      clause = QueryParser.Clause(start: scalars.count, textStart: scalars.count)
    }
    guard !clause.isWhole else { return [] }
    let start = min(clause.textStart, scalars.count)
    let head = String(String.UnicodeScalarView(scalars[..<start]))
    guard let name = clause.field else {
      guard !clause.isOpen else { return [] }
      return QueryField.allCases.map { "\($0.rawValue):" }
        .filter { $0.hasPrefix(clause.text.lowercased()) }.map { head + $0 }
    }
    guard let field = QueryField(rawValue: name) else { return [] }
    return try values(of: field, matching: clause).prefix(Self.mostCompletions)
      .map { head + Self.written($0) }
  }

  /// A value as it stands in a query: in quotes, where it is not one word.
  private static func written(_ value: String) -> String {
    let plain = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0 != "\"" }))
    let isWord = plain.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
    }
    return isWord ? plain : "\"\(plain)\""
  }

  private func values(
    of field: QueryField, matching clause: QueryParser.Clause
  ) throws -> [String] {
    switch field {
    case .lang: return Language.allCases.map(\.rawValue).filter { $0.hasPrefix(clause.text) }
    case .is:
      return ["unread", "read", "starred", "noted", "watched"].filter { $0.hasPrefix(clause.text) }
    case .after, .before, .note: return []
    case .source: return Self.matching(try sourceNames(), clause)
    case .watch: return Self.matching(try watchLists().map(\.name), clause)
    case .person, .place, .org:
      let list = try names(NameList.Request(text: clause.text, kind: field.kind))
      return try list.entities(in: 0..<Self.mostCompletions).map {
        $0.entity.displayName(preferring: Script(of: clause.text))
      }
    }
  }

  /// The values in which every word typed begins a word.
  private static func matching(_ values: [String], _ clause: QueryParser.Clause) -> [String] {
    guard let term = QueryParser.term(of: clause) else { return values }
    let matcher = QueryMatcher([term])
    return values.filter { matcher.matchesAll(in: $0.unicodeScalars) }
  }

  /// What sources and groups on the list are called, then what articles state as theirs.
  private func sourceNames() throws -> [String] {
    try read { db in
      let names = try SourceName.all(db).values.flatMap { [$0.name, $0.group].compactMap(\.self) }
      let listed = Set(names).sorted()
      let stated = try String.fetchAll(
        db, sql: "SELECT DISTINCT source FROM article WHERE source IS NOT NULL ORDER BY 1")
      return listed + stated.filter { !listed.contains($0) }
    }
  }
}
