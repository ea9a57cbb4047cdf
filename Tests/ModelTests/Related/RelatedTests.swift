import Foundation
import Testing

@testable import Model

@Suite("Related articles") struct RelatedTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "Visit\n\nAl-Kazemi flew to the Saudi Kingdom on Monday with 340 guests.\n", to: "a.en.txt")
    try folder.write(
      "زيارة\n\nطار الكاظمي إلى المملكة يوم الاثنين مع ٣٤٠ ضيفا.\n", to: "a.ar.txt")
    try folder.write(
      "Prices\n\nBread in Baghdad costs more than in the United States.\n", to: "b.en.txt")
    try folder.write("أسعار\n\nالخبز في بغداد أغلى منه في أمريكا.\n", to: "b.ar.txt")
    try folder.write("Weather\n\nIt rained on the hills.\n", to: "c.en.txt")
    library = try Library.inMemory()
    try folder.fill(library)
  }

  private func article(_ name: String, in library: Library) throws -> ArticleID {
    try #require(try library.articles(at: folder.articles + "/" + name).first)
  }

  private func name(_ id: ArticleID, in library: Library) throws -> String? {
    try library.summaries(of: [id]).first.map { URL(filePath: $0.origin.path).lastPathComponent }
  }

  @Test("The translation comes first, explained by what both name")
  func translations() throws {
    for story in ["a", "b"] {
      for (here, there) in [("en", "ar"), ("ar", "en")] {
        let id = try article("\(story).\(here).txt", in: library)
        let related = try library.related(to: id, limit: 9)
        let best = try #require(related.first)
        #expect(try name(best.article, in: library) == "\(story).\(there).txt")
        #expect(best.shared.count == 2)
        #expect(best.score > 0.4 && best.score <= 1)
        #expect(zip(related, related.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(!related.contains { $0.article == id })
        #expect(try library.counterpart(of: id)?.article == best.article)
      }
    }
  }

  @Test("Who shares nothing has no related articles and no counterpart")
  func nothing() throws {
    let alone = try article("c.en.txt", in: library)
    #expect(try library.related(to: alone, limit: 9).allSatisfy { $0.shared.isEmpty })
    #expect(try library.counterpart(of: alone) == nil)
    #expect(try library.related(to: ArticleID(rawValue: 99), limit: 9).isEmpty)
    #expect(try library.related(to: alone, limit: 0).isEmpty)
  }

  @Test("One shared common name makes no counterpart")
  func bound() throws {
    try folder.write(
      "خبر\n\nفي بغداد والمملكة أمريكا الكاظمي ٧٧٧ و٨٨٨٨ و٩٩٩٩٩.\n", to: "z.ar.txt")
    try folder.write("News\n\nA fair in Baghdad with 1234 and 56789 stands.\n", to: "d.en.txt")
    let library = try Library.inMemory()
    try folder.fill(library, from: ["/z.ar.txt", "/d.en.txt"].map { folder.articles + $0 })
    #expect(try library.counterpart(of: article("d.en.txt", in: library)) == nil)
    #expect(try !library.related(to: article("d.en.txt", in: library), limit: 1).isEmpty)
  }

  @Test("Among two thousand others they are found by the rare things they share")
  func large() throws {
    let texts = (0..<2_000).map { number in
      #"{"title": "T\#(number)", "text": "Baghdad and the United States, item \#(number)."}"#
    }
    try folder.write(texts.joined(separator: "\n"), to: "many.jsonl")
    let large = try Library.inMemory()
    try folder.fill(large)
    let english = try article("a.en.txt", in: large)
    let arabic = try article("a.ar.txt", in: large)
    #expect(try large.counterpart(of: english)?.article == arabic)
    #expect(try large.counterpart(of: arabic)?.article == english)
    // What every article names tells nothing here.
    #expect(try large.counterpart(of: article("b.en.txt", in: large)) == nil)
    // By a word alone: nothing else is known of these.
    try folder.write("Late\n\nA quokka was seen.\n", to: "q1.txt")
    try folder.write("Later\n\nThe quokka came again.\n", to: "q2.txt")
    try folder.fill(large, from: ["/q1.txt", "/q2.txt"].map { folder.articles + $0 })
    let quokka = try article("q1.txt", in: large)
    #expect(
      try large.related(to: quokka, limit: 3).first?.article == article("q2.txt", in: large))
  }

  @Test("Names that were not linked count by how they sound")
  func unlinkedNames() throws {
    let folder = try TestFolder()
    let texts = [
      "a.txt": "Berlin spoke.", "b.txt": "وتحدثت برلين.", "c.txt": "Tripoli spoke.",
      "d.txt": "وتحدثت صنعاء.",
    ]
    for (name, text) in texts { try folder.write(text + "\n", to: name) }
    let library = try Library.inMemory()
    let tagger = FakeTagger(names: [
      "Berlin": .place, "برلين": .place, "Tripoli": .place, "صنعاء": .place,
    ])
    _ = try ImportJob(library: library, tagger: tagger, resolver: FakeResolver(groups: []))
      .run(paths: [folder.articles])
    let ids = try ["a.txt", "b.txt"].map {
      try #require(try library.articles(at: folder.articles + "/" + $0).first)
    }
    #expect(try library.related(to: ids[0], limit: 1).first?.article == ids[1])
    #expect(try library.related(to: ids[1], limit: 1).first?.article == ids[0])
  }

  @Test("The nearer in time comes first among equals")
  func dates() throws {
    let lines = ["2020-03-01", "2020-05-30", "2020-03-03"].map {
      #"{"title": "Talks", "date": "\#($0)", "text": "Al-Kazemi met them in Baghdad."}"#
    }
    let other = try TestFolder()
    let file = try other.write(lines.joined(separator: "\n"), to: "dated.jsonl")
    let library = try Library.inMemory()
    try other.fill(library)
    let ids = try library.articles(at: file)
    #expect(try library.related(to: ids[0], limit: 9).map(\.article) == [ids[2], ids[1]])
  }

  @Test("The same articles are found in whatever order they were imported, and twice the same")
  func order() throws {
    let reversed = try Library.inMemory()
    for file in ["c.en.txt", "b.ar.txt", "b.en.txt", "a.ar.txt", "a.en.txt"] {
      try folder.fill(reversed, from: [folder.articles + "/" + file])
    }
    let there = try reversed.related(to: article("a.en.txt", in: reversed), limit: 9)
    let here = try library.related(to: article("a.en.txt", in: library), limit: 9)
    #expect(try here.first.map { try name($0.article, in: library) } == "a.ar.txt")
    #expect(there.map(\.score) == here.map(\.score))
    #expect(try library.related(to: article("a.en.txt", in: library), limit: 9) == here)
  }
}
