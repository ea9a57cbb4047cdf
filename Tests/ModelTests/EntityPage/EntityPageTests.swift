import Foundation
import Testing

@testable import Model

@Suite("An entity's page") struct EntityPageTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    let dated = [
      ("First", "2020-03-01", "Al-Kazemi went to Baghdad. Al-Kazemi came back."),
      ("ثان", "2020-03-05", "قال الكاظمي إنه عاد إلى بغداد."),
      ("Third", "2020-03-03", "A letter from Baghdad to the United States."),
    ]
    let lines = dated.map { title, date, text in
      #"{"title": "\#(title)", "date": "\#(date)", "text": "\#(text)"}"#
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "a.jsonl", day: 900)
    try folder.write("Fourth\n\nBaghdad, says nobody when.\n", to: "b.txt", day: 901)
    try folder.write("Fifth\n\nNobody was there.\n", to: "c.txt", day: 1)
    library = try Library.inMemory()
    try folder.fill(library)
  }

  private let kazemi = EntityID(rawValue: 1)
  private let baghdad = EntityID(rawValue: 2)

  @Test("It has names with counts, articles in list order and by language, and who is with it")
  func page() throws {
    let page = try #require(try library.entityPage(baghdad, order: .newestFirst))
    #expect(page.mentionCount == 4)
    let arabic = page.entity.names.filter { $0.script == .arabic }
    #expect(arabic.reduce(0) { $0 + $1.count } == 1)
    #expect(page.articles.map(\.index) == [0, 2, 3, 4])
    #expect(
      try library.summaries(of: page.articles.map(\.id)).map(\.title)
        == ["Fourth", "ثان", "Third", "First"])
    #expect(page.articleCounts == [.english: 3, .arabic: 1])
    #expect(page.companions.map(\.articles) == [2, 1])
    #expect(page.companions.map(\.entity.id) == [kazemi, EntityID(rawValue: 3)])
    #expect(try library.entityPage(EntityID(rawValue: 99), order: .path) == nil)
  }

  @Test("Dates are those that articles state; without any, those of the files")
  func dates() throws {
    let page = try #require(try library.entityPage(baghdad, order: .path))
    #expect(page.firstSeen?.origin == .stated)
    #expect(page.firstSeen.map { $0.seconds / 86_400 } == 18_322)  // 1 March 2020
    #expect(page.lastSeen.map { $0.seconds / 86_400 } == 18_326)
    #expect(page.histogram.unit == .day)
    #expect(page.histogram.columns.map(\.articles) == [1, 0, 1, 0, 1])
    #expect(page.histogram.undated == 1)
    let other = try TestFolder()
    try other.write("One\n\nTo Baghdad.\n", to: "a.txt", day: 3)
    let undated = try Library.inMemory()
    try other.fill(undated)
    let without = try #require(try undated.entityPage(baghdad, order: .path))
    #expect(without.firstSeen?.origin == .modified)
    #expect(without.firstSeen == without.lastSeen)
    #expect(without.histogram.columns.isEmpty && without.histogram.undated == 1)
  }

  @Test("Who is named in every article is nobody's companion before who is named with it alone")
  func rarity() throws {
    let folder = try TestFolder()
    for number in 0..<20 {
      let names = number < 3 ? "Al-Kazemi of the Saudi Kingdom" : "Nobody"
      try folder.write("N\(number)\n\n\(names) came to Baghdad.\n", to: "\(number).txt")
    }
    let library = try Library.inMemory()
    try folder.fill(library)
    let page = try #require(try library.entityPage(kazemi, order: .path))
    #expect(page.companions.map(\.entity.id.rawValue) == [4, 2])
    #expect(page.companions.map(\.articles) == [3, 3])
    #expect(try library.entityPage(kazemi, order: .path, companions: 1)?.companions.count == 1)
  }

  @Test("The concordance gives every mention in its line, numbered in list order")
  func concordance() throws {
    for order in ArticleOrder.allCases {
      let all = try library.concordance(of: kazemi, rows: 0..<100, order: order)
      #expect(all.total == 3)
      #expect(all.lines.map(\.number) == [0, 1, 2])
      for line in all.lines {
        let content = try #require(try library.content(of: line.place.id))
        #expect(content.mentions.contains { $0.entity == kazemi && $0.mention == line.mention })
        #expect(try library.row(of: line.place.id, order: order) == line.place.index)
        #expect(line.language == content.article.language)
        #expect(
          line.snippet.ranges.map { ScalarText(line.snippet.text)[$0] }
            == [content.article.text[line.mention.range]])
      }
      for row in 0..<3 {
        let one = try library.concordance(of: kazemi, rows: row..<row + 1, order: order)
        #expect(one.lines == [all.lines[row]] && one.total == 3)
      }
      #expect(try library.concordance(of: kazemi, rows: 3..<9, order: order).lines.isEmpty)
    }
    #expect(
      try library.concordance(of: kazemi, rows: 0..<9, order: .newestFirst).lines.map(\.language)
        == [.arabic, .english, .english])
  }

  @Test("A change of the library changes the page and the concordance")
  func changes() throws {
    #expect(try library.concordance(of: kazemi, rows: 0..<9, order: .path).total == 3)
    try folder.write("Sixth\n\nAl-Kazemi again, and Al-Kazemi.\n", to: "d.txt", day: 2)
    try folder.fill(library, from: [folder.articles + "/d.txt"])
    #expect(try library.entityPage(kazemi, order: .path)?.mentionCount == 5)
    let now = try library.concordance(of: kazemi, rows: 3..<9, order: .path)
    #expect(now.total == 5 && now.lines.map(\.number) == [3, 4])
  }

  @Test("Rows deep in the mentions of a frequent entity are the same as from the top")
  func deepRows() throws {
    let folder = try TestFolder()
    let lines = (0..<2_500).map { number in
      #"{"title": "T\#(number)", "text": "To Baghdad\#(number % 3 == 0 ? " and Baghdad" : "")."}"#
    }
    try folder.write(lines.joined(separator: "\n"), to: "many.jsonl")
    let library = try Library.inMemory()
    try folder.fill(library)
    let top = try library.concordance(of: baghdad, rows: 1_900..<1_950, order: .path)
    #expect(top.total == 2_500 + 834)
    let deep = try library.concordance(of: baghdad, rows: 1_940..<2_050, order: .path)
    #expect(deep.lines.prefix(10) == top.lines.suffix(10))
    #expect(deep.lines.map(\.number) == Array(1_940..<2_050))
    #expect(try library.concordance(of: baghdad, rows: 1_900..<1_950, order: .path) == top)
  }
}
