/// A search: words, "phrases", -words that must be absent, and conditions such as
/// `person:kazemi`, `lang:ar` and `after:2020-08`.
///
/// Every word may go on, as it does while it is typed; the words of a closed phrase are whole. All
/// that is not excluded has to be found.
public struct SearchQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  /// Whether words are found only as they are spelled: no names of the other script, no other
  /// spellings of a name.
  public let isLiteral: Bool
  /// Its mistake, if it has one.
  public let mistake: QueryMistake?
  /// Its words and phrases.
  let terms: [SearchTerm]
  /// Its conditions.
  let conditions: [QueryCondition]

  /// Reads a query; a phrase that is still open ends where the text does.
  ///
  /// What it has a ``mistake`` in is left out.
  public init(_ text: String, isLiteral: Bool = false) {
    self.text = text
    self.isLiteral = isLiteral
    var mistake: QueryMistake?
    var terms: [SearchTerm] = []
    var conditions: [QueryCondition] = []
    for clause in QueryParser.clauses(of: text) where terms.count + conditions.count < Self.limit {
      do throws(QueryMistake) {
        if clause.field != nil {
          let condition = try QueryCondition(clause)
          if !conditions.contains(condition) { conditions.append(condition) }
        } else if var term = QueryParser.term(of: clause), !terms.contains(term) {
          term.isLiteral = isLiteral
          term.cased = QueryParser.casedWords(of: clause)
          terms.append(term)
        }
        if clause.isOpen {
          throw QueryMistake(kind: .openQuote, column: clause.textStart + 1)
        }
      } catch {
        mistake = mistake ?? error
      }
    }
    self.mistake = mistake
    self.terms = terms
    self.conditions = conditions
  }

  /// The query for the articles that mention an entity, as it is typed by one of its names.
  public init(articlesOf entity: Entity, named name: String) {
    let form = entity.names.first { $0.count > 0 }
    let anchor = form.map { JudgedName(kind: entity.kind, text: $0.text) }
    self.init(QueryField(entity.kind), named: name, test: .entity(entity.id, anchor))
  }

  /// The query for the articles that some sources gave, as it is typed by what they are called.
  public init(articlesGivenBy targets: [String], named name: String) {
    self.init(.source, named: name, test: .givenBy(targets))
  }

  private init(_ field: QueryField, named name: String, test: QueryCondition.Test) {
    let quoted = name.unicodeScalars.filter { $0 != "\"" }
    text = "\(field.rawValue):\"\(String(String.UnicodeScalarView(quoted)))\""
    isLiteral = false
    mistake = nil
    terms = []
    conditions = [QueryCondition(test: test)]
  }

  /// The query for the articles that two queries find.
  public init(_ left: SearchQuery, and right: SearchQuery) {
    text = "\(left.text) \(right.text)"
    isLiteral = left.isLiteral
    mistake = left.mistake ?? right.mistake
    terms = left.terms + right.terms
    conditions = left.conditions + right.conditions
  }

  private static let limit = QueryParser.limit

  /// Whether nothing is searched for, or only words to exclude are given.
  public var isEmpty: Bool { wanted.isEmpty && conditions.isEmpty }

  /// Whether it leaves all articles in.
  public var hidesNothing: Bool { terms.isEmpty && conditions.isEmpty }

  /// Its clauses as they were typed: what a filter's name is made of.
  public var parts: [String] {
    let scalars = Array(text.unicodeScalars)
    let starts = QueryParser.clauses(of: text).map(\.start)
    return zip(starts, starts.dropFirst() + [scalars.count]).map { start, end in
      var part = scalars[start..<end]
      while part.last?.properties.isWhitespace == true { part.removeLast() }
      return String(String.UnicodeScalarView(part))
    }
  }

  /// The terms that have to be found.
  var wanted: [SearchTerm] { terms.filter { !$0.isExcluded } }

  /// The terms that must be absent.
  var excluded: [SearchTerm] { terms.filter(\.isExcluded) }
}

/// A word or phrase of a query, folded.
struct SearchTerm: Hashable, Sendable {
  /// Its words in UTF-8, at least one: al-Kazemi has two.
  var words: [[UInt8]]
  /// Whether the last word may go on.
  var isPrefix: Bool
  /// Whether an article must not have it.
  var isExcluded = false
  /// Whether it is found only as it is spelled.
  var isLiteral = false
  /// Its words with the capitals that were typed, which a text must have too; `nil` without capitals.
  ///
  /// Names are found whatever their capitals.
  var cased: [[UInt8]]?

  /// Whether it is found behind particles too: one Arabic word that was not put in quotes.
  var takesParticles: Bool {
    words.count == 1 && isPrefix && !isLiteral && words.allSatisfy(WordFronts.widens)
  }

  /// What may stand before it, where the words in `widened` may have prepositions.
  func reach(_ widened: Set<[UInt8]>) -> WordFronts.Reach {
    guard takesParticles, let word = words.first else { return .none }
    return widened.contains(word) ? .particles : .conjunctions
  }

  /// The FTS5 pattern of the term; its words contain only letters and digits.
  var pattern: String {
    FTSPattern.phrase(cased ?? words, isPrefix: isPrefix)
  }
}
