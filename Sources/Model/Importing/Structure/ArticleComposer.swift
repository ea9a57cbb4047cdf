import Foundation

/// Composes an article from a cleaned text: finds its title, date, source, language and paragraphs,
/// and separates the boilerplate.
struct ArticleComposer {
  private static let longestTitle = 120
  static let longestField = 2000
  private static let mostLinesBeforeText = 8
  private static let mostLinesAfterText = 12

  /// A source, author or address as it is shown; `nil` where it is too long for one, or empty.
  static func field(_ value: String) -> String? {
    guard value.unicodeScalars.count <= longestField else { return nil }
    let shown = CleanText.displayed(value)
    return shown.isEmpty ? nil : shown
  }

  let origin: ArticleOrigin
  let text: CleanText
  let modified: Date?
  /// How many scalars at the start of the text are its title, if the file says so.
  var titleLength = 0
  /// Metadata that the file states outside the text.
  var date: CalendarDay?
  var source: String?
  var url: String?
  /// What was mended in the text before.
  var repairs: TextRepair = []

  /// Prepares to compose an article of a title and a text that the file states apart.
  ///
  /// The text that offsets lead back to is the title, two line feeds and the text.
  ///
  /// Where asked, what earlier programs damaged is mended, in both alike.
  init(origin: ArticleOrigin, title: String, text: String, modified: Date?, mends: Bool) {
    let titleScalars = Array(title.unicodeScalars)
    let textScalars = Array(text.unicodeScalars)
    let mending = mends ? TextMending(for: titleScalars + ["\n", "\n"] + textScalars) : nil
    func cleaned(_ scalars: [Unicode.Scalar]) -> CleanText {
      mending.map { CleanText(cleaning: $0.mended(scalars)) } ?? CleanText(cleaning: scalars)
    }
    var clean = cleaned(titleScalars)
    clean.makeOneLine()
    let titleLength = clean.scalars.count
    clean.append(CleanText(cleaning: ["\n", "\n"]), original: titleScalars.count)
    clean.append(cleaned(textScalars), original: titleScalars.count + 2)
    self.init(origin: origin, text: clean, modified: modified)
    self.titleLength = titleLength
    repairs = mending?.repairs ?? repairs
  }

  init(origin: ArticleOrigin, text: CleanText, modified: Date?) {
    self.origin = origin
    self.text = text
    self.modified = modified
  }

  /// The article; `nil` if the text has nothing to read.
  func article() -> Article? {
    var draft = Draft(text: text, lines: TextLine.lines(of: text.scalars))
    guard !draft.lines.isEmpty else { return nil }
    draft.date = date
    draft.source = source
    draft.url = url
    let hasTitle = draft.lines[0].range.lowerBound < titleLength
    if !hasTitle { draft.takeFrontMatter() }
    draft.joinLines()
    if hasTitle {
      draft.roles[0] = .title
      draft.next = 1
    }
    draft.takeLinesBeforeText()
    draft.takeLinesAfterText()
    draft.takeLinesAmidText()
    var article = draft.article(origin: origin, modified: modified)
    article.repairs = repairs
    return article
  }

  /// The lines of an article while their roles are determined.
  private struct Draft {
    private(set) var text: CleanText
    private(set) var lines: [TextLine]
    var roles: [Paragraph.Role]
    var date: CalendarDay?
    var source: String?
    var url: String?
    /// The first line without a role.
    var next = 0
    private var hasStatedTitle: Bool { roles.contains(.title) }

    init(text: CleanText, lines: [TextLine]) {
      self.text = text
      self.lines = lines
      roles = Array(repeating: .body, count: lines.count)
    }

    private func content(_ index: Int) -> ArraySlice<Unicode.Scalar> {
      text.scalars[lines[index].range]
    }

