import Testing

@testable import Model

@Suite struct QueryMatcherTests {
  private func marked(_ query: String, in text: String) -> [String] {
    let text = ScalarText(text)
    return QueryMatcher(SearchQuery(query)).ranges(in: text.scalars).map { text[$0] }
  }

  @Test(arguments: [
    ("kaz", "Al-Kazemi and KAZ", ["Kaz", "KAZ"]),
    ("كاظمي", "قال والكاظمي والكَاظِمِيّ", ["كاظمي", "كَاظِمِيّ"]),
    ("الكاظمي", "قال والكاظمي", ["الكاظمي"]),
    ("كتاب", "في كِتَابٍ والكتاب", ["كِتَابٍ", "كتاب"]),
    ("الكتاب", "للكتاب", ["لكتاب"]),
    ("\"الكتاب\"", "للكتاب", ["لكتاب"]),
    ("\"green zone\"", "the Green  Zone; green-zone, green zones", ["Green  Zone", "green-zone"]),
    ("\"green zon", "Green Zone", ["Green Zon"]),
    ("green zone", "Zone, green", ["Zone", "green"]),
    ("strasse", "Straße", ["Straße"]), ("stras", "Straße", ["Straß"]),
    ("iraq -iran", "Iraq Iran", ["Iraq"]),
    ("\"iraq\"", "Iraq’s Iraqi", ["Iraq"]),
    ("\"iraqs\"", "Iraq’s", ["Iraq’s"]),
    ("\"a a b\"", "a a a b", ["a a b"]),
    ("e", "e\u{301}\u{302}x", ["e\u{301}\u{302}"]),
    ("2021", "٢٠٢١", ["٢٠٢١"]),
    ("x", "", []), ("", "x", []), ("-x", "x", []),
  ])
  func marksWhatMatches(query: String, text: String, expected: [String]) {
    #expect(marked(query, in: text) == expected)
  }

  @Test func marksBehindParticlesWhereToldTo() {
    let text = ScalarText("وبغداد ببغداد لبغداديين وببغداد غبغداد")
    let query = SearchQuery("بغداد")
    #expect(QueryMatcher(query).ranges(in: text.scalars) == [TextRange(1, 6)])
    #expect(QueryMatcher(SearchQuery("\"بغداد\"")).ranges(in: text.scalars).isEmpty)
    let matcher = QueryMatcher(query.wanted, widened: [Array("بغداد".utf8)])
    #expect(
      matcher.ranges(in: text.scalars)
        == [TextRange(1, 7 - 1), TextRange(8, 13), TextRange(15, 20), TextRange(26, 31)])
  }

  @Test func mergesRangesThatOverlap() {
    #expect(
      TextRange.merged([
        TextRange(5, 9), TextRange(1, 3), TextRange(3, 4), TextRange(8, 12), TextRange(5, 6),
      ]) == [TextRange(1, 3), TextRange(3, 4), TextRange(5, 12)])
    #expect(TextRange.merged([]).isEmpty)
  }
}
