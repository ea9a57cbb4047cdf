import Foundation
import Model

/// Prints articles to standard output, line by line.
struct ArticlePrinter {
  private let width: Int
  private let isLogical: Bool
  private var isFirst = true

  /// Makes a printer for standard output; without a `width`, the terminal's, or 80 columns.
  init(width: Int?, bidi: BidiMode) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    self.width = width ?? (isTerminal ? Self.terminalWidth : nil) ?? 80
    isLogical = bidi == .logical || (bidi == .auto && !isTerminal)
  }

  private static var terminalWidth: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return nil
    }
    return Int(window.ws_col)
  }

  /// Prints an article; an empty line and a rule stand between two.
  mutating func print(_ article: Article) {
    if !isFirst { Swift.print("\n" + String(repeating: "\u{2500}", count: min(width, 12)) + "\n") }
    isFirst = false
    let heading = ScalarText(ArticleCaption.heading(of: article))
    for row in ArticleLayout(article, width: width).rows {
      let source = row.kind == .source ? heading : article.text
      Swift.print(text(of: row, in: source))
    }
  }

  private func text(of row: ArticleLayout.Row, in source: ScalarText) -> String {
    guard let line = row.line else {
      return row.kind == .rule ? String(repeating: "\u{2500}", count: min(width, 12)) : ""
    }
    if isLogical {
      return source[line.range].replacing("\n", with: " ").trimmingSuffix(while: \.isWhitespace)
    }
    var grid = Grid(size: GridSize(rows: 1, columns: width))
    grid.put(line.cells, row: 0, column: line.indent(in: width)) { _ in .plain }
    return grid.text
  }
}

extension String {
  /// The string without what `belongs` holds true for at its end.
  fileprivate func trimmingSuffix(while belongs: (Character) -> Bool) -> String {
    String(self[..<(lastIndex { !belongs($0) }.map { index(after: $0) } ?? startIndex)])
  }
}
