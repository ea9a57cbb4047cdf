import Foundation
import Testing

@testable import Model

@Suite("Names of lists are found among names of entities") struct WatchMatcherTests {
  /// The match of a watched name with an entity, where there is one.
  private func match(
    _ listed: String, _ names: String..., kind: EntityKind = .person, listedKind: EntityKind? = nil
  ) throws -> WatchMatch? {
    let tables = try LinkingTables(folder: ResourceFolder.locate())
    let watched = try #require(WatchedName(names: [listed], kind: listedKind))
    let matcher = WatchMatcher([watched], comparison: NameComparison(tables: tables))
    var work = matcher.workspace()
    let entity = Entity(
      id: EntityID(rawValue: 1), kind: kind, names: names.map { NameForm(text: $0) })
    return matcher.matches(of: entity, &work).first?.match
  }

  @Test(
    "People are found across scripts and spellings, for sure",
    arguments: [
      ("Mustafa al-Kadhimi", "مصطفى الكاظمي"), ("AL-KAZEMI, Mustafa", "مصطفى الكاظمي"),
      ("راشد الغنوشي", "Rached Ghannouchi"), ("Haider al-Abadi", "حيدر العبادي"),
      ("Mustafa al-Kadhimi", "Mustafa Al-Kazemi"), ("Muammar Qadhafi", "معمر القذافي"),
    ])
  func people(listed: String, found: String) throws {
    let match = try #require(try match(listed, found))
    #expect(!match.isDoubtful, "\(match)")
    #expect(match.spelling == found && match.confidence > 0.7)
  }

  @Test(
    "Other people are not found for sure",
    arguments: [
      ("Ali Khamenei", "روح الله الخميني"), ("Mustafa al-Kadhimi", "مصطفى الغنوشي"),
      ("Hela Moyes", "Helen Murray"), ("Mustafa al-Kadhimi", "الكاظمي"),
    ])
  func others(listed: String, found: String) throws {
    #expect(try match(listed, found)?.isDoubtful != false)
  }

  @Test("A word left open, a single word and a common name are in doubt")
  func doubts() throws {
    #expect(
      try match("Mustafa Abdul Latif al-Kadhimi", "مصطفى الكاظمي")?.doubts.contains(.openWord)
        == true)
    #expect(try match("الكاظمي", "الكاظمي")?.doubts == [.loneName])
    #expect(try match("محمد علي", "محمد علي")?.doubts == [.commonName])
    #expect(try match("Mohammed Ali", "محمد علي")?.doubts.contains(.commonName) == true)
  }

  @Test("Organizations and places are found by what they are known as")
  func known() throws {
    let league = try match("Arab League", "جامعة الدول العربية", kind: .organization)
    #expect(league?.reason == .alias && league?.isDoubtful == false)
    let basra = try match("Basra", "البصرة", kind: .place)
    #expect(basra?.isDoubtful == false)
    #expect(try match("Basra", "البصرة", kind: .place, listedKind: .person) == nil)
    #expect(try match("War Council", "مجلس أوروبا", kind: .organization)?.isDoubtful != false)
  }

  @Test("The best of an entity's names counts")
  func best() throws {
    let match = try match("Mustafa al-Kadhimi", "الكاظمي", "مصطفى الكاظمي", "Mustafa Al-Kadhimi")
    #expect(match?.reason == .sameName && match?.spelling == "Mustafa Al-Kadhimi")
  }
}
