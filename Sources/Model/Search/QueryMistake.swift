/// What is wrong with a query, and where.
public struct QueryMistake: Error, Hashable, Sendable {
  /// The sorts of mistakes, with what was typed.
  enum Kind: Hashable, Sendable {
    /// No field is called so.
    case unknownField(String)
    /// Nothing stands after a field's colon.
    case noValue(QueryField)
    /// What stands after `after:` or `before:` is no date.
    case notADate(String)
    /// What stands after `lang:` is no language.
    case unknownLanguage(String)
    /// What stands after `is:` is nothing that an article can be.
    case unknownState(String)
    /// A quote is not closed.
    case openQuote
  }

  /// What it is.
  let kind: Kind
  /// Where it begins: the number of the character in the query, counted from 1.
  public let column: Int

  /// Whether it may be mended by typing on, and what is typed can be searched for meanwhile.
  public var isUnfinished: Bool { kind == .openQuote }
}

extension QueryMistake: CustomStringConvertible {
  /// A sentence that says what is wrong, where, and what to type instead.
  public var description: String {
    let place = "at character \(column)"
    switch kind {
    case .unknownField(let name):
      let fields = QueryField.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      return "There is no field \(name): (\(place)). The fields are \(fields); "
        + "a word with a colon is searched for in quotes."
    case .noValue(let field):
      return "\(field.rawValue): is followed by nothing (\(place)). \(Self.example(of: field))"
    case .notADate(let text):
      return "\(text) is no date (\(place)). Write 2020, 2020-08 or 2020-08-18."
    case .unknownLanguage(let text):
      return "\(text) is no language that is told apart (\(place)). Write ar, en or und."
    case .unknownState(let text):
      return "An article can't be \(text) (\(place)). Write is:unread, is:read or is:starred."
    case .openQuote:
      return "The quote \(place) is not closed."
    }
  }

  private static func example(of field: QueryField) -> String {
    switch field {
    case .person: "Write a name, as in person:kazemi or person:\"al-kazemi\"."
    case .place: "Write a name, as in place:baghdad."
    case .org: "Write a name, as in org:\"central bank\"."
    case .lang: "Write lang:ar, lang:en or lang:und."
    case .source: "Write a word of the source's name, as in source:reuters."
    case .after, .before: "Write a date: 2020, 2020-08 or 2020-08-18."
    case .is: "Write is:unread, is:read or is:starred."
    }
  }
}
