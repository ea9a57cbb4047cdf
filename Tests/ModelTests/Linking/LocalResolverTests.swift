import Testing

@testable import Model

/// Names within one article.
@Suite struct LocalResolverTests {
  @Test func `gives a surname to the full name`() throws {
    let groups = try LinkingFixture.groups(
      "p[Mustafa Al-Kazemi] spoke; p[al-Kazemi], p[Kazemi] and p[Al-Kadhimi] are he, o[UN] is not.")
    #expect(groups == [["Mustafa Al-Kazemi", "al-Kazemi", "Kazemi", "Al-Kadhimi"], ["UN"]])
  }

  @Test func `gives an Arabic surname to the full name, with and without article`() throws {
    let groups = try LinkingFixture.groups(
      "p[مصطفى الكاظمي] و p[الكاظمي] و p[كاظمي]", language: .arabic)
    #expect(groups.count == 1)
  }

  @Test func `keeps one surname with three people apart, the latest bearing it alone`() throws {
    let groups = try LinkingFixture.groups(
      """
      p[Hafez al-Assad] ruled; p[Assad] died. p[Bashar al-Assad] followed; p[Assad] stayed, \
      and p[Maher al-Assad] was his brother.
      """)
    #expect(
      groups == [["Hafez al-Assad", "Assad"], ["Bashar al-Assad", "Assad"], ["Maher al-Assad"]])
  }

  @Test func `keeps father and son apart by initials and by what follows`() throws {
    let groups = try LinkingFixture.groups(
      """
      p[George H. W. Bush] and p[George W. Bush]; p[Donald Trump Jr.] and p[Donald Trump]; \
      p[Abdullah I Hussein], p[George H.W. Bush]
      """)
    #expect(
      groups == [
        ["George H. W. Bush", "George H.W. Bush"], ["George W. Bush"], ["Donald Trump Jr."],
        ["Donald Trump"], ["Abdullah I Hussein"],
      ])
  }

  @Test func `keeps a person and a place of the same name apart`() throws {
    let groups = try LinkingFixture.groups(
      "p[Denzel Washington] came to g[Washington]; p[Washington] likes g[Washington].")
    #expect(groups == [["Denzel Washington", "Washington"], ["Washington", "Washington"]])
  }

  @Test func `settles a disagreement of kinds by majority`() throws {
    let (article, mentions) = LinkingFixture.article(
      "g[Basra] and p[Basra], then g[Basra], where g[Basra]")
    let entities = try LinkingFixture.resolver.get().localEntities(of: mentions, in: article)
    #expect(entities.map(\.kind) == [.place])
    #expect(entities.map(\.mentions) == [[0, 1, 2, 3]])
  }

  @Test func `joins acronyms to what they stand for`() throws {
    let groups = try LinkingFixture.groups(
      """
      o[International Monetary Fund], o[IMF]; o[Democratic Unionist Party] (o[DUP]); g[US], \
      g[U.S.] and g[United States]; o[Agency for the Assessment of Technology] (o[BPPT])
      """)
    #expect(
      groups == [
        ["International Monetary Fund", "IMF"], ["Democratic Unionist Party", "DUP"],
        ["US", "U.S.", "United States"], ["Agency for the Assessment of Technology", "BPPT"],
      ])
  }

  @Test func `joins short names of organizations, but not one known body to another`() throws {
    let groups = try LinkingFixture.groups(
      """
      o[German Navy], o[Navy]; o[Red Cross], o[Indonesian Red Cross]; o[Hezbollah], \
      o[Hezbollah Brigades]; g[Virginia], g[West Virginia]; g[Anbar province], g[Anbar]
      """)
    #expect(
      groups == [
        ["German Navy", "Navy"], ["Red Cross"], ["Indonesian Red Cross"], ["Hezbollah"],
        ["Hezbollah Brigades"], ["Virginia"], ["West Virginia"], ["Anbar province", "Anbar"],
      ])
  }

  @Test func `reads spellings of hamza, ta marbuta and Persian letters as one`() throws {
    let groups = try LinkingFixture.groups(
      "g[إيران] و g[ايران] و g[ایران]، p[هيلا مويس] و p[هیلا مویس]، g[سورية] و g[سوريا]",
      language: .arabic)
    #expect(groups.map(\.count) == [3, 2, 2])
  }

  @Test func `knows names behind every clitic as those without`() throws {
    let groups = try LinkingFixture.groups(
      """
      g[بغداد] وg[بغداد] فg[بغداد] بg[بغداد] لg[بغداد] كg[بغداد] وبg[بغداد]، g[العراق] لg[لعراق] \
      ولg[لعراق] وg[العراق] بg[العراق]، p[مصطفى الكاظمي] لp[مصطفى الكاظمي] وp[الكاظمي] لp[لكاظمي]
      """, language: .arabic)
    #expect(groups.map(\.count) == [7, 5, 4])
  }

  @Test func `gives back the article that a preposition swallowed`() throws {
    let (article, mentions) = LinkingFixture.article("قال لg[لصين] إن g[الصين]", language: .arabic)
    let entities = try LinkingFixture.resolver.get().localEntities(of: mentions, in: article)
    #expect(entities.map { $0.names.map(\.text) } == [["الصين"]])
  }

  @Test func `writes the words of a tag apart, as one name with those outside of it`() throws {
    #expect(
      try LinkingFixture.entities([
        "غرد #p[مصطفى_الكاظمي] أمس", "اجتمع p[مصطفى الكاظمي] بالوفد", "قال p[مصطفى\nالكاظمي]",
      ]) == [["مصطفى الكاظمي"]])
    let (article, mentions) = LinkingFixture.article(
      "#p[ديان_فاينشتاين] أو p[ديان فاينشتاين]", language: .arabic)
    let doubtful = LocalEntity.doubtful(mentions, from: 0, in: article)
    #expect(doubtful.map { $0.names.map(\.text) } == [["ديان فاينشتاين"]])
  }

  @Test func `gives a first name used alone to its bearer`() throws {
    let groups = try LinkingFixture.groups(
      "p[Thomas Bjorn] won. p[Thomas] said so. p[Justin Thomas] lost. Well done p[Thomas].")
    #expect(groups == [["Thomas Bjorn", "Thomas", "Thomas"], ["Justin Thomas"]])
  }

  @Test func `lives with mentions that name nothing`() throws {
    let groups = try LinkingFixture.groups("p[] and p[...] and o[--] and g[]")
    #expect(groups.flatMap { $0 }.count == 4)
    #expect(try LinkingFixture.groups("nobody").isEmpty)
  }
}
