import Testing

@testable import Model

@Suite struct CompanyTests {
  @Test(
    "Entities that keep the same rare company have more in common than those that share a common name"
  )
  func rareCompany() {
    var company = Company(articleCount: 100, entityCount: 6)
    company.note(entity: 0, in: [0, 1])
    company.note(entity: 1, in: [2, 3])
    company.note(entity: 2, in: [4, 5])
    company.note(entity: 3, in: [1, 0, 2, 3])  // rare
    company.note(entity: 4, in: Array(0..<100))  // in every article
    company.note(entity: 5, in: [7])
    #expect(company.share(0, 1) > company.share(0, 2))
    #expect(company.share(0, 1) == company.share(1, 0))
    #expect(company.share(0, 1) <= 1)
  }

  @Test("An entity in no article has no company")
  func nothing() {
    var company = Company(articleCount: 2, entityCount: 2)
    company.note(entity: 0, in: [0, 0, 1])
    #expect(company.share(0, 1) == 0)
    #expect(company.names(0, in: 1) && !company.names(1, in: 0))
  }

  @Test("What two entities share does not grow with the number of their articles")
  func manyArticles() {
    func share(articles: Int32) -> Double {
      var company = Company(articleCount: 400, entityCount: 12)
      company.note(entity: 0, in: Array(0..<articles))
      company.note(entity: 1, in: Array(200..<(200 + articles)))
      company.note(entity: 2, in: [3, 203])
      for entity in 3..<12 {
        company.note(entity: entity, in: (0..<400).filter { Int($0) % 9 == entity - 3 })
      }
      return company.share(0, 1)
    }
    #expect(share(articles: 100) <= share(articles: 10) + 0.01)
  }

  @Test("Rare things say more than frequent ones")
  func rareness() {
    #expect(Rareness.information(count: 1, of: 100) > Rareness.information(count: 50, of: 100))
    #expect(Rareness.information(count: 100, of: 100) > 0)
    #expect(Rareness.information(count: 200, of: 100, prior: 30) == 0)
    #expect(Rareness.association(shared: 10, 10, 10, of: 1000) > 0)
    #expect(Rareness.association(shared: 1, 100, 100, of: 1000) == 0)
    #expect(Rareness.weight(ofKeyFinding: 0) == 1)
    #expect(Rareness.weight(ofKeyFinding: 100) < 0.2)
  }
}
