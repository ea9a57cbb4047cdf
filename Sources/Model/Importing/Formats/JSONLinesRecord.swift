import Foundation

/// An article as a line of a JSON lines file describes it.
///
/// Every member is optional. A title or a text that is no text is a ``Mistake``, so that nothing is lost
/// in silence; another member of an unexpected type counts as missing.
struct JSONLinesRecord: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, date, source, url, text
  }

  /// The names of the members that are read.
  static let keys = Set(CodingKeys.allCases.map(\.rawValue))

  private var title: String?
  private var date: CalendarDay?
  private var source: String?
  private var url: String?
  private var text: String?

  /// A member that has to be a text and is none.
  struct Mistake: Error {
    /// The member's name.
    let key: String

    /// The rest of a sentence that starts with the line.
    var reason: String { "has a `\(key)` that is not a string; make it one" }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func string(_ key: CodingKeys) -> String? {
      if let string = try? container.decode(String.self, forKey: key) { return string }
      return (try? container.decode(Double.self, forKey: key)).map { number in
        Int64(exactly: number).map(String.init) ?? String(number)
      }
    }
    func text(_ key: CodingKeys) throws -> String? {
      let found = string(key)
      if found == nil, container.contains(key), try !container.decodeNil(forKey: key) {
        throw Mistake(key: key.rawValue)
      }
      return found
    }
    title = try text(.title)
    self.text = try text(.text)
    source = string(.source)
    url = string(.url)
    date = string(.date).flatMap(Self.day)
  }

  /// The day that a date stands for: as a text states it, or as a number of seconds or milliseconds.
  private static func day(_ stated: String) -> CalendarDay? {
    let scalars = Array(stated.unicodeScalars.prefix(100))
    if let number = Double(stated), abs(number) >= leastTime,
      let day = CalendarDay(
        secondsSince1970: abs(number) < leastMilliseconds ? number : number / 1000)
    {
      return day
    }
    return DateFinder(LineToken.tokens(of: scalars[...])).first?.day
  }

  /// The least number that counts seconds, of 1973; a day as 20200818 is less.
  private static let leastTime = 1e8
  /// The least number that counts milliseconds, of 1973; as seconds it would be of the year 5138.
  private static let leastMilliseconds = 1e11

  /// The article; `nil` if the line has no text.
  ///
  /// The text that offsets lead back to is the title, two line feeds and the text.
  func article(origin: ArticleOrigin, modified: Date?) -> Article? {
    var composer = ArticleComposer(
      origin: origin, title: title ?? "", text: text ?? "", modified: modified, mends: true)
    composer.date = date
    composer.source = source.flatMap(ArticleComposer.field)
    composer.url = url.flatMap(ArticleComposer.field)
    return composer.article()
  }
}
