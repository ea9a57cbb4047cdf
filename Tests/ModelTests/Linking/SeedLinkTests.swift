import Foundation
import Testing

@testable import Model

/// The eleven names that join the two articles the project starts from.
@Suite struct SeedLinkTests {
  /// A name that an article has, with its kind, as the fixture lists it.
  private struct Name {
    var kind: EntityKind
    var text: String
  }

  private static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../seeds").standardized

  /// Finds every occurrence of the names in the text, longer names first, none inside another.
  private static func mentions(of names: [Name], in text: ScalarText) -> [Mention] {
    var taken = [Bool](repeating: false, count: text.count)
    var mentions: [Mention] = []
    for name in names.sorted(by: { $0.text.unicodeScalars.count > $1.text.unicodeScalars.count }) {
      let wanted = Array(name.text.unicodeScalars)
      guard wanted.count <= text.count else { continue }
      for start in 0...(text.count - wanted.count)
      where !taken[start] && text.scalars[start..<start + wanted.count].elementsEqual(wanted) {
        let end = start + wanted.count
        if end < text.count, text.scalars[end].properties.isAlphabetic { continue }
        for position in start..<end { taken[position] = true }
        mentions.append(Mention(range: TextRange(start, end), kind: name.kind))
      }
    }
    return mentions.sorted { $0.range < $1.range }
  }

  private static let entities = Result { () throws -> [ResolvedEntity] in
    let fixture = try #require(
      Bundle.module.url(forResource: "Fixtures/linking/seed-names", withExtension: "tsv"))
    var names: [String: [Name]] = [:]
    for line in try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      let kind = try #require(EntityKind(rawValue: fields[1]))
      names[fields[0], default: []].append(Name(kind: kind, text: fields[2]))
    }
    var records: [LocalEntityRecord] = []
    for (file, list) in names {
      let data = try Data(contentsOf: seeds.appending(path: file))
      let text = ScalarText(String(decoding: data, as: UTF8.self))
      let language: Language = file.hasPrefix("004") ? .arabic : .english
      let article = LinkingFixture.article(text: text, language: language)
      for entity in try LinkingFixture.resolver.get().localEntities(
        of: mentions(of: list, in: text), in: article)
      {
        records.append(
          LocalEntityRecord(
            key: Int64(records.count), article: language == .arabic ? 2 : 1, kind: entity.kind,
            names: entity.names))
      }
    }
    return try LinkingFixture.resolver.get().entities(from: records)
  }

  @Test(arguments: [
    ("Mustafa Al-Kazemi", "مصطفى الكاظمي"), ("Donald Trump", "دونالد ترامب"),
    ("Hisham Al-Hashemi", "هشام الهاشمي"), ("Hela Moyes", "هيلا مويس"), ("ISIS", "داعش"),
    ("Iraq", "العراق"), ("Baghdad", "بغداد"), ("Washington", "واشنطن"),
    ("United States", "الولايات المتحدة"), ("Associated Press", "أسوشيتد برس"),
    ("Green Zone", "المنطقة الخضراء"),
  ])
  func `joins the name across the seeds, under its fullest name`(latin: String, arabic: String)
    throws
  {
    let bearers = try Self.entities.get().filter { resolved in
      resolved.entity.names.contains { $0.text == latin || $0.text == arabic }
    }
    #expect(bearers.count == 1)
    let entity = try #require(bearers.first).entity
    #expect(entity.name(in: .latin) == latin)
    #expect(entity.name(in: .arabic)?.hasPrefix(arabic) == true)
  }

  @Test func `gives surnames and short forms to their full names`() throws {
    let entities = try Self.entities.get().map(\.entity)
    func texts(of name: String) -> Set<String> {
      Set(entities.first { $0.name(in: .latin) == name }?.names.map(\.text) ?? [])
    }
    #expect(texts(of: "Mustafa Al-Kazemi").isSuperset(of: ["Al-Kazemi", "الكاظمي"]))
    #expect(texts(of: "Hisham Al-Hashemi").isSuperset(of: ["al-Hashemi", "الهاشمي"]))
    #expect(
      texts(of: "United States").isSuperset(of: [
        "US", "الولايات المتحدة", "الولايات المتحدة الأمريكية",
      ]))
  }
}
