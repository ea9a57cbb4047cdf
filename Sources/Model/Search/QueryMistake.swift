/// A mistake in a query, with its position.
public struct QueryMistake: Error, Hashable, Sendable {
  /// The types of mistakes, with the text typed.
  enum Kind: Hashable, Sendable {
    /// There is no field of that name.
    case unknownField(String)
    /// A field has no value.
    case noValue(QueryField)
    /// The value of `after:` or `before:` is not a date.
    case notADate(String)
    /// The value of `lang:` is not a language.
    case unknownLanguage(String)
    /// The value of `is:` is not a state of articles.
    case unknownState(String)
    /// A quote is not closed.
    case openQuote
  }

  /// The type of mistake.
  let kind: Kind
  /// Where it begins: the number of the character in the query, counted from 1.
  public let column: Int

  /// Whether typing on may correct it, so that the query can be searched for meanwhile.
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
        + "to search for a word with a colon, put it in quotes."
    case .noValue(let field):
      return "\(field.rawValue): has no value (\(place)). \(Self.example(of: field))"
    case .notADate(let text):
      return "\(text) is not a date (\(place)). Write 2020, 2020-08 or 2020-08-18."
    case .unknownLanguage(let text):
      return "\(text) is not a language Reader knows (\(place)). Write ar, en or und."
    case .unknownState(let text):
      return "An article can't be \(text) (\(place)). \(Self.states)"
    case .openQuote:
      return "The quote \(place) is not closed."
    }
  }

  private static let states = "Write is:unread, is:read, is:starred, is:noted or is:watched."

  private static func example(of field: QueryField) -> String {
    switch field {
    case .person: "Write a name, as in person:kazemi or person:\"al-kazemi\"."
    case .place: "Write a name, as in place:baghdad."
    case .org: "Write a name, as in org:\"central bank\"."
    case .lang: "Write lang:ar, lang:en or lang:und."
    case .source: "Write a word of the source's name or group, as in source:reuters."
    case .after, .before: "Write a date: 2020, 2020-08 or 2020-08-18."
    case .is: states
    case .note: "Write a word of the note, as in note:check."
    case .watch: "Write a word of the list's name, as in watch:sanctions."
    }
  }
}
