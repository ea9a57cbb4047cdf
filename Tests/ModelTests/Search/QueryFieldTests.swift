import Foundation
import Testing

@testable import Model

@Suite struct QueryFieldTests {
  private func term(_ words: String..., isPrefix: Bool = true) -> SearchTerm {
    SearchTerm(words: words.map { Array($0.utf8) }, isPrefix: isPrefix)
  }

  @Test func readsFieldsQuotedAndNegated() {
    let query = SearchQuery(
      "person:Kazemi -place:\"green zone\" org:\"al-Qaeda\" lang:AR -source:reuters is:unread")
    #expect(query.mistake == nil)
    #expect(query.terms.isEmpty)
    #expect(
      query.conditions == [
        QueryCondition(test: .name(.person, term("kazemi"))),
        QueryCondition(
          test: .name(.place, term("green", "zone", isPrefix: false)), isExcluded: true),
        QueryCondition(test: .name(.organization, term("al", "qaeda", isPrefix: false))),
        QueryCondition(test: .language(.arabic)),
        QueryCondition(test: .source(term("reuters")), isExcluded: true),
        QueryCondition(test: .read(false)),
      ])
    #expect(SearchQuery("Person:«الكاظمي»").conditions.count == 1)
    #expect(SearchQuery("is:starred -is:read").conditions.map(\.isExcluded) == [false, true])
  }

  @Test(arguments: [
    ("2020", 1_577_836_800), ("2020-08", 1_596_240_000), ("2020-08-18", 1_597_708_800),
    ("٢٠٢٠-٠٨-١٨", 1_597_708_800), ("1970-01-01", 0), ("1969-12-31", -86_400),
    ("2000-02-29", 951_782_400), ("2024-12-31", 1_735_603_200), ("\"2020-08\"", 1_596_240_000),
  ])
  func readsDates(text: String, seconds: Int) {
    #expect(
      SearchQuery("after:\(text)").conditions
        == [QueryCondition(test: .notBefore(Int64(seconds)))])
    #expect(
      SearchQuery("-before:\(text)").conditions
        == [QueryCondition(test: .before(Int64(seconds)), isExcluded: true)])
  }

  static let mistakes: [(String, QueryMistake.Kind, Int)] = [
    ("foo:bar", .unknownField("foo"), 1),
    ("iraq -foo:\"bar\"", .unknownField("foo"), 6),
    ("a lang:klingon", .unknownLanguage("klingon"), 8),
    ("after:20", .notADate("20"), 7), ("after:2020-13", .notADate("2020-13"), 7),
    ("after:2019-02-29", .notADate("2019-02-29"), 7),
    ("before:yesterday", .notADate("yesterday"), 8),
    ("before:2020-8-1x", .notADate("2020-8-1x"), 8),
    ("after:2020-08-18-1", .notADate("2020-08-18-1"), 7),
    ("is:good", .unknownState("good"), 4), ("person:", .noValue(.person), 1),
    ("person: kazemi", .noValue(.person), 1), ("x place:\"\"", .noValue(.place), 3),
    ("org:!!", .noValue(.org), 5),
    ("iraq \"green zo", .openQuote, 6), ("person:\"al-k", .openQuote, 8), ("\"", .openQuote, 1),
  ]

  @Test(arguments: mistakes)
  func tellsMistakesWithTheirPlace(text: String, kind: QueryMistake.Kind, column: Int) {
    let mistake = SearchQuery(text).mistake
    #expect(mistake == QueryMistake(kind: kind, column: column))
    #expect(mistake?.description.contains("character \(column)") == true)
    #expect(mistake?.isUnfinished == (kind == .openQuote))
  }

  @Test(arguments: [
    "10:30", "http://example.org/a", "https://x", "mailto:a@b.org", "قال:نعم", ":", "a1:b",
    "\"foo:bar\"", "«lang:xx»",
  ])
  func wordsWithAColonAreNoFields(text: String) {
    let query = SearchQuery(text)
    #expect(query.mistake == nil)
    #expect(query.conditions.isEmpty)
  }

  @Test func conditionsAloneAreAQuery() {
    #expect(!SearchQuery("lang:ar").isEmpty)
    #expect(!SearchQuery("-is:read").isEmpty)
    #expect(SearchQuery("").hidesNothing)
    #expect(!SearchQuery("-iran").hidesNothing)
    #expect(
      SearchQuery("a  -person:\"b c\" is:unread ").parts == ["a", "-person:\"b c\"", "is:unread"])
  }
}
