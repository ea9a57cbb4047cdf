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

  @Test("A word of its own, or a town elsewhere, is the well-known place only beside its country")
  func words() throws {
    #expect(try isSame("الجولان", in: "g[الجولان] في g[سوريا]", as: "g[Golan Heights]"))
    #expect(try !isSame("الجولان", in: "g[الجولان] في g[صفاقس]", as: "g[Golan Heights]"))
    #expect(try isSame("العيون", in: "g[العيون] و g[المغرب]", as: "g[Laayoune]"))
    #expect(try !isSame("العيون", in: "g[العيون] و g[القصرين]", as: "g[Laayoune]"))
    #expect(try isSame("هضبة الجولان", in: "g[هضبة الجولان]", as: "g[Golan]"))
  }

  @Test("A country's bare name is not its capital's, though other towns are named")
  func capitals() throws {
    #expect(try isSame("تونس", in: "g[تونس] و g[سوسة]", as: "g[Tunisia]"))
    #expect(try isSame("تونس العاصمة", in: "g[تونس العاصمة] و g[سوسة]", as: "g[Tunis]"))
  }

  @Test("A surname is compared with full names of its own script before it is with others")
  func surnames() throws {
    // «سعيد» is a first name too, so it takes much company.
    let place = "g[Zorbaxham], g[Qelmstadt], g[Vexholt], p[Hela Moyes], o[Blaxham Workers Union]"
    let arabic = "g[زوربكسهام] و g[قلمشتات] و g[فكسهولت] و p[هيلا مويس] و o[اتحاد بلاكسهام]"
    let entities = try LinkingFixture.entities([
      "p[Kais Saied] in \(place)", "p[قيس سعيد] في \(arabic)", "p[الصيد] في \(arabic)",
      "p[سعيد] في \(arabic)",
    ])
    #expect(entities.contains { $0.isSuperset(of: ["Kais Saied", "قيس سعيد", "سعيد"]) })
    #expect(!entities.contains { $0.isSuperset(of: ["قيس سعيد", "الصيد"]) })
  }

  @Test("An organization that says what it is is not the place that it is named after")
  func namesakes() throws {
    let company = "g[سوسة] و o[نقابة الزيتون] و p[هيلا مويس]"
    let entities = try LinkingFixture.entities([
      "g[Abu Dhabi] و \(company)", "o[جامعة أبوظبي] و \(company)", "g[أبوظبي] و \(company)",
    ])
    #expect(!entities.contains { $0.isSuperset(of: ["Abu Dhabi", "جامعة أبوظبي"]) })
  }
}
