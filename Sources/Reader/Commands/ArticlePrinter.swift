import Foundation
import Model

/// Prints articles to standard output, line by line.
struct ArticlePrinter {
  private let width: Int
  /// How rows reach the terminal; `nil` where the text itself is printed, in logical order.
  private let lines: LinePrinter?
  private let options: LayoutOptions
  private var isFirst = true

  /// Makes a printer for standard output; without a `width`, the terminal's, or 80 columns.
  init(width: Int?, bidi: BidiMode) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    self.width = width ?? (isTerminal ? Self.terminalWidth : nil) ?? 80
    let environment = ProcessInfo.processInfo.environment
    let isLogical = bidi == .logical || (bidi == .auto && !isTerminal)
    lines =
      isLogical ? nil : .standard(bidi: bidi, environment: environment)
    options = Self.options(isTerminal: isTerminal && !isLogical, environment: environment)
  }

  /// Vowel signs are left out where the terminal cannot draw them.
  private static func options(
    isTerminal: Bool, environment: [String: String]
  ) -> LayoutOptions {
    guard isTerminal, let device = TerminalDevice.standard() else { return LayoutOptions() }
    let profile = TerminalProfile.current(
      wanted: .auto, environment: environment, device: device)
    return LayoutOptions(showTashkeel: profile.identity.kind.drawsTashkeel)
  }

  private static var terminalWidth: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return nil
    }
    return Int(window.ws_col)
  }

  /// Prints an article; an empty line and a rule stand between two.
  mutating func print(_ article: Article) throws {
    let rule = String(repeating: "\u{2500}", count: min(width, ArticleText.ruleLength))
    if !isFirst { try StandardOutput.write("\n\(rule)\n\n") }
    isFirst = false
    let setting = TextSetting(width: width, options: options)
    try ArticleLayout.forEachPiece(of: article, setting: setting) { rows in
      let text =
        lines.map { $0.text(of: rows.map { grid($0).row(0) }) }
        ?? logicalText(of: rows, in: article, rule: rule)
      try StandardOutput.write(text)
    }
  }

  /// The rows as text in logical order.
  private func logicalText(
    of rows: [ArticleLayout.Row], in article: Article, rule: String
  ) -> String {
    let heading = ArticleCaption.heading(of: article).text
    var text = ""
    for row in rows {
      let source = row.kind == .source ? heading : article.text
      switch row.line {
      case let line?: text += Self.logical(source[line.range]) + "\n"
      case nil: text += (row.kind == .rule ? rule : "") + "\n"
      }
    }
    return text
  }

  private func grid(_ row: ArticleLayout.Row) -> Grid {
    var grid = Grid(size: GridSize(rows: 1, columns: width))
    let style = ArticleText.style(of: row.kind)
    if row.kind == .rule { ArticleText.drawRule(in: &grid, row: 0, column: 0) }
    if let line = row.line {
      // Programs that read the lines find the one of source and date by its start.
      let column = row.kind == .source ? 0 : line.indent(in: width)
      grid.put(line.cells, row: 0, column: column) { _ in style }
    }
    return grid
  }

  /// A line of text without white space at its end.
  private static func logical(_ line: String) -> String {
    let end = line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex
    return String(line[..<end])
  }
}
