extension QueryCondition {
  /// Reads a clause that has a field.
  init(_ clause: QueryParser.Clause) throws(QueryMistake) {
    let name = clause.field ?? ""
    guard let field = QueryField(rawValue: name) else {
      throw QueryMistake(kind: .unknownField(name), column: clause.start + 1)
    }
    self.init(test: try Self.test(field, clause), isExcluded: clause.isExcluded)
  }

  private static func test(
    _ field: QueryField, _ clause: QueryParser.Clause
  ) throws(QueryMistake) -> Test {
    let value = clause.text.lowercased()
    guard !value.isEmpty else {
      throw QueryMistake(kind: .noValue(field), column: clause.start + 1)
    }
    let column = clause.textStart + 1
    switch field {
    case .person, .place, .org, .source, .watch, .note:
      guard var term = QueryParser.term(of: clause) else {
        throw QueryMistake(kind: .noValue(field), column: column)
      }
      term.isExcluded = false
      switch field {
      case .watch: return .watched(term)
      case .note: return .noted(term)
      default: return field.kind.map { .name($0, term) } ?? .source(term)
      }
    case .lang:
      guard let language = language(value) else {
        throw QueryMistake(kind: .unknownLanguage(clause.text), column: column)
      }
      return .language(language)
    case .after, .before:
      guard let start = QueryDate.start(of: value) else {
        throw QueryMistake(kind: .notADate(clause.text), column: column)
      }
      return field == .after ? .notBefore(start) : .before(start)
    case .is:
      switch value {
      case "unread": return .read(false)
      case "read": return .read(true)
      case "starred": return .starred
      case "noted": return .noted(nil)
      case "watched": return .watched(nil)
      default: throw QueryMistake(kind: .unknownState(clause.text), column: column)
      }
    }
  }

  private static func language(_ name: String) -> Language? {
    switch name {
    case "arabic", "عربي", "العربية": .arabic
    case "english": .english
    default: Language(rawValue: name)
    }
  }
}
