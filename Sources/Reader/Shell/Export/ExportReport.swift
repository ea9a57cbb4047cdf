import Foundation
import Model

/// Findings as they are exported: mentions or matches with their sentences, and what is noted.
struct ExportReport {
  /// What can be exported of a library.
  enum Findings: Hashable, Sendable {
    /// Every mention of an entity.
    case mentions(of: EntityID)
    /// Every match of a search.
    case matches(of: SearchQuery)
  }

  /// The passages, those of an article one after another.
  let passages: [Passage]
  /// The names that were asked for by name or by note, where they have notes.
  let names: [NotedName]

  /// Gathers findings of a library.
  init(_ findings: Findings, in library: Library, order: ArticleOrder) throws {
    switch findings {
    case .mentions(let entity):
      let notes = try library.notes(of: entity)
      names = try NotedName.all(notes.isEmpty ? [:] : [entity: notes], in: library)
      passages = try Passage.all(of: entity, in: library, order: order)
    case .matches(let query):
      names = try NotedName.all(library.notedEntities(askedForBy: query), in: library)
      passages = try Passage.all(found: query, in: library, order: order)
    }
  }

  /// Makes a report of passages that are at hand.
  init(passages: [Passage], names: [NotedName] = []) {
    (self.passages, self.names) = (passages, names)
  }

  /// The report in a format; CSV may begin with the mark by which spreadsheets know UTF-8.
  func text(as format: ExportFormat, withMark: Bool = false) throws -> String {
    switch format {
    case .markdown: markdown
    case .csv: table.text(withMark: withMark)
    case .json: try JSONText.pretty(json)
    }
  }

  /// Whether nothing was found.
  var isEmpty: Bool { passages.isEmpty && names.isEmpty }

  // MARK: - Markdown

  /// The passages as Markdown: a heading for each article, and its sentences with what was found in bold.
  var markdown: String {
    var text = names.map {
      "# \(Self.escaped($0.name)) (\($0.kind.rawValue))\n\n\(Self.noted($0.note))\n"
    }.joined()
    var last: ArticleOrigin?
    var index = 0
    while index < passages.count {
      let article = passages[index].article
      if article.origin != last {
        text += (last == nil ? "" : "\n") + "## \(Self.escaped(article.title))\n\n"
        text += Self.caption(of: article) + "\n"
        if let note = passages[index].note { text += "\n" + Self.noted(note) }
        last = article.origin
      }
      let sentence = passages[index].sentence
      let same = passages[index...].prefix {
        $0.sentence == sentence && $0.article.origin == article.origin
      }
      let ranges = same.compactMap(\.range)
      if !ranges.isEmpty { text += "\n> \(Self.quote(article, sentence, marking: ranges))\n" }
      index += same.count
    }
    return text
  }

  /// A note as a paragraph; its lines stay lines.
  private static func noted(_ note: String) -> String {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    return "**Note:** " + lines.map { escaped(String($0)) }.joined(separator: "  \n") + "\n"
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
    "end", "note", "name_note",
  ]

  /// The passages as a table.
  var table: CSVTable {
    CSVTable(
      columns: Self.columns,
      records: json.map { one in
        [
          one.title ?? "", one.source ?? "", one.date ?? "", one.address ?? "", one.language ?? "",
          one.path ?? "", one.line.map(String.init) ?? "", one.text ?? "", one.sentence ?? "",
          one.start.map(String.init) ?? "", one.end.map(String.init) ?? "",
          Passage.line(one.note ?? ""), Passage.line(one.nameNote ?? ""),
        ]
      })
  }

  // MARK: - JSON

  /// A passage as JSON has it: an article found by something else than its words has no text, a noted name
  /// nothing else.
  struct JSON: Encodable {
    var title: String?
    var source: String?
    var date: String?
    var address: String?
    var language: String?
    var path: String?
    var line: Int?
    var text: String?
    var sentence: String?
    var start: Int?
    var end: Int?
    var note: String?
    var nameNote: String?
  }

  /// The noted names and the passages as JSON; positions are those of the files' decoded text.
  var json: [JSON] {
    names.map { JSON(text: $0.name, nameNote: $0.note) }
      + passages.map { passage in
        let article = passage.article
        var json = JSON(
          title: article.title, source: article.source,
          date: article.date.flatMap(ArticleCaption.statedDay), address: article.url,
          language: article.language.rawValue, path: article.origin.path,
          line: article.origin.line, note: passage.note, nameNote: passage.nameNote)
        if let range = passage.range {
          let original = article.offsets.original(range)
          json.text = passage.text
          json.sentence = Passage.line(article.text[passage.sentence])
          (json.start, json.end) = (original.lowerBound, original.upperBound)
        }
        return json
      }
  }
}

/// How findings are exported.
enum ExportFormat: String, CaseIterable, Sendable {
  case markdown
  case csv
  case json

  /// The format that a file's name ends in; `nil` where it is none of them.
  init?(file: String) {
    switch file.split(separator: ".").last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "csv": self = .csv
    case "json": self = .json
    default: return nil
    }
  }
}

/// Values as JSON text.
enum JSONText {
  /// A value over several lines, the same text for the same value; nothing in it is obeyed by a terminal.
  static func pretty(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self).withEscapesInJSON + "\n"
  }
}
