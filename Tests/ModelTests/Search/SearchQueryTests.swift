import Testing

@testable import Model

@Suite struct SearchQueryTests {
  /// The terms as text: words joined by a space, a star for a prefix, a minus for an exclusion.
  private func terms(_ query: String) -> [String] {
    SearchQuery(query).terms.map { term in
      (term.isExcluded ? "-" : "")
        + term.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        + (term.isPrefix ? "*" : "")
    }
  }

  @Test(arguments: [
    ("Kazemi Baghdad", ["kazemi*", "baghdad*"]),
    ("\"green zone\" iraq", ["green zone", "iraq*"]),
    ("«المنطقة الخضراء»", ["المنطقه الخضرا"]),
    ("“green zone”", ["green zone"]),
    ("\"green zo", ["green zo*"]),
    ("\"", []), ("\"\"", []), ("-\"", []), ("-", []), ("- -", []),
    ("iraq -iran", ["iraq*", "-iran*"]),
    ("iraq -\"green zone\"", ["iraq*", "-green zone"]),
    ("al-Kazemi", ["al kazemi*"]),
    ("a - b", ["a*", "b*"]),
    ("word\"phrase here\"word", ["word*", "phrase here"]),
    ("OR AND NOT NEAR( * ^x {y}:z", ["or*", "and*", "not*", "near*", "x*", "y z*"]),
    ("same same", ["same*"]),
    ("!!! ؟ …", []),
  ])
  func readsWhatIsTyped(query: String, expected: [String]) {
    #expect(terms(query) == expected)
  }

  @Test func isEmptyWithoutAnythingToFind() {
    #expect(SearchQuery("").isEmpty)
    #expect(SearchQuery("  \t").isEmpty)
    #expect(SearchQuery("-iran").isEmpty)
    #expect(!SearchQuery("iraq -iran").isEmpty)
  }

  @Test func readsNoMoreThanAPersonTypes() {
    let many = (0..<1000).map { "word\($0)" }.joined(separator: " ")
    #expect(SearchQuery(many).terms.count == QueryParser.limit)
    #expect(SearchQuery("\"\(many)\"").terms[0].words.count == QueryParser.limit)
  }
}
