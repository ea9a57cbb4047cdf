import Foundation
import Model

/// A mention or match in an article, with the sentence that it is in.
struct Passage {
  /// The article.
  let article: Article
  /// Where it stands in the article's text.
  let range: TextRange
  /// The sentence around it.
  let sentence: TextRange

  /// What is written there.
  var text: String { Self.line(article.text[range]) }

  /// Some text of the article on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every mention of an entity.
  static func all(
    of entity: EntityID, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    try library.articles(mentioning: entity, order: order).flatMap { place in
      guard let content = try library.content(of: place.id) else { return [Passage]() }
      return all(
        at: content.mentions.filter { $0.entity == entity }.map(\.mention.range), content.article)
    }
  }

  /// Every match of a search.
  static func all(
    found query: SearchQuery, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    let results = try library.search(query, order: order, limit: .max)
    return try results.hits.flatMap { hit in
      guard let article = try library.content(of: hit.summary.id)?.article else {
        return [Passage]()
      }
      return all(at: hit.ranges, article)
    }
  }

  private static func all(at ranges: [TextRange], _ article: Article) -> [Passage] {
    ranges.map {
      Passage(article: article, range: $0, sentence: article.sentence(around: $0))
    }
  }
}

/// What `reader export` prints.
struct ExportReport {
  /// The passages, those of an article one after another.
  let passages: [Passage]

  // MARK: - Markdown

  /// The passages as Markdown: a heading for each article, and its sentences with what was found in bold.
  var markdown: String {
    var text = ""
    var last: ArticleOrigin?
    var index = 0
    while index < passages.count {
      let article = passages[index].article
      if article.origin != last {
        text += (last == nil ? "" : "\n") + "## \(Self.escaped(article.title))\n\n"
        text += Self.caption(of: article) + "\n"
        last = article.origin
      }
      let sentence = passages[index].sentence
      let same = passages[index...].prefix {
        $0.sentence == sentence && $0.article.origin == article.origin
      }
      text += "\n> \(Self.quote(article, sentence, marking: same.map(\.range)))\n"
      index += same.count
    }
    return text
  }

  /// Source, date, file and address of an article.
  private static func caption(of article: Article) -> String {
    let parts = [
      article.source.map(escaped), article.date.map(ArticleCaption.date),
      escaped(article.origin.label), article.url.map { "<\(address($0))>" },
    ]
    return parts.compactMap(\.self).joined(separator: " \u{B7} ")
  }

  /// A sentence with ranges of it in bold, and their places after it.
  private static func quote(
    _ article: Article, _ sentence: TextRange, marking ranges: [TextRange]
  ) -> String {
    var text = ""
    var position = sentence.lowerBound
    for range in ranges where range.lowerBound >= position {
      text += escaped(article.text[TextRange(position, range.lowerBound)])
      text += "**\(escaped(article.text[range]))**"
      position = range.upperBound
    }
    text += escaped(article.text[TextRange(position, max(position, sentence.upperBound))])
    let places = ranges.map { range in
      let original = article.offsets.original(range)
      return "\(original.lowerBound)\u{2013}\(original.upperBound)"
    }
    return "\(Passage.line(text)) (\(places.joined(separator: ", ")))"
  }

  /// Text with a backslash before what Markdown would take for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\t"
      if "\\`*_[]<>#|!~&$".unicodeScalars.contains(scalar) { result += "\\" }
      result += isBreak ? " " : String(scalar).displayable
    }
    return result
  }

  /// An address as it may stand between angle brackets.
  private static func address(_ url: String) -> String {
    String(url.displayable.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" })
  }

  // MARK: - Tables

  /// The columns of the table.
  static let columns = [
    "title", "source", "date", "address", "language", "path", "line", "text", "sentence", "start",
    "end",
  ]

  /// The passages as a table.
  var table: CSVTable {
    CSVTable(
      columns: Self.columns,
      records: json.map { one in
        [
          one.title, one.source ?? "", one.date ?? "", one.address ?? "", one.language, one.path,
          one.line.map(String.init) ?? "", one.text, one.sentence, String(one.start),
          String(one.end),
        ]
      })
  }

  // MARK: - JSON

  /// A passage as JSON has it.
  struct JSON: Encodable {
    let title: String
    let source: String?
    let date: String?
    let address: String?
    let language: String
    let path: String
    let line: Int?
    let text: String
    let sentence: String
    let start: Int
    let end: Int
  }

  /// The passages as JSON; positions are those of the files' decoded text.
  var json: [JSON] {
    passages.map { passage in
      let article = passage.article
      let original = article.offsets.original(passage.range)
      return JSON(
        title: article.title, source: article.source,
        date: article.date.flatMap(ArticleCaption.statedDay), address: article.url,
        language: article.language.rawValue, path: article.origin.path,
        line: article.origin.line, text: passage.text,
        sentence: Passage.line(article.text[passage.sentence]), start: original.lowerBound,
        end: original.upperBound)
    }
  }
}
