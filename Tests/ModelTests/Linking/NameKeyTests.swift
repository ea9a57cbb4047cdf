import Foundation
import Testing

@testable import Model

@Suite("Names that are the same name")
struct NameKeyTests {
  private static let titles = Result {
    try SortedTable(contentsOf: ResourceFolder.file("titles.tsv"))
  }
  private static let aliases = Result {
    try AliasTable(contentsOf: ResourceFolder.file("aliases.tsv"))
  }

  private func parsed(_ text: String) throws -> ParsedName {
    ParsedName(text, titles: try Self.titles.get())
  }

  @Test(
    "Case, accents, marks, hamza, ta marbuta and articles make no difference",
    arguments: [
      ("The United Nations", "united nations"), ("Al-Qaeda", "QAEDA"), ("São Paulo", "Sao Paulo"),
      ("Guinea-Bissau", "Guinea Bissau"), ("الأمم المتحدة", "الامم المتحده"), ("العراق", "عراق"),
      ("إيران", "ايران"), ("سُورِيَة", "سورية"), ("ایران", "إيران"), ("منى", "مني"),
    ])
  func same(left: String, right: String) {
    #expect(NameKey.key(of: left) == NameKey.key(of: right))
    #expect(!NameKey.key(of: left).isEmpty)
  }

  @Test(
    "Other words, or words in another order, are other names",
    arguments: [
      ("Niger", "Nigeria"), ("North Korea", "South Korea"), ("New York", "York New"),
      ("عمان", "عمار"), ("المغرب", "المغربي"), ("الكونغو", "كونغو برازافيل"), ("The", "A"),
    ])
  func other(left: String, right: String) {
    #expect(NameKey.key(of: left) != NameKey.key(of: right))
  }

  @Test("An acronym has two to seven capitals and nothing but marks besides")
  func acronyms() {
    for text in ["UN", "U.N.", "AT&T", "UNESCO", "BBC-TV", "CH4N"] {
      #expect(ParsedName.isAcronym(text), "\(text)")
    }
    for text in ["Un", "A", "G20", "UNITEDNATIONS", "EU summit", "الامم", "", "123"] {
      #expect(!ParsedName.isAcronym(text), "\(text)")
    }
  }

  @Test("A name is as full as it has words, and an acronym is not full at all")
  func fullness() throws {
    #expect(try parsed("European Union").fullness == 2)
    #expect(try parsed("EU").fullness == 0)
    #expect(try parsed("EU").wordCount == 1)
    #expect(try parsed("  European\n Union ").text == "European Union")
    #expect(try parsed("...").fullness == 0)
  }

  @Test("A name with its article may be another than the one without")
  func articles() throws {
    #expect(try parsed("البانيا").key != parsed("البانيا").keyWithArticles)
    #expect(try parsed("بغداد").keyWithArticles == nil)
    #expect(try parsed("Albania").keyWithArticles == nil)
  }

  /// The English names of what a name may stand for.
  private func readings(_ text: String, _ kind: EntityKind) throws -> Set<String> {
    Set(try Self.aliases.get().readings(of: parsed(text), kind: kind).map(\.entity.name))
  }

  @Test(
    "A well-known entity is found by its names in both languages",
    arguments: [
      ("USA", "الولايات المتحدة الأمريكية", EntityKind.place), ("UK", "بريطانيا", .place),
      ("Albania", "ألبانيا", .place), ("Germany", "المانيا", .place),
      ("UN", "الأمم المتحدة", .organization), ("ISIS", "تنظيم الدولة الإسلامية", .organization),
      ("NATO", "الناتو", .organization),
    ])
  func known(latin: String, arabic: String, kind: EntityKind) throws {
    let english = try readings(latin, kind)
    #expect(english.count == 1)
    #expect(try readings(arabic, kind) == english)
  }

  @Test("A place may be tagged a body, but no person a place")
  func kinds() throws {
    #expect(try readings("Germany", .organization) == ["Germany"])
    #expect(try readings("Germany", .person).isEmpty)
    #expect(try readings("عمان", .place).count > 1)
    #expect(try readings("Zorbaxham", .place).isEmpty)
  }

  @Test("A line of aliases that is damaged is passed over")
  func damaged() throws {
    let lines = [
      "blaxham\tplace\tBlaxham", "blaxham\tplanet\tBlaxham\t", "blaxham\tplace\tBlaxham\tQuint|Zor",
      "zorbax", "",
    ]
    let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv")
    try Data(lines.joined(separator: "\n").utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let table = try AliasTable(contentsOf: place)
    let readings = table.readings(of: try parsed("Blaxham"), kind: .place)
    #expect(readings.map(\.company) == [["Quint", "Zor"]])
    #expect(table.readings(of: try parsed("Zorbax"), kind: .place).isEmpty)
  }

  @Test("A sorted table finds what reading every line finds", arguments: [90, 91] as [UInt64])
  func sortedTable(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          "abبت".randomElement(using: &random) ?? "a"
        })
    }
    let rows = (0..<80).map { [word(), String($0)] }.sorted {
      ($0[0] + "\t").utf8.lexicographicallyPrecedes(($1[0] + "\t").utf8)
    }
    let table = try SortedTable(lines: rows.map { $0.joined(separator: "\t") + "\n" }.joined())
    for key in rows.map({ $0[0] }) + (0..<200).map({ _ in word() }) {
      let expected = rows.filter { $0[0] == key }.map { [$0[1]] }
      #expect(table.rows(for: key) == expected)
      #expect(table.contains(key) == !expected.isEmpty)
    }
  }
}
