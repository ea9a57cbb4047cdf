/// The metadata in lines such as `Source: Reuters` above an article, with or without the `---` that
/// some programs put around them.
struct FrontMatter {
  /// The fields of such lines.
  enum Field {
    case title
    case date
    case source
    case url
    /// Something that is not shown, such as the author or tags.
    case other
  }

  private static let mostLines = 40
  private static let longestKey = 30
  private static let longestSource = 4

  /// How many lines it takes; 0 if the file has none.
  private(set) var lineCount = 0
  /// The range of the title.
  private(set) var title: Range<Int>?
  private(set) var date: CalendarDay?
  private(set) var source: Range<Int>?
  private(set) var url: Range<Int>?

  /// Reads the first lines of a text.
  init(_ text: [Unicode.Scalar], lines: [TextLine]) {
    guard let first = lines.first else { return }
    if Self.isFence(text[first.range]) {
      readFenced(text, lines)
    } else {
      readPlain(text, lines)
    }
  }

  private static func isFence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == "-" }
  }

  /// Reads lines between two fences, all of which belong to it, whatever their keys.
  private mutating func readFenced(_ text: [Unicode.Scalar], _ lines: [TextLine]) {
    let end = lines.dropFirst().prefix(Self.mostLines).firstIndex { Self.isFence(text[$0.range]) }
    guard let end, end > 1 else { return }
    let entries = lines[1..<end].compactMap { Self.entry(text, $0) }
    guard !entries.isEmpty else { return }
    for entry in entries where entry.field != .other {
      take(entry.field, entry.value, text)
    }
    lineCount = end + 1
  }

  /// Reads lines without fences: only those with a known key belong to it, and a single one must be
  /// unambiguous.
  private mutating func readPlain(_ text: [Unicode.Scalar], _ lines: [TextLine]) {
    var entries: [(field: Field, value: Range<Int>)] = []
    for line in lines.prefix(Self.mostLines) {
      guard let entry = Self.entry(text, line), entry.isKnown else { break }
      entries.append((entry.field, entry.value))
    }
    // A lone "Source: Chelsea close in on striker" is a headline.
    if entries.count == 1, entries[0].field == .source || entries[0].field == .other {
      let words = LineToken.tokens(of: text[entries[0].value]).count
      guard lines[0].endsBlock, words <= Self.longestSource else { return }
    }
    for (field, value) in entries {
      take(field, value, text)
    }
    lineCount = entries.count
  }

  private mutating func take(_ field: Field, _ value: Range<Int>, _ text: [Unicode.Scalar]) {
    switch field {
    case .title: title = title ?? value
    case .source: source = source ?? value
    case .date: date = date ?? DateFinder(LineToken.tokens(of: text[value].prefix(100))).first?.day
    case .url:
      if text[value].starts(with: "http".unicodeScalars) { url = url ?? value }
    case .other: break
    }
  }

  /// The field and value of a line `Key: value`; `nil` for other lines.
  static func entry(
    _ text: [Unicode.Scalar], _ line: TextLine
  ) -> (field: Field, value: Range<Int>, isKnown: Bool)? {
    let content = text[line.range]
    guard let colon = content.prefix(longestKey).firstIndex(of: ":") else { return nil }
    var value = colon + 1..<line.range.upperBound
    while let first = value.first, TextLine.isSpace(text[first]) { value = value.dropFirst() }
    // Programs that write YAML put quotation marks around values.
    if value.count >= 2, let first = value.first, let last = value.last,
      ["\"", "'"].contains(text[first]), text[first] == text[last]
    {
      value = first + 1..<last
    }
    guard !value.isEmpty else { return nil }
    let key = LineToken.tokens(of: content[..<colon]).compactMap(\.word)
    guard !key.isEmpty else { return nil }
    return fields[key].map { ($0, value, true) } ?? (.other, value, false)
  }

  private static let fields: [[HashedWord]: Field] = {
    let keys: [(Field, [String])] = [
      (.title, ["title", "headline", "العنوان", "عنوان", "عنوان الخبر", "عنوان المقال"]),
      (
        .date,
        [
          "date", "published", "publication date", "date published", "pubdate", "published on",
          "posted", "posted on", "created", "datetime", "التاريخ", "تاريخ", "تاريخ النشر", "نشر في",
          "نشر بتاريخ", "نشر", "بتاريخ",
        ]
      ),
      (
        .source,
        [
          "source", "publisher", "site", "agency", "المصدر", "مصدر", "الموقع", "الوكالة",
          "الناشر", "الصحيفة",
        ]
      ),
      (.url, ["url", "link", "address", "permalink", "canonical url", "الرابط", "رابط"]),
      (
        .other,
        [
          "author", "authors", "by", "byline", "tags", "keywords", "category", "categories",
          "section", "language", "lang", "updated", "last updated", "last modified", "الكاتب",
          "بقلم", "كتب", "كتبه", "المؤلف", "المحرر", "تصنيف", "القسم", "الوسوم", "كلمات مفتاحية",
          "اللغة", "آخر تحديث",
        ]
      ),
    ]
    var fields: [[HashedWord]: Field] = [:]
    for (field, names) in keys {
      for name in names {
        fields[HashedWord.words(of: name)] = field
      }
    }
    return fields
  }()
}
