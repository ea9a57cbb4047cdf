import Foundation
import Testing

@testable import Model

/// The tables that linking reads are sorted and folded as the program searches them.
@Suite struct LinkingTableTests {
  private func table(_ name: String) throws -> SortedTable {
    try SortedTable(contentsOf: ResourceFolder.file(name))
  }

  @Test(arguments: ["aliases.tsv", "places.tsv", "countries.tsv"])
  func `keys are folded as the program folds`(name: String) throws {
    for row in try table(name).allRows {
      // A generic name and a country's are parted by an @.
      for part in row[0].split(separator: " @ ").map(String.init) {
        #expect([NameKey.key(of: part), NameKey.keyWithArticles(of: part)].contains(part))
      }
    }
  }

  @Test(arguments: [
    "aliases.tsv", "places.tsv", "name-words.tsv", "titles.tsv", "countries.tsv",
    "common-names.tsv",
    "designators.tsv",
  ])
  func `lines are sorted, each key is found`(name: String) throws {
    let table = try table(name)
    let keys = table.allRows.map { Array($0[0].utf8) }
    #expect(!keys.isEmpty)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    #expect(table.allRows.allSatisfy { table.contains($0[0]) })
    #expect(!table.contains("no such name"))
  }

  @Test func `knows a thousand entities, none of which claims another's name without company`()
    throws
  {
    struct Name: Hashable {
      var key: String
      var kind: String
    }
    var claims: [Name: [String: String]] = [:]
    var entities: Set<[String]> = []
    for row in try table("aliases.tsv").allRows {
      try #require(row.count == 4)
      entities.insert([row[1], row[2]])
      claims[Name(key: row[0], kind: row[1]), default: [:]][row[2]] = row[3]
    }
    #expect(entities.count >= 1000)
    for (name, readings) in claims {
      // One reading may be the usual one; what company speaks for the others must be said.
      #expect(readings.count { $0.value.isEmpty || $0.value == "*" } <= 1, "\(name.key)")
    }
  }

  @Test func `names in the company of a reading only entities that it knows`() throws {
    let rows = try table("aliases.tsv").allRows
    let known = Set(rows.map { $0[2] })
    for name in Set(rows.flatMap { $0[3].split(separator: "|").map(String.init) }) {
      #expect(name == "*" || known.contains(name), "\(name)")
    }
  }

  @Test func `finds every line of a key, and none of its neighbours`() throws {
    let table = try SortedTable(lines: "a\t1\nab\t2\nab\t3\nabc\t4\n")
    #expect(table.rows(for: "ab") == [["2"], ["3"]])
    #expect(table.rows(for: "b").isEmpty)
    #expect(table.rows(for: "").isEmpty)
    #expect(try SortedTable(lines: "").rows(for: "a").isEmpty)
    #expect(try SortedTable(lines: "a\t1").rows(for: "a") == [["1"]])
  }

  @Test func `a name that was taken apart before is as one taken apart afresh`() throws {
    let tables = try LinkingTables(folder: ResourceFolder.locate())
    // More names than are remembered, one after the other and again, two of them equal but for composing.
    let more = (0..<20_000).map { "Reem \($0 % 10_000) Haddad" }
    let texts = ["Caf\u{E9} Riche", "Cafe\u{301} Riche", "الكاف", "Dr. Reem Haddad"] + more
    let wrong = (texts + texts).filter { text in
      let (name, afresh) = (tables.name(text), ParsedName(text, titles: tables.titles))
      return !name.text.utf8.elementsEqual(afresh.text.utf8) || name.key != afresh.key
        || name.person != afresh.person || name.hash != afresh.hash
    }
    #expect(wrong.isEmpty)
  }
}

extension SortedTable {
  /// A table of the given lines, which are sorted already.
  init(lines: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(lines, to: "table.tsv")
    try self.init(contentsOf: folder.url.appending(path: "table.tsv"))
  }
}
