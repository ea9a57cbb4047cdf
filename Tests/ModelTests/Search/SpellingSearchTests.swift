import Foundation
import Testing

@testable import Model

/// Names that nothing joins, found by how they sound and with one typing error.
@Suite struct SpellingSearchTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    library = try Library.inMemory()
    let texts = [
      "A\n\nThe minister Kadhimi spoke.\n", "B\n\nThe minister Kazemi spoke.\n",
      "C\n\nقال الكاظمي أمس.\n", "D\n\nThe iraqi Mahmoud Darwish wrote.\n",
      "E\n\nكتب محمود درويش.\n", "F\n\nThe harvest in Samarra.\n",
    ]
    for (number, text) in texts.enumerated() {
      try folder.write(text, to: "\(number).txt", day: number)
    }
    let tagger = FakeTagger(names: [
      "Kadhimi": .person, "Kazemi": .person, "الكاظمي": .person, "Mahmoud Darwish": .person,
      "محمود درويش": .person, "Samarra": .place,
    ])
    _ = try ImportJob(library: library, tagger: tagger, resolver: FakeResolver(groups: []))
      .run(paths: [folder.articles])
  }

  @Test(arguments: [
    ("kazemi", "BC"), ("Kadhimi", "AC"), ("الكاظمي", "ABC"), ("كاظمي", "ABC"),
    ("mahmoud darwish", "DE"), ("درويش", "DE"), ("person:darwish", "DE"),
    ("\"mahmoud darwish\"", "D"), ("place:kazemi", ""),
  ])
  func findsTheOtherSpellings(query: String, titles: String) throws {
    #expect(try library.found(query).sorted().joined() == titles)
  }

  @Test func aLiteralSearchFindsOnlyWhatIsTyped() throws {
    let results = try library.search(
      SearchQuery("kazemi", isLiteral: true), order: .path, limit: 9)
    #expect(results.hits.map(\.summary.title) == ["B"])
    #expect(results.names.map(\.total) == [1])
  }

  @Test(arguments: [
    ("samarar", "F"), ("samara", "F"), ("samarrra", "F"), ("xamarra", "F"), ("samaxra", "F"),
    ("samax", "F"), ("place:samaxra", "F"), ("darwihs", "D"),
    // Two edits, too short a word, and a word that is no name.
    ("saxaxra", ""), ("sama", "F"), ("sxma", ""), ("harvets", ""),
  ])
  func forgivesOneEditInNames(query: String, titles: String) throws {
    #expect(try library.found(query).joined() == titles)
  }

  @Test func whatIsForgivenComesAfterWhatIsExact() throws {
    try folder.write("G\n\nA samarar is no place.\n", to: "9.txt", day: 9)
    try folder.fill(library)
    #expect(try library.found("samarar") == ["G", "F"])
    let results = try library.search(SearchQuery("samarar"), order: .path, limit: 9)
    #expect(results.names.map(\.areForgiven) == [true])
  }

  @Test(arguments: [
    ("abcde", "abcde", false), ("abcde", "abcdef", true), ("abcde", "abcd", true),
    ("abcde", "abdce", true), ("abcde", "bbcde", true), ("abcde", "bcde", true),
    ("abcde", "acdexyz", true), ("abcde", "bacdexyz", false), ("abcde", "abc", false),
    ("abcde", "edcba", false), ("abcde", "abxye", false), ("abcde", "xabcde", true),
  ])
  func tellsOneEdit(typed: String, word: String, isOne: Bool) {
    let found = Array(typed.utf16).withUnsafeBufferPointer { typed in
      Array(word.utf16).withUnsafeBufferPointer { OneEdit.leads(from: typed, to: $0) }
    }
    #expect(found == isOne)
  }
}
