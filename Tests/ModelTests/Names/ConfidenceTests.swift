import Testing

@testable import Model

@Suite("How sure the tagger is")
struct ConfidenceTests {
  private static let articles = [
    TaggerFixture.article(
      [
        "Angela Merkel met Xoanqel of the Frobnitz in Berlin, and the two went to Blaxham together.",
        "The Perrin, a Lestat of the old kind, was Mordaunt said.",
      ], language: .english),
    TaggerFixture.article(
      ["اجتمع ترامب مع ميركل في واشنطن، وحضر اللقاء شندلار وممثل بلدة خرزان."], language: .arabic),
  ]

  @Test("Shown mentions are at least as certain as the bound, doubtful ones less")
  func bound() throws {
    for article in Self.articles {
      let names = try TaggerFixture.tagger.get().names(in: article)
      #expect(!names.mentions.isEmpty)
      #expect(names.mentions.allSatisfy { (NewsTagger.bound...1).contains($0.confidence) })
      #expect(names.doubtful.allSatisfy { (0..<NewsTagger.bound).contains($0.confidence) })
      #expect(names.mentions == (try TaggerFixture.tagger.get().mentions(in: article)))
    }
  }

  @Test("A name in its usual company is surer than a word that may be one")
  func order() throws {
    let article = Self.articles[0]
    let names = try TaggerFixture.tagger.get().names(in: article)
    let merkel = try #require(names.mentions.first { article.text[$0.range] == "Angela Merkel" })
    #expect(merkel.confidence > 0.9)
    #expect(names.doubtful.allSatisfy { $0.confidence < merkel.confidence })
  }

  @Test("Mentions and doubtful names never overlap")
  func apart() throws {
    for article in Self.articles {
      let names = try TaggerFixture.tagger.get().names(in: article)
      let all = (names.mentions + names.doubtful).sorted { $0.range < $1.range }
      for (one, next) in zip(all, all.dropFirst()) {
        #expect(one.range.upperBound <= next.range.lowerBound)
      }
    }
  }
}
