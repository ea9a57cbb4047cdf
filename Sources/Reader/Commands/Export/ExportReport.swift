import Foundation
import Model

/// A mention or match in an article, with the sentence that it is in; or the article as a whole, where it was
/// found by something else than its words.
struct Passage {
  /// The article.
  let article: Article
  /// Where it stands in the article's text.
  let range: TextRange?
  /// The sentence around it.
  let sentence: TextRange
  /// What the reader noted of the article.
  var note: String?
  /// What the reader noted of the name that is mentioned.
  var nameNote: String?

  /// What is written there.
  var text: String { range.map { Self.line(article.text[$0]) } ?? "" }

  /// Some text of the article on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every mention of an entity.
  static func all(
    of entity: EntityID, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    let noted = try library.notedEntities()
    return try library.articles(mentioning: entity, order: order).flatMap { place in
      guard let content = try library.content(of: place.id) else { return [Passage]() }
      return all(
        at: content.mentions.filter { $0.entity == entity }.map(\.mention.range), content, noted)
    }
  }

  /// Every match of a search; an article that has none is one.
  static func all(
    found query: SearchQuery, in library: Library, order: ArticleOrder
  ) throws -> [Passage] {
    let noted = try library.notedEntities()
    let results = try library.search(query, order: order, limit: .max)
    return try results.hits.flatMap { hit in
      guard let content = try library.content(of: hit.summary.id) else { return [Passage]() }
      return all(at: hit.ranges, content, noted)
    }
  }

  private static func all(
    at ranges: [TextRange], _ content: ArticleContent, _ noted: [EntityID: [Note]]
  ) -> [Passage] {
    let (article, note) = (content.article, content.summary.note)
    guard !ranges.isEmpty else {
      return [Passage(article: article, range: nil, sentence: TextRange(0, 0), note: note)]
    }
    return ranges.map { range in
      let index = noted.isEmpty ? nil : content.mentionIndex(at: range.lowerBound)
      let notes = index.flatMap { noted[content.mentions[$0].entity] }
      return Passage(
        article: article, range: range, sentence: article.sentence(around: range), note: note,
        nameNote: notes.map { $0.map(\.text).joined(separator: "\n") })
    }
  }
}

/// A name with what the reader noted of it.
struct NotedName {
  /// The name.
  let name: String
  /// Its kind.
  let kind: EntityKind
  /// The note.
  let note: String

  /// The names of some entities of a library with their notes, in the order of the names.
  static func all(_ noted: [EntityID: [Note]], in library: Library) throws -> [NotedName] {
    try noted.compactMap { id, notes in
      try library.entity(id).map { entity in
        NotedName(
          name: entity.displayName(preferring: .latin), kind: entity.kind,
          note: notes.map(\.text).joined(separator: "\n"))
      }
    }.sorted { ($0.name, $0.note) < ($1.name, $1.note) }
  }
}

/// What `reader export` prints.
struct ExportReport {
  /// The passages, those of an article one after another.
  let passages: [Passage]
  /// The names that were asked for by name or by note, where they have notes.
  var names: [NotedName] = []

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
