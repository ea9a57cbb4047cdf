import Model

@testable import Reader

/// Rows of cells as the screen has them, for the tests of output modes.
enum RowFixtures {
  /// A line of text on `columns` columns, as a pane shows it.
  static func line(_ text: String, columns: Int, direction: TextDirection? = nil) -> [GridCell] {
    let line = TextLayout.singleLine(
      ScalarText(text), width: columns, direction: direction)
    var grid = Grid(size: GridSize(rows: 1, columns: columns))
    grid.put(
      line.cells, row: 0, column: line.direction == .rightToLeft ? columns - line.width : 0
    ) { _ in .plain }
    return Array(grid.row(0))
  }

  /// Panes side by side, a line between them and a column free at either end.
  static func panes(_ texts: [String], columns: Int) -> [GridCell] {
    var row: [GridCell] = []
    for text in texts {
      if !row.isEmpty { row.append(GridCell(glyph: "\u{2502}", style: Style(ink: .muted))) }
      row += [.blank] + line(text, columns: columns) + [.blank]
    }
    return row
  }

  /// The text of a row, marks included.
  static func text(_ row: some Sequence<GridCell>) -> String {
    var text = String.UnicodeScalarView()
    for cell in row where cell.width > 0 {
      text.append(cell.glyph)
      text.append(contentsOf: cell.marks.scalars)
    }
    return String(text)
  }

  /// Lines of news with everything that makes order difficult.
  static let texts = [
    "قال الكاظمي إن العراق لا يريد الحرب.",
    "Al-Kazemi said that Iraq does not want war.",
    "وصل 3,500 جندي إلى قاعدة عين الأسد (غربي بغداد) في 8 كانون الثاني 2020.",
    "نقلت وكالة Associated Press عن مسؤول قوله: «لا تعليق»!",
    "ارتفع سعر النفط 2.5% إلى 64.30$ للبرميل (Brent) أمس",
    "The word «كتاب» means “book”, and لا means no (1).",
    "كوفيد-19 في 12/05/2020، الساعة 10:30 صباحاً",
    "لا إله إلا الله؛ الإسلام والأمن والآن",
    "می‌گوید: این کتاب‌ها خوب است.",
    "מזג האוויר בתל אביב (25°) טוב",
    "مُحَمَّدٌ رَسُولُ اللهِ",
    "٢٠٢٠ سنة [صعبة] على العالم ١٢٪",
    "http://www.alsumaria.tv/news/123 السومرية نيوز / بغداد",
    "中文 و العربية معا 日本",
  ]
}

extension Grid {
  /// The grid as text, row by row, spaces at the ends of rows left out.
  var text: String {
    (0..<size.rows).map { number in
      var line = RowFixtures.text(row(number))
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
