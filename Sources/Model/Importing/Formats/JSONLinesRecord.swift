import Foundation

/// An article as a line of a JSON lines file describes it.
///
/// Every member is optional, and one of an unexpected type counts as missing. Strings are text, not
/// HTML: what looks like a character entity is kept as it is.
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

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func string(_ key: CodingKeys) -> String? {
      guard container.contains(key) else { return nil }
      return try? container.decode(String.self, forKey: key)
    }
    title = string(.title)
    source = string(.source)
    url = string(.url)
    text = string(.text)
    if let stated = string(.date) {
      let scalars = Array(stated.unicodeScalars.prefix(100))
      date = DateFinder(LineToken.tokens(of: scalars[...])).first?.day
    }
  }

  /// The article; `nil` if the line has no text.
  ///
  /// The text that offsets lead back to is the title, two line feeds and the text.
  func article(origin: ArticleOrigin, modified: Date?) -> Article? {
    let titleScalars = Array((title ?? "").unicodeScalars)
    var clean = CleanText(cleaning: titleScalars)
    clean.makeOneLine()
    let titleLength = clean.scalars.count
    clean.append(CleanText(cleaning: ["\n", "\n"]), original: titleScalars.count)
    clean.append(
      CleanText(cleaning: Array((text ?? "").unicodeScalars)), original: titleScalars.count + 2)
    var composer = ArticleComposer(origin: origin, text: clean, modified: modified)
    composer.titleLength = titleLength
    composer.date = date
    composer.source = source.flatMap(ArticleComposer.field)
    composer.url = url.flatMap(ArticleComposer.field)
    return composer.article()
  }
}
