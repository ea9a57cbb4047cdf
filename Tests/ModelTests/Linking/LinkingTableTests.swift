import Foundation
import Testing

@testable import Model

/// The tables that linking reads are sorted and folded as the program searches them.
@Suite struct LinkingTableTests {
  private func table(_ name: String) throws -> SortedTable {
    try SortedTable(contentsOf: ResourceFolder.file(name))
  }

  @Test(arguments: ["aliases.tsv", "places.tsv"])
  func `keys are folded as the program folds`(name: String) throws {
    for row in try table(name).allRows {
      let keys = [NameKey.key(of: row[0]), NameKey.keyWithArticles(of: row[0])]
      #expect(keys.contains(row[0]))
    }
  }

  @Test(arguments: ["aliases.tsv", "places.tsv", "name-words.tsv", "titles.tsv"])
  func `lines are sorted, each key is found`(name: String) throws {
    let table = try table(name)
    let keys = table.allRows.map { Array($0[0].utf8) }
    #expect(!keys.isEmpty)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    #expect(table.allRows.allSatisfy { table.contains($0[0]) })
    #expect(!table.contains("no such name"))
  }

  @Test func `finds every line of a key, and none of its neighbours`() {
    let table = SortedTable(lines: "a\t1\nab\t2\nab\t3\nabc\t4\n")
    #expect(table.rows(for: "ab") == [["2"], ["3"]])
    #expect(table.rows(for: "b").isEmpty)
    #expect(table.rows(for: "").isEmpty)
    #expect(SortedTable(lines: "").rows(for: "a").isEmpty)
    #expect(SortedTable(lines: "a\t1").rows(for: "a") == [["1"]])
  }
}
