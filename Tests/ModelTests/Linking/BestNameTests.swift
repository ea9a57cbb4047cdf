import Testing

@testable import Model

@Suite("The best name of an entity")
struct BestNameTests {
  /// The names of the one entity that some records, each of an article of its own, are joined to.
  private func names(
    _ kind: EntityKind, _ records: [[(text: String, count: Int)]]
  ) throws -> [NameForm] {
    let entities = try LinkingFixture.resolver.get().entities(
      from: records.enumerated().map { number, names in
        LocalEntityRecord(
          key: Int64(number), article: Int64(number), kind: kind,
          names: names.map { NameForm(text: $0.text, count: $0.count) })
      })
    #expect(entities.count == 1)
    return try #require(entities.first).entity.names
  }

  @Test("A person goes by the full name that is used most, though a surname is used more")
  func fullest() throws {
    let names = try names(
      .person, [[("Angela Dorothea Merkel", 1), ("Angela Merkel", 6), ("Merkel", 30)]])
    #expect(names.map(\.text) == ["Angela Merkel", "Merkel", "Angela Dorothea Merkel"])
  }

  @Test("A name that hardly any mention has is not the best, however full")
  func attested() throws {
    let names = try names(
      .person, [[("Angela Dorothea Merkel", 1), ("Angela Merkel", 60), ("Merkel", 30)]])
    #expect(names.first?.text == "Angela Merkel")
    #expect(names.contains { $0.text == "Angela Dorothea Merkel" })
  }

  @Test("Titles and capitals throughout make no better name")
  func titles() throws {
    #expect(
      try names(.person, [[("President Donald Trump", 9), ("Donald Trump", 4)]]).first?.text
        == "Donald Trump")
    #expect(
      try names(.person, [[("DONALD TRUMP", 9), ("Donald Trump", 4)]]).first?.text
        == "Donald Trump")
  }

  @Test("An acronym is the best name only where there is no other")
  func acronyms() throws {
    #expect(
      try names(.organization, [[("Blaxham Workers Union", 1), ("BWU", 20)]]).first?.text
        == "Blaxham Workers Union")
    #expect(try names(.organization, [[("BWU", 20)]]).first?.text == "BWU")
    #expect(
      try names(.organization, [[("United Nations", 2), ("UN", 50)]]).first?.text
        == "United Nations")
  }

  @Test("A well-known place goes by what texts call it most")
  func known() throws {
    let names = try names(
      .place, [[("United States of America", 1), ("United States", 8)], [("الولايات المتحدة", 3)]])
    #expect(names.first?.text == "United States")
    #expect(names.first { $0.script == .arabic }?.text == "الولايات المتحدة")
  }

  @Test("Counts of one name in several articles add up, and each script has its best name first")
  func sums() throws {
    let names = try names(
      .person,
      [
        [("Mustafa Al-Kazemi", 2), ("Kazemi", 1)], [("Mustafa Al-Kazemi", 3)],
        [("مصطفى الكاظمي", 4), ("الكاظمي", 2)],
      ])
    #expect(names.first { $0.text == "Mustafa Al-Kazemi" }?.count == 5)
    #expect(names.first { $0.script == .arabic }?.text == "مصطفى الكاظمي")
    #expect(names.map(\.script) == [.latin, .latin, .arabic, .arabic])
    let entity = Entity(id: EntityID(rawValue: 1), kind: .person, names: names)
    #expect(entity.displayName(preferring: .arabic) == "مصطفى الكاظمي")
    #expect(entity.displayName(preferring: .latin) == "Mustafa Al-Kazemi")
    #expect(entity.displayName(preferring: .other) == "Mustafa Al-Kazemi")
  }
}
