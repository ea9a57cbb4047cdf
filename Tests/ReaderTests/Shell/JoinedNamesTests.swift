import Testing

@testable import Reader

/// The eleven names that the two seeds share, and how each language writes them.
struct SharedName: Sendable, CustomTestStringConvertible {
  let english: String
  let arabic: String
  var testDescription: String { "\(english) = \(arabic)" }

  static let all: [SharedName] = [
    SharedName(english: "Al-Kazemi", arabic: "الكاظمي"),
    SharedName(english: "Trump", arabic: "ترامب"),
    SharedName(english: "Hashemi", arabic: "الهاشمي"),
    SharedName(english: "Moyes", arabic: "مويس"),
    SharedName(english: "ISIS", arabic: "داعش"),
    SharedName(english: "Iraq", arabic: "العراق"),
    SharedName(english: "Baghdad", arabic: "بغداد"),
    SharedName(english: "Washington", arabic: "واشنطن"),
    SharedName(english: "United States", arabic: "الولايات المتحدة"),
    SharedName(english: "Associated Press", arabic: "أسوشيتد برس"),
    SharedName(english: "Green Zone", arabic: "المنطقة الخضراء"),
  ]
}

@Suite("Enter on a name leads to the other language and back")
struct JoinedNamesTests {
  @Test("From the English article to the Arabic one", arguments: SharedName.all)
  func fromEnglish(_ name: SharedName) throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    #expect(driver.title?.hasPrefix("Iraqi Prime Minister") == true)
    try driver.putCursor(on: name.english)
    let start = driver.state.location
    driver.pressEnterUntilArticleChanges()
    #expect(driver.title?.hasPrefix("غادر") == true)
    #expect(driver.textUnderCursor?.contains(name.arabic) == true)
    driver.pressUntil("Ctrl-O") { $0.location?.article == start?.article }
    #expect(driver.title?.hasPrefix("Iraqi Prime Minister") == true)
  }

  @Test("From the Arabic article to the English one", arguments: SharedName.all)
  func fromArabic(_ name: SharedName) throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    driver.press("J")
    #expect(driver.title?.hasPrefix("غادر") == true)
    try driver.putCursor(on: name.arabic)
    driver.pressEnterUntilArticleChanges()
    #expect(driver.title?.hasPrefix("Iraqi Prime Minister") == true)
    let text = try #require(driver.textUnderCursor)
    #expect(text.contains(name.english) || (name.english == "United States" && text == "US"))
  }
}

extension ScreenDriver {
  /// Walks through the article's names until the cursor is on one that contains `text`.
  mutating func putCursor(on text: String) throws {
    press("Enter", "g")
    for _ in 0..<200 {
      if state.reading?.content.mentionIndex(at: state.reading?.cursor ?? -1) != nil,
        textUnderCursor?.contains(text) == true
      {
        return
      }
      press("w")
    }
    Issue.record("no name \(text) in \(title ?? "no article")")
  }

  /// Goes from mention to mention until another article is shown.
  mutating func pressEnterUntilArticleChanges() {
    let before = state.location?.article
    pressUntil("Enter") { $0.location?.article != before }
  }

  /// Types a key until the state is as wanted, a hundred times at most.
  mutating func pressUntil(_ key: String, _ isDone: (State) -> Bool) {
    for _ in 0..<100 where !isDone(state) { press(key) }
  }
}
