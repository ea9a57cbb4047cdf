import Testing

@testable import Model

/// Names with two readings, of which the company in the article decides.
@Suite struct AmbiguousNameTests {
  /// Whether the name `name` in the article `marked` is the entity that `other`, which has one reading
  /// alone, is in another article.
  private func isSame(_ name: String, in marked: String, as other: String) throws -> Bool {
    let text = String(other.drop { $0 != "[" }.dropFirst().dropLast())
    return try LinkingFixture.entities([marked, other]).contains {
      $0.isSuperset(of: [name, text])
    }
  }

  @Test func `reads عمان as Amman beside Jordan, else as Oman`() throws {
    #expect(try isSame("عمان", in: "g[عمان] في g[الأردن]", as: "g[Amman]"))
    #expect(try !isSame("عمان", in: "g[عمان] في g[الأردن]", as: "g[Oman]"))
    #expect(try isSame("عمان", in: "g[عمان] و g[مسقط]", as: "g[Oman]"))
  }

  @Test func `reads الجزائر as the country, and القاعدة as what was tagged`() throws {
    #expect(try isSame("الجزائر", in: "g[الجزائر] و g[المغرب]", as: "g[Algeria]"))
    #expect(try isSame("القاعدة", in: "o[القاعدة] و g[اليمن]", as: "o[al-Qaeda]"))
    #expect(try !isSame("القاعدة", in: "g[القاعدة] و g[اليمن]", as: "p[al-Qaeda]"))
  }

  @Test func `reads Georgia by its neighbours`() throws {
    #expect(
      try isSame("Georgia", in: "g[Georgia], g[Atlanta] and g[Florida]", as: "g[ولاية جورجيا]"))
    #expect(try !isSame("Georgia", in: "g[Georgia] and g[Russia]", as: "g[ولاية جورجيا]"))
  }

  @Test func `reads Washington as a person where one was tagged`() throws {
    #expect(try isSame("Washington", in: "g[Washington]", as: "g[واشنطن]"))
    #expect(try !isSame("Washington", in: "p[Denzel Washington], p[Washington]", as: "g[واشنطن]"))
  }
}