    /// The text of a range in one line.
    private func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(text.scalars[range].map { $0 == "\t" ? " " : $0 }))
    }

    /// A source or address; `nil` where it is too long for one.
    private func stated(_ range: Range<Int>) -> String? {
      range.count <= ArticleComposer.longestField ? string(range) : nil
    }

    /// Separates the metadata above the article.
    mutating func takeFrontMatter() {
      let matter = FrontMatter(text.scalars, lines: lines)
      // Metadata alone is an article only if it has a title.
      guard matter.lineCount > 0, matter.lineCount < lines.count || matter.title != nil else {
        return
      }
      for index in 0..<matter.lineCount {
        roles[index] = .boilerplate
        if let title = matter.title, lines[index].range.contains(title.lowerBound), !hasStatedTitle
        {
          roles[index] = .title
          lines[index].range = title
        }
      }
      date = date ?? matter.date
      source = source ?? matter.source.flatMap(stated)
      url = url ?? matter.url.flatMap(stated)
      next = matter.lineCount
    }

    /// Joins the lines of each paragraph of a wrapped text.
    mutating func joinLines() {
      let head = next
      let edits = LineJoining.edits(joining: Array(lines[head...]), of: text)
      guard !edits.isEmpty else { return }
      text.replace(edits)
      // What stands before the joined lines stays where it was.
      let start = lines[head].range.lowerBound - lines[head].indent
      lines =
        Array(lines[..<head])
        + TextLine.lines(of: text.scalars).filter { $0.range.lowerBound >= start }
      roles =
        Array(roles[..<head]) + Array(repeating: .body, count: lines.count - head)
    }

    /// Finds the title and separates dates, authors and boilerplate around it.
    mutating func takeLinesBeforeText() {
      takeNotes(besideName: hasStatedTitle)
      if !hasStatedTitle, let title = statedTitle() {
        roles[title] = .title
        next = title + 1
        takeNotes(besideName: true)
      }
      if let title = roles.firstIndex(of: .title), next < lines.count,
        content(next) == content(title)
      {
        // The title once more, as feeds and pages often have it.
        roles[next] = .boilerplate
        next += 1
        takeNotes(besideName: true)
      }
      if date == nil, next < lines.count { date = Dateline.day(atStartOf: content(next)) }
    }

    private mutating func takeNotes(besideName: Bool) {
      let end = min(lines.count, next + ArticleComposer.mostLinesBeforeText)
      while next < end, let line = ShortLine(content(next)) {
        let day = Dateline.day(of: line, besideName: besideName)
        guard day != nil || Self.isNote(line, besideName: besideName) else { return }
        date = date ?? day
        roles[next] = .boilerplate
        next += 1
      }
    }

    private static func isNote(_ line: ShortLine, besideName: Bool) -> Bool {
      Boilerplate.isAtEdge(line) || besideName && Dateline.isByline(line)
    }

    /// The first line, where it is short and nothing but dates and authors stands between it and
    /// the next empty line.
    private mutating func statedTitle() -> Int? {
      guard next < lines.count - 1 else { return nil }
      let title = content(next)
      guard title.count <= 4 * ArticleComposer.longestTitle,
        title.count <= ArticleComposer.longestTitle
          || string(lines[next].range).count <= ArticleComposer.longestTitle
      else { return nil }
      var last = next
      while !lines[last].endsBlock {
        last += 1
        guard last < lines.count - 1, last - next <= 3, let line = ShortLine(content(last)),
          Dateline.day(of: line, besideName: true) != nil || Self.isNote(line, besideName: true)
        else { return nil }
      }
      dropHeadingMark(next)
      return next
    }

    /// Leaves out the `#` with which Markdown marks a heading.
    private mutating func dropHeadingMark(_ index: Int) {
      let title = content(index)
      let rest = title.drop { $0 == "#" }
      guard rest.count < title.count, let space = rest.first, TextLine.isSpace(space) else {
        return
      }
      let start = rest.drop(while: TextLine.isSpace).startIndex
      lines[index].range = start..<lines[index].range.upperBound
    }

    /// Separates what the site, or the program that saved the text, added below the article.
    mutating func takeLinesAfterText() {
      var index = lines.count - 1
      let end = max(next, lines.count - 1 - ArticleComposer.mostLinesAfterText)
      while index > end, let line = ShortLine(content(index)) {
        if let entry = FrontMatter.entry(text.scalars, lines[index]), entry.isKnown,
          take(entry.field, entry.value)
        {
          roles[index] = .boilerplate
        } else if let day = Dateline.day(of: line, besideName: false) {
          date = date ?? day
          roles[index] = .boilerplate
        } else if Boilerplate.isAtEdge(line) {
          roles[index] = .boilerplate
        } else {
          return
        }
        index -= 1
      }
    }

    /// Reads metadata from a line below the text; returns `false` if it states nothing certain.
    private mutating func take(_ field: FrontMatter.Field, _ value: Range<Int>) -> Bool {
      switch field {
      case .source:
        guard LineToken.tokens(of: text.scalars[value]).count <= 6 else { return false }
        source = source ?? stated(value)
      case .url:
        guard text.scalars[value].starts(with: "http".unicodeScalars) else { return false }
        url = url ?? stated(value)
      case .date:
        guard let day = DateFinder(LineToken.tokens(of: text.scalars[value])).first?.day else {
          return false
        }
        date = date ?? day
      case .title, .other:
        return false
      }
      return true
    }

    mutating func takeLinesAmidText() {
      for index in lines.indices.dropFirst(next) where roles[index] == .body {
        if Boilerplate.isAmidText(content(index)) { roles[index] = .boilerplate }
      }
    }

    /// The article, once the lines are known.
    func article(origin: ArticleOrigin, modified: Date?) -> Article {
      var roles = roles
      // A text that seems to be nothing but boilerplate is an article about it.
      if !roles.contains(where: { $0 != .boilerplate }) {
        roles = roles.map { _ in .body }
      }
      let paragraphs = zip(lines, roles).map { line, role in
        Paragraph(role: role, range: TextRange(line.range))
      }
      let read = paragraphs.filter { $0.role != .boilerplate }
      let titled = read.first { $0.role == .title }
      let title: String =
        if let titled, titled.range.count <= 4 * ArticleComposer.longestTitle {
          string(titled.range.range)
        } else {
          (titled ?? read.first).map { Excerpt.of(text.scalars[$0.range.range]) } ?? ""
        }
      return Article(
        origin: origin,
        text: ScalarText(text.scalars),
        paragraphs: paragraphs,
        title: title,
        language: Language(of: read.lazy.map { text.scalars[$0.range.range] }),
        date: date.map { ArticleDate(seconds: $0.timestamp, origin: .stated) }
          ?? modified.flatMap(Self.date),
        source: source,
        url: url,
        offsets: text.offsets,
        controls: text.controls)
    }

    private static func date(modified: Date) -> ArticleDate? {
      Int64(exactly: modified.timeIntervalSince1970.rounded(.down))
        .map { ArticleDate(seconds: $0, origin: .modified) }
    }
  }
}
