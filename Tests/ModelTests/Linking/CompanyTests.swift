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
    #expect(company.support(0, 1) > company.support(0, 2))
    #expect(company.support(0, 1) == company.support(1, 0))
    #expect(company.support(5, 5) >= 0)
  }

  @Test("An entity in no article has no company")
  func nothing() {
    var company = Company(articleCount: 2, entityCount: 2)
    company.note(entity: 0, in: [0, 0, 1])
    #expect(company.support(0, 1) == 0)
    #expect(company.names(0, in: 1) && !company.names(1, in: 0))
  }

  @Test("A long profile is searched as it is read through")
  func lopsidedProfiles() {
    var company = Company(articleCount: 40, entityCount: 50)
    company.note(entity: 0, in: [0])
    company.note(entity: 1, in: Array(0..<40))
    for entity in 2..<50 { company.note(entity: entity, in: [Int32(entity % 40)]) }
    let both = (company.support(0, 1), company.support(1, 0))
    #expect(both.0 == both.1 && both.0 > 0)
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
