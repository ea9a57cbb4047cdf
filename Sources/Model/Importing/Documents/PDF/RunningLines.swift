/// Finds the lines that a document repeats on its pages: running heads and feet, page numbers.
struct RunningLines {
  /// How many lines at each edge of a page may be such.
  private static let depth = 3
  /// The share of a page's height, at each edge, in which they stand.
  private static let margin = 0.15
  /// The fewest pages on which a line is repeated.
  private static let fewestPages = 2

  private struct Key: Hashable {
    var text: [Unicode.Scalar]
    var isHead: Bool
  }

  private var counts: [Key: Int] = [:]

  /// Counts the lines at the edges of all pages.
  init(_ pages: [PDFPage]) {
    for page in pages {
      let keys = Set(Self.edges(of: page).compactMap { Self.key(page.lines[$0], on: page) })
      for key in keys { counts[key, default: 0] += 1 }
    }
  }

  /// The lines of a page that are repeated on others, or are nothing but a number at its edge.
  func indices(in page: PDFPage) -> Set<Int> {
    Set(
      Self.edges(of: page).filter { index in
        guard let key = Self.key(page.lines[index], on: page) else { return false }
        return counts[key, default: 0] >= Self.fewestPages || Self.isNumber(key.text)
      })
  }

  /// The lines nearest to the upper and lower edge, whatever column they are counted in.
  private static func edges(of page: PDFPage) -> Set<Int> {
    let byPlace = page.lines.indices.sorted { page.lines[$0].box.top < page.lines[$1].box.top }
    return Set(byPlace.prefix(depth) + byPlace.suffix(depth))
  }

  /// What a line says, with one sign for any number; `nil` where it does not stand in a margin.
  private static func key(_ line: PDFLine, on page: PDFPage) -> Key? {
    let isHead = line.box.bottom < page.height * margin
    guard isHead || line.box.top > page.height * (1 - margin) else { return nil }
    var text: [Unicode.Scalar] = []
    for scalar in line.words.lazy.flatMap(\.scalars) {
      if Digits.value(scalar) == nil {
        text.append(scalar)
      } else if text.last != "0" {
        text.append("0")
      }
    }
    return Key(text: text, isHead: isHead)
  }

  /// Whether there is a number, and hardly anything else: `12`, `- 12 -`, `12/30`.
  private static func isNumber(_ text: [Unicode.Scalar]) -> Bool {
    text.contains("0") && text.allSatisfy { $0 == "0" || !$0.properties.isAlphabetic }
  }
}
