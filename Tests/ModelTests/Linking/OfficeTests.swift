import Testing

@testable import Model

@Suite("Offices and whose they are")
struct OfficeTests {
  /// The offices in a marked text, with the names of those who have them.
  private func offices(_ marked: String, language: Language = .english) throws -> [[String]] {
    let (article, mentions) = LinkingFixture.article(marked, language: language)
    let resolver = try LinkingFixture.resolver.get()
    let entities = resolver.localEntities(of: mentions, in: article)
    let linked = entities.enumerated().flatMap { number, entity in
      entity.mentions.map {
        LinkedMention(mention: mentions[$0], entity: EntityID(rawValue: Int64(number)))
      }
    }.sorted { $0.mention.range < $1.mention.range }
    return resolver.roles(in: article, mentions: linked).map { role in
      for range in role.ranges {
        #expect(article.text[range].lowercased() == role.text.lowercased())
      }
      #expect(role.ranges == role.ranges.sorted())
      return [role.text, entities[Int(role.entity.rawValue)].names[0].text]
    }
  }

  @Test("Each of several people has an office of their own")
  func several() throws {
    #expect(
      try offices(
        "German Chancellor p[Angela Merkel] met French President p[Emmanuel Macron]. The French "
          + "president thanked the German chancellor.")
        == [["German Chancellor", "Angela Merkel"], ["French President", "Emmanuel Macron"]])
    #expect(
      try offices(
        "التقى الرئيس الفرنسي p[إيمانويل ماكرون] أمس وزير الخارجية الروسي p[سيرغي لافروف].",
        language: .arabic
      ).map { $0[1] } == ["إيمانويل ماكرون", "سيرغي لافروف"])
  }

  @Test("One person named twice has the office once")
  func once() throws {
    #expect(
      try offices(
        "Iraqi President p[Barham Salih] left. Later Iraqi President p[Salih] came back.")
        == [["Iraqi President", "Barham Salih"]])
  }

  @Test("Places and bodies have no office, and neither does who stands apart from it")
  func none() throws {
    #expect(try offices("Iraqi President g[Baghdad], French President o[Total]").isEmpty)
    #expect(try offices("Iraqi President. p[Barham Salih] left.").isEmpty)
    #expect(try offices("the Iraqi President and p[Barham Salih]").isEmpty)
    #expect(try offices("Iraqi p[Barham Salih] left.").isEmpty)
  }
}
