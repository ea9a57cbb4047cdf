import Foundation
import Testing

@testable import Model

@Suite("A library keeps lists of names") struct WatchedLibraryTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    library = try Library(at: folder.libraryFile)
    try folder.write("Al-Kazemi spoke in Baghdad.\n", to: "a.txt", day: 1)
    try folder.write("تحدث الكاظمي عن الحصاد في البلاد كلها وعن الناس.\n", to: "b.txt", day: 2)
    try folder.write("Baghdad waited for the people of the town.\n", to: "c.txt", day: 3)
    try folder.fill(library)
  }

  private func list(_ names: String...) -> WatchList {
    WatchList(names: names.compactMap { WatchedName(id: "7", names: [$0]) })
  }

  @Test("Findings count articles by language, give their lines, and set apart what is doubtful")
  func findings() throws {
    let findings = try library.findings(
      of: list("Baghdad", "Kazemi", "Hela Moyes"), order: .path, limit: 1)
    let place = try #require(findings.found.first)
    #expect(findings.found.count == 1 && place.articles == 2 && place.lines.count == 1)
    #expect(place.name.id == "7" && place.articleCounts == [.english: 2])
    #expect(place.lines[0].spelling == "Baghdad" && place.lines[0].range == TextRange(19, 26))
    // One word is a surname of many.
    let person = try #require(findings.doubtful.first)
    #expect(person.name.name == "Kazemi" && person.articleCounts == [.english: 1, .arabic: 1])
    #expect(findings.missing == 1 && findings.total == 3)
  }

  @Test("Lists are kept, replaced and removed under their names")
  func keeping() throws {
    try library.keep(list("Baghdad"), as: "towns\u{202E}")
    try library.keep(list("Hela Moyes", "Basra"), as: "towns")
    #expect(try library.watchLists() == [KeptWatchList(name: "towns", count: 2)])
    #expect(try library.watchList(named: "towns")?.names.map(\.name) == ["Hela Moyes", "Basra"])
    #expect(try library.watchList(named: "others") == nil)
    #expect(try library.check().isEmpty)
    #expect(try library.removeWatchList(named: "towns"))
    #expect(try !library.removeWatchList(named: "towns"))
    #expect(try library.watchLists().isEmpty)
  }

  @Test("is:watched and watch: find the articles of lists at once")
  func queries() throws {
    #expect(try library.found("is:watched").isEmpty)
    try library.keep(list("Baghdad"), as: "towns of Iraq")
    try library.keep(list("Hela Moyes"), as: "others")
    #expect(try library.found("is:watched").count == 2)
    #expect(try library.found("watch:towns -lang:ar").count == 2)
    #expect(try library.found("watch:\"of iraq\" people").count == 1)
    #expect(try library.found("watch:others").isEmpty)
    #expect(try library.found("-is:watched").count == 1)
    #expect(try library.marked("is:watched") == ["Baghdad", "Baghdad"])
    #expect(SearchQuery("watch:").mistake?.description.contains("watch:sanctions") == true)
    #expect(SearchQuery("is:good").mistake?.description.contains("is:watched") == true)
    _ = try library.removeWatchList(named: "towns of Iraq")
    #expect(try library.found("is:watched").isEmpty)
  }

  @Test("New articles that name someone on a list are counted, and their entities known")
  func counts() throws {
    try library.keep(list("Baghdad"), as: "towns")
    let last = try library.lastArticle()
    #expect(try library.watchCounts(after: nil) == [WatchCount(list: "towns", articles: 2)])
    try folder.write("In Baghdad the ferry waited for the harvest.\n", to: "d.txt", day: 4)
    try folder.write("Nobody was there at all in the morning.\n", to: "e.txt", day: 5)
    try folder.fill(library)
    #expect(try library.watchCounts(after: last) == [WatchCount(list: "towns", articles: 1)])
    #expect(Array(try library.watchedEntities().values) == [["towns"]])
  }
}
