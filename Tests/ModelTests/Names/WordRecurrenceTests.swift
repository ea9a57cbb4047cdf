import Testing

@testable import Model

@Suite("Other occurrences of a word in an article are evidence")
struct WordRecurrenceTests {
  /// The evidence of the others for the nth token spelled so.
  private func others(
    of word: String, _ number: Int = 0, in lines: [String], language: Language = .english
  ) throws -> WordRecurrence.Others? {
    let article = TaggerFixture.article(lines, language: language)
    return try NameTables(folder: TaggerFixture.resources).withReader { tables in
      let analysis = ArticleAnalysis(of: article, tables: tables)
      let places = analysis.tokens.indices.filter {
        article.text[TextRange(analysis.tokens[$0].start, analysis.tokens[$0].end)] == word
      }
      return analysis.recurrence[try #require(places.dropFirst(number).first)]
    }
  }

  private let story = [
    "Former manager David Moyes left the club.", "The club thanked Moyes on Friday.",
    "It had been in London for years.",
  ]

  @Test("A surname alone is known by the given name before it elsewhere, and by nothing of its own")
  func surname() throws {
    let alone = try #require(try others(of: "Moyes", 1, in: story))
    #expect(alone.count == 1)
    #expect(alone.hints.isSuperset(of: [.afterGivenName, .joinedBefore, .marked]))
    let full = try #require(try others(of: "Moyes", in: story))
    #expect(full.hints == .marked)
  }

  @Test("A word that occurs once has no others, and punctuation has none")
  func once() throws {
    #expect(try others(of: "London", in: story) == nil)
    #expect(try others(of: ".", in: story) == nil)
  }

  @Test("The nearest others are those before and after in the text")
  func nearest() throws {
    let lines = ["Moyes left.", "Then Moyes came.", "Now Moyes waits."]
    let middle = try #require(try others(of: "Moyes", 1, in: lines))
    let first = try #require(try others(of: "Moyes", in: lines))
    #expect(middle.nearest.before == 0)
    #expect(middle.nearest.after == first.nearest.after.map { $0 + 4 })
    #expect(first.nearest.before == nil)
  }

  @Test("A word in small letters elsewhere may be no name")
  func plain() throws {
    let lines = ["Police came at noon.", "The police left."]
    #expect(try others(of: "Police", in: lines)?.hints == .plain)
  }

  @Test("An Arabic word is the same with clitics and without")
  func arabic() throws {
    let lines = ["قال الرئيس مويس إنه سيرحل.", "ولم يقل مويس ذلك بعد."]
    let second = try #require(try others(of: "مويس", 1, in: lines, language: .arabic))
    #expect(second.hints.isSuperset(of: [.afterTitle, .marked]))
    let clitics = ["زار الوفد بغداد أمس.", "وعاد إلى القاهرة من بغداد.", "سافر لبغداد غدا."]
    #expect(try others(of: "بغداد", in: clitics, language: .arabic)?.count == 2)
  }
}
