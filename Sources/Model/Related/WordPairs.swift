import Foundation

/// Words that translate each other between English and Arabic, hashed.
struct WordPairs: Sendable {
  private var partners: [UInt64: [UInt64]] = [:]

  /// Reads the pairs of a table: Latin word, Arabic word and how sure it is, a line.
  init(_ table: SortedTable) {
    for row in table.allRows where row.count >= 2 {
      let latin = WordHash.whole(row[0])
      let arabic = WordHash.bare(row[1])
      guard latin.count == 1, arabic.count == 1 else { continue }
      partners[latin[0], default: []].append(arabic[0])
      partners[arabic[0], default: []].append(latin[0])
    }
  }

  /// The words that translate a word; none where the table does not have it.
  func translations(of word: UInt64) -> [UInt64] {
    partners[word] ?? []
  }

  /// The pairs of the running program; without its tables there are none, and articles are compared
  /// by the rest of what they have.
  static let shared: WordPairs = {
    let table = try? SortedTable(contentsOf: ResourceFolder.file("name-words.tsv"))
    return WordPairs(table ?? SortedTable(lines: ""))
  }()
}
