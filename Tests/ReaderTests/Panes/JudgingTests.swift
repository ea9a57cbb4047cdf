import Foundation
import Model
import Testing

@testable import Reader

@Suite("What the reader says of names")
struct JudgingTests {
  private func seeds() throws -> ScreenDriver {
    try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 60)
  }

  @Test("x hides a name in this article, X in all; u shows it again, Ctrl-R hides it again")
  func hide() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    let entity = try #require(driver.state.entityUnderCursor)
    driver.press("x")
    #expect(driver.state.reading?.content.ranges(of: entity).isEmpty == true)
    #expect(driver.foot.contains("no name in this article"))
    driver.press("J")
    #expect(driver.screen.contains("Baghdad"))
    driver.press("K", "u")
    #expect(driver.state.reading?.content.ranges(of: entity).isEmpty == false)
    try driver.putCursor(on: "Baghdad")
    driver.press("X", "J")
    #expect(!driver.screen.contains("Baghdad"))
    driver.press("u")
    #expect(driver.screen.contains("Baghdad"))
    driver.press("Ctrl-R")
    #expect(!driver.screen.contains("Baghdad"))
  }

  @Test("On a page r renames and t changes the kind, and both are undone")
  func rename() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    driver.press("e", "r")
    driver.type("Helen Mewis")
    driver.press("Enter")
    #expect(driver.screen.contains("Helen Mewis"))
    driver.press("t")
    driver.type("organization")
    driver.press("Enter")
    #expect(driver.state[EntityPagePane.self]?.content?.page.entity.kind == .organization)
    driver.press("u", "u")
    #expect(driver.state[EntityPagePane.self]?.content?.page.entity.kind == .person)
    #expect(!driver.screen.contains("Helen Mewis"))
    driver.press(":")
    driver.type("kind river")
    driver.press("Enter")
    #expect(driver.foot.contains("There is no kind river"))
  }

  @Test("m takes a name up and joins it with the next, s parts a spelling from the rest")
  func mergeAndSplit() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    driver.press("e", "m", "q")
    try driver.putCursor(on: "Washington")
    let washington = try #require(driver.state.entityUnderCursor)
    driver.press("e", "m")
    let names = try #require(
      driver.state[EntityPagePane.self]?.content?.page.entity.names.map(\.text))
    #expect(names.contains("Baghdad") && names.contains("Washington"))
    driver.press("u")
    #expect(driver.state[EntityPagePane.self]?.entity == washington)
    #expect(
      driver.state[EntityPagePane.self]?.content?.page.entity.names.contains {
        $0.text == "Baghdad"
      } == false)
    driver.press("q")
    try driver.putCursor(on: "Moyes")
    driver.press("e", "g")
    for _ in 0..<10 {
      if case .name(let name)? = driver.state[EntityPagePane.self]?.selectedLine,
        name.script == .arabic
      {
        break
      }
      driver.press("j")
    }
    driver.press("s")
    #expect(driver.state[EntityPagePane.self]?.content?.page.entity.name(in: .arabic) == nil)
    driver.press("u")
    #expect(
      driver.state[EntityPagePane.self]?.content?.page.entity.name(in: .arabic) == "هيلا مويس")
  }

  @Test("On a link of the page n parts the two names, and they are proposed no more")
  func different() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Moyes")
    driver.press("e", "g")
    for _ in 0..<20 where driver.state[EntityPagePane.self]?.selectedLink == nil {
      driver.press("j")
    }
    let link = try #require(driver.state[EntityPagePane.self]?.selectedLink)
    #expect(link.holds)
    driver.press("n")
    #expect(driver.foot.contains("are different"))
    let names = try #require(
      driver.state[EntityPagePane.self]?.content?.page.entity.names.map(\.text))
    #expect(!(names.contains(link.left.text) && names.contains(link.right.text)))
    driver.press("u")
    #expect(driver.state[EntityPagePane.self]?.content?.page.entity.names.count ?? 0 > names.count)
  }

  @Test("y, n and h mean what they always do where no link is under the cursor")
  func keysElsewhere() throws {
    var driver = try seeds()
    driver.press("Enter")
    try driver.putCursor(on: "Moyes")
    driver.press("y")
    #expect(driver.handedOut.contains(.copy("Hela Moyes")))
    driver.press("h")
    #expect(driver.state.arrangement.focus == .list)
    driver.press("l", "e", "n")
    #expect(driver.foot.contains("/2"))
  }

  @Test("I corrects where a name stands, :name marks a missed one, and u takes it back")
  func spans() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Hela Moyes")
    driver.press("I")
    #expect(driver.foot.contains("span Hela Moyes"))
    driver.press("Ctrl-U")
    driver.type("span Mewis")
    driver.press("Enter")
    #expect(driver.foot.contains("no part of Hela Moyes"))
    driver.press("i", "Ctrl-U")
    driver.type("span-here Hela | Moyes")
    driver.press("Enter")
    #expect(driver.foot.contains("read as Hela | Moyes in this article"))
    let texts = { (driver: ScreenDriver) -> [String] in
      guard let content = driver.state.reading?.content else { return [] }
      return content.mentions.map { content.article.text[$0.mention.range] }
    }
    #expect(texts(driver).contains("Hela") && !texts(driver).contains("Hela Moyes"))
    driver.press("u")
    #expect(texts(driver).contains("Hela Moyes") && !texts(driver).contains("Hela"))
  }

  @Test("M on the page takes apart what m merged, and the list follows a merged name")
  func unmerge() throws {
    var driver = try seeds()
    try driver.putCursor(on: "Baghdad")
    driver.press("e", "m", "q")
    try driver.putCursor(on: "Washington")
    driver.press("e", "M")
    #expect(driver.foot.contains("Nothing had to be changed"))
    driver.press("m")
    let isMerged = { (driver: ScreenDriver) in
      let names = driver.state[EntityPagePane.self]?.content?.page.entity.names ?? []
      return names.contains { $0.text == "Baghdad" }
    }
    #expect(isMerged(driver))
    driver.press("M")
    #expect(!isMerged(driver))
    driver.press("u")
    #expect(isMerged(driver))
  }
}
