import Model

/// How the page looks: names, time, company, and every mention in its line of text.
extension EntityPagePane {
  /// The columns left of what a line shows.
  private static let indent = 2
  /// The fewest columns in which a mention has its day and source beside it.
  private static let wide = 100

  func title(in state: State, width: Int) -> String {
    guard let entity = content?.page.entity else { return "" }
    let name = entity.displayName(preferring: state.nameScript)
    guard let number = mentionNumber(at: selected) else { return name }
    return "\(name)  mention \(number + 1)/\(mentionCount)"
  }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    guard let content else { return grid }
    let isDated =
      size.columns >= Self.wide
      && mentions.values.contains { $0.source != nil || $0.date?.origin == .stated }
    for row in 0..<size.rows where top + row < lineCount {
      let line = top + row
      if let number = mentionNumber(at: line) {
        if let mention = mentions[number] {
          draw(
            mention, isDated: isDated, kind: content.page.entity.kind, state: state, row: row,
            in: &grid)
        }
      } else {
        draw(lines[line], content.page, state: state, row: row, in: &grid)
      }
      if line == selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  private func draw(
    _ line: EntityPageLine, _ page: EntityPage, state: State, row: Int, in grid: inout Grid
  ) {
    let width = grid.size.columns - 2
    let muted = Style(ink: .muted)
    switch line {
    case .empty: return
    case .title:
      let isWatched = state.watched[page.entity.id] != nil
      if isWatched { grid.writeWatchMark(row: row) }
      drawPair(
        page.entity, count: nil, state: state,
        style: Style(ink: page.entity.kind.ink, isBold: true),
        row: row, column: isWatched ? 3 : 1, in: &grid)
    case .facts:
      grid.write(
        facts(page, watched: state.watched[page.entity.id]), row: row, column: 1, width: width,
        style: muted)
    case .offices(let offices):
      grid.write(
        "called \(offices.joined(separator: ", "))", row: row, column: 1, width: width,
        style: muted,
        options: state.layoutOptions)
    case .note(let line):
      let indent = min(line.indent(in: setting.width), max(0, width - line.width))
      grid.put(line.cells, row: row, column: 1 + indent, limit: width - indent) { _ in
        Style(ink: .accent)
      }
    case .question:
      grid.write(
        question(in: state), row: row, column: 1, width: width,
        style: Style(ink: .accent, isBold: true))
    case .heading(let text):
      grid.write(text, row: row, column: 1, width: width, style: Style(ink: .accent, isBold: true))
    case .chart:
      let start = Self.indent + 1
      grid.write(
        HistogramLine.text(of: page.histogram, chosen: chartColumn), row: row, column: start,
        width: width - Self.indent)
      if let chartColumn {
        let bar = start + HistogramLine.place(of: chartColumn, in: page.histogram)
        let shown = min(bar, grid.size.columns)..<min(bar + 1, grid.size.columns)
        grid.restyle(row: row, columns: shown) { ($0.ink, $0.isBold) = (.accent, true) }
      }
    case .name(let name):
      drawCounted(
        name.text, count: name.count, style: Style(ink: page.entity.kind.ink), state: state,
        row: row, in: &grid)
    case .proposal(let link), .link(let link):
      LinkLine(link: link).draw(
        kind: page.entity.kind, options: state.layoutOptions, row: row, column: Self.indent + 1,
        in: &grid)
    case .companion(let companion):
      drawPair(
        companion.entity, count: companion.articles, state: state,
        style: Style(ink: companion.entity.kind.ink), row: row, column: Self.indent + 1, in: &grid)
    case .article(let summary):
      let caption = ArticleCaption.listLine(of: summary)
      let room = max(0, min(28, width / 3))
      grid.write(caption, row: row, column: Self.indent + 1, width: room, style: muted)
      grid.write(
        summary.title, row: row, column: Self.indent + room + 3,
        width: width - Self.indent - room - 2,
        align: .start, direction: summary.language.direction(of: summary.title),
        options: state.layoutOptions)
    case .more(let text):
      grid.write(
        "\u{2026} \(text)", row: row, column: Self.indent + 1, width: width - Self.indent,
        style: muted)
    }
  }

  /// What is asked of proposed links, with the keys that answer.
  private func question(in state: State) -> String {
    let keys = state.hints(
      [(.same, "yes"), (.different, "no"), (.unsure, "nobody can say")], in: contexts)
    return keys.isEmpty
      ? "The same?" : "The same? " + keys.joined(separator: ", ")
  }

  /// Kind, counts, dates and the lists of names that have it, in one line.
  private func facts(_ page: EntityPage, watched lists: [String]?) -> String {
    let languages = Language.allCases.compactMap { language in
      page.articleCounts[language].map { "\($0) \(ArticleCaption.name(of: language))" }
    }
    let articles = page.articles.count == 1 ? "1 article" : "\(page.articles.count) articles"
    var parts = [
      page.entity.kind.rawValue,
      "\(page.mentionCount) \(page.mentionCount == 1 ? "mention" : "mentions") in \(articles)",
      languages.joined(separator: ", "),
    ]
    if let first = page.firstSeen, let last = page.lastSeen {
      let days = [ArticleCaption.date(first), ArticleCaption.date(last)]
      parts.append(days[0] == days[1] ? days[0] : "\(days[0]) to \(days[1])")
    }
    if let lists { parts.append("watched: \(lists.joined(separator: ", "))") }
    return parts.joined(separator: " \u{B7} ")
  }

  /// An entity's names in both scripts, and a number at the end of the line.
  private func drawPair(
    _ entity: Entity, count: Int?, state: State, style: Style, row: Int, column: Int,
    in grid: inout Grid
  ) {
    let end = grid.size.columns - 1
    let number = count.map(String.init) ?? ""
    grid.write(
      number, row: row, column: end - number.count, width: number.count, style: Style(ink: .muted))
    let room = max(1, min(end - number.count - column - 1, 76))
    let own = entity.displayName(preferring: state.nameScript)
    let taken = grid.write(
      own, row: row, column: column, width: room, style: style, direction: nil,
      options: state.layoutOptions)
    let otherScript: Script = Script(of: own) == .arabic ? .latin : .arabic
    guard let other = entity.name(in: otherScript) else { return }
    let left = room - taken - 2
    guard left > 2 else { return }
    let line = TextLayout.singleLine(
      ScalarText(other), width: left, direction: nil, options: state.layoutOptions)
    grid.put(line.cells, row: row, column: column + room - line.width) { _ in style }
  }

  private func drawCounted(
    _ text: String, count: Int, style: Style, state: State, row: Int, in grid: inout Grid
  ) {
    let number = String(count)
    let end = grid.size.columns - 1
    grid.write(
      number, row: row, column: end - number.count, width: number.count, style: Style(ink: .muted))
    let room = max(1, min(end - number.count - Self.indent - 2, 75))
    grid.write(
      text, row: row, column: Self.indent + 1, width: room, style: style, align: .start,
      direction: nil,
      options: state.layoutOptions)
  }

  /// A mention in its line of text: the language, the day and the source where they are shown, then the
  /// words around it with the name marked, which starts in the same column as all others.
  private func draw(
    _ mention: ConcordanceLine, isDated: Bool, kind: EntityKind, state: State, row: Int,
    in grid: inout Grid
  ) {
    grid.write(
      mention.language == .undetermined ? "" : mention.language.rawValue, row: row, column: 1,
      width: 2, style: Style(ink: .muted))
    var column = Self.indent + 2
    if isDated {
      let day = mention.date.flatMap(ArticleCaption.statedDay) ?? ""
      grid.write(day, row: row, column: column, width: 10, style: Style(ink: .muted))
      grid.write(
        mention.source ?? "", row: row, column: column + 11, width: 12, style: Style(ink: .muted))
      column += 25
    }
    let width = max(1, grid.size.columns - column - 1)
    let line = SnippetLine(
      mention.snippet, width: width, options: state.layoutOptions, isCentred: true)
    grid.put(line.line.cells, row: row, column: column + line.line.indent(in: width), limit: width)
    {
      line.isHit($0) ? Style(ink: kind.ink, isBold: true) : .plain
    }
  }
}
