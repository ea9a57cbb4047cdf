import Testing

@testable import Model

@Suite("Other articles decide on doubtful names")
struct LibraryEvidenceTests {
  private func record(
    _ article: Int64, _ name: String, _ kind: EntityKind = .person, isDoubtful: Bool = false,
    number: Int64 = 0
  ) -> LocalEntityRecord {
    LocalEntityRecord(
      key: article << 16 | number, article: article, kind: kind, names: [NameForm(text: name)],
      isDoubtful: isDoubtful)
  }

  /// The doubtful records that are admitted: their names and kinds.
  private func admitted(_ records: [LocalEntityRecord]) throws -> [String] {
    let keys = Set(records.filter(\.isDoubtful).map(\.key))
    return try TaggerFixture.resolver.get().admitted(records).filter { keys.contains($0.key) }
      .map { "\($0.kind.rawValue) \($0.names[0].text)" }.sorted()
  }

  @Test("A name that is clear in another article is one here, of the kind it is there")
  func sameName() throws {
    let records = [
      record(1, "Blaxham", .place), record(2, "Blaxham", .person, isDoubtful: true),
      record(2, "Quarrel", .person, isDoubtful: true, number: 1),
    ]
    #expect(try admitted(records) == ["place Blaxham"])
  }

  @Test("A name as often of one kind as of another is of one kind, however its articles come")
  func tie() throws {
    let records = [
      record(1, "Blaxham", .person), record(2, "Blaxham", .organization),
      record(3, "Blaxham", .place, isDoubtful: true),
    ]
    let library = try Library.inMemory()
    let verdicts = try library.read { try Doubts(db: $0).verdicts(on: records) }
    #expect(Array(verdicts.values) == [.organization])
    #expect(try admitted(records) == ["organization Blaxham"])
  }

  @Test("A word that is more often doubtful than clear is not a name")
  func minority() throws {
    let records =
      [record(1, "Said")] + (2...4).map { record($0, "Said", isDoubtful: true) }
    #expect(try admitted(records).isEmpty)
  }

  @Test("The article itself is no evidence for its own doubts")
  func ownArticle() throws {
    let records = [record(1, "Blaxham", .place), record(1, "Blaxham", isDoubtful: true, number: 1)]
    #expect(try admitted(records).isEmpty)
  }

  @Test("A full name that sounds like one of the other language is one")
  func fullName() throws {
    let records = [
      record(1, "Dianne Feinstein"), record(2, "ديان فاينشتاين", isDoubtful: true),
      record(2, "مدير الشركة", isDoubtful: true, number: 1),
    ]
    #expect(try admitted(records) == ["person ديان فاينشتاين"])
  }

  @Test("A lone name that sounds like one of the other language is one where the event is the same")
  func loneName() throws {
    let names = record(2, "جندون", isDoubtful: true, number: 9)
    let company: [LocalEntityRecord] = [
      record(1, "Gendon"), record(1, "Indonesia", .place, number: 1),
      record(1, "Jakarta", .place, number: 2),
      record(1, "United Nations", .organization, number: 3),
      record(2, "إندونيسيا", .place), record(2, "جاكرتا", .place, number: 1),
      record(2, "الأمم المتحدة", .organization, number: 2),
    ]
    #expect(try admitted(company + [names]) == ["person جندون"])
    #expect(try admitted([record(1, "Gendon"), names]).isEmpty)
  }

  @Test("The order of the records makes no difference")
  func order() throws {
    var records = [
      record(1, "Dianne Feinstein"), record(1, "Blaxham", .place, number: 1),
      record(2, "ديان فاينشتاين", isDoubtful: true), record(3, "Blaxham", isDoubtful: true),
      record(4, "Blaxham", .organization), record(4, "Said", number: 1),
      record(5, "Said", isDoubtful: true), record(6, "Said", isDoubtful: true),
    ]
    let expected = try admitted(records)
    #expect(!expected.isEmpty)
    for _ in records.indices {
      records.append(records.removeFirst())
      #expect(try admitted(records) == expected)
      #expect(try admitted(records.reversed()) == expected)
    }
  }

  @Test("Records in any order are admitted alike", arguments: 1...8 as ClosedRange<UInt64>)
  func shuffled(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let names = ["Blaxham", "Said", "Dianne Feinstein", "ديان فاينشتاين", "Gendon", "جندون"]
    let records = (0..<40).map { number in
      record(
        Int64.random(in: 1...9, using: &random), names.randomElement(using: &random) ?? "",
        EntityKind.allCases.randomElement(using: &random) ?? .place,
        isDoubtful: Bool.random(using: &random), number: Int64(number))
    }
    let resolver = try TaggerFixture.resolver.get()
    func admitted(_ records: [LocalEntityRecord]) -> [LocalEntityRecord] {
      resolver.admitted(records).sorted { $0.key < $1.key }
    }
    let expected = admitted(records)
    #expect(expected.allSatisfy { !$0.isDoubtful })
    let clear = records.filter { !$0.isDoubtful }
    #expect(Set(expected).isSuperset(of: clear))
    for _ in 0..<5 { #expect(admitted(records.shuffled(using: &random)) == expected) }
  }

  @Test("A doubtful name has the kind that most articles give it")
  func majority() throws {
    let clear = [
      record(1, "Blaxham", .place), record(2, "Blaxham", .organization),
      record(3, "Blaxham", .organization),
    ]
    #expect(
      try admitted(clear + [record(4, "Blaxham", .person, isDoubtful: true)])
        == ["organization Blaxham"])
  }

  @Test("Spellings of one name that fold alike are evidence, other names are none")
  func folded() throws {
    let clear = [record(1, "Dupré"), record(1, "أحمد", number: 1)]
    #expect(
      try admitted(
        clear + [
          record(2, "DUPRE", isDoubtful: true), record(2, "احمد", isDoubtful: true, number: 1),
          record(2, "أحمدي", isDoubtful: true, number: 2),
        ]) == ["person DUPRE", "person احمد"])
  }

  @Test("Doubtful names are no evidence for each other")
  func noEcho() throws {
    let doubtful = (1...6).map { record($0, "Blaxham", .place, isDoubtful: true) }
    #expect(try TaggerFixture.resolver.get().admitted(doubtful).isEmpty)
  }

  @Test("Without doubt all records come back as they are")
  func clear() throws {
    let records = [record(1, "Merkel"), record(2, "ميركل")]
    #expect(try TaggerFixture.resolver.get().admitted(records) == records)
  }
}
