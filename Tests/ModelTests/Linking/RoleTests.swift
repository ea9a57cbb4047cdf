import Testing

@testable import Model

/// Offices that an article gives to people.
@Suite struct RoleTests {
  /// The offices in a marked text, each with the number of the group of mentions that has it, and how
  /// often the text has it.
  private func roles(
    _ marked: String, language: Language = .english
  ) throws -> [(text: String, group: Int, count: Int)] {
    let (article, mentions) = LinkingFixture.article(marked, language: language)
    let resolver = try LinkingFixture.resolver.get()
    var linked: [LinkedMention] = []
    for (number, group) in resolver.localEntities(of: mentions, in: article).enumerated() {
      linked += group.mentions.map {
        LinkedMention(mention: mentions[$0], entity: EntityID(rawValue: Int64(number)))
      }
    }
    return resolver.roles(
      in: article, mentions: linked.sorted { $0.mention.range < $1.mention.range }
    )
    .map { ($0.text, Int($0.entity.rawValue), $0.ranges.count) }
  }

  @Test func `binds an office to the name beside it, wherever the article has it`() throws {
    let roles = try roles(
      """
      The Iraqi Prime Minister p[Mustafa Al-Kazemi] met p[Hela Moyes]. Later the Iraqi prime \
      minister left. The Lebanese Prime Minister did not.
      """)
    #expect(roles.map(\.text) == ["Iraqi Prime Minister"])
    #expect(roles.first?.group == 0)
    #expect(roles.first?.count == 2)
  }

  @Test func `finds an office behind the name`() throws {
    let roles = try roles("p[Mustafa Al-Kazemi], the Iraqi prime minister, met p[Hela Moyes].")
    #expect(roles.map(\.text) == ["Iraqi prime minister"])
  }

  @Test func `finds Arabic offices`() throws {
    let roles = try roles(
      "قال رئيس الوزراء العراقي p[مصطفى الكاظمي]، وأضاف رئيس الوزراء العراقي", language: .arabic)
    #expect(roles.map(\.text) == ["رئيس الوزراء العراقي"])
    #expect(roles.first?.count == 2)
  }

  @Test func `gives nobody an office that the article gives to two, nor a mere courtesy`() throws {
    #expect(
      try roles("Prime Minister p[Boris Johnson] met Prime Minister p[Leo Varadkar].").isEmpty)
    #expect(try roles("Mr. p[Johnson], the late p[Hisham Al-Hashemi]; President p[Trump]").isEmpty)
    #expect(try roles("").isEmpty)
  }
}
