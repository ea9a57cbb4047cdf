/// What is searched for: words, "phrases", and -words that must be absent.
///
/// Every word may go on, as it does while it is typed; the words of a closed phrase are whole. All
/// that is not excluded has to be found.
public struct SearchQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  /// Its words and phrases.
  let terms: [SearchTerm]

  /// Reads a query; a phrase that is still open ends where the text does.
  public init(_ text: String) {
    self.text = text
    terms = QueryParser.terms(of: text)
  }

  /// Whether nothing is searched for, be it that only words to exclude are named.
  public var isEmpty: Bool { wanted.isEmpty }

  /// What has to be found.
  var wanted: [SearchTerm] { terms.filter { !$0.isExcluded } }

  /// What must be absent.
  var excluded: [SearchTerm] { terms.filter(\.isExcluded) }
}
