import Foundation

/// Words that names are translated by rather than spelled, and first names whose spelling hides the
/// sound: "university" and «جامعه», "Jacques" and «جاك».
struct WordTable: Sendable {
  private let table: SortedTable

  /// Opens a table: Latin word, Arabic word and how sure it is (0 to 100) a line.
  init(contentsOf file: URL) throws {
    table = try SortedTable(contentsOf: file)
  }

  /// The Arabic words, folded and without article, that translate a folded Latin one.
  func translations(of word: String) -> [String: Float] {
    var translations: [String: Float] = [:]
    for row in table.rows(for: word) where row.count == 2 {
      guard let percent = Int(row[1]) else { continue }
      translations[row[0]] = Float(percent) / 100
    }
    return translations
  }
}
