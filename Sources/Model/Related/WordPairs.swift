import Foundation

/// Words that translate each other between English and Arabic, hashed.
struct WordPairs: Sendable {
  private var partners: [UInt64: [UInt64]] = [:]

  /// Reads the pairs of tables that have a word and its translation in the first two columns; names
  /// of several words are skipped.
  init(_ tables: [SortedTable]) {
    for row in tables.flatMap(\.allRows) where row.count >= 2 {
      let first = FoldedWord.hashes(of: row[0], bare: true)
      let second = FoldedWord.hashes(of: row[1], bare: true)
      guard first.count == 1, second.count == 1 else { continue }
      partners[first[0], default: []].append(second[0])
      partners[second[0], default: []].append(first[0])
    }
  }

  /// The words that translate a word; none where the table does not have it.
  func translations(of word: UInt64) -> [UInt64] {
    partners[word] ?? []
  }

  /// The pairs of the running program; without its tables there are none, and articles are compared
  /// by the rest of what they have.
  static let shared = WordPairs(
    ["name-words.tsv", "places.tsv"].compactMap { name in
      try? SortedTable(contentsOf: ResourceFolder.file(name))
    })
}
