import Testing

@testable import Model

@Suite("The company that entities keep")
struct CompanyPropertyTests {
  /// The company of articles, each given as the entities that it names.
  private func company(_ articles: [[Int]], entities: Int) -> Company {
    var company = Company(articleCount: articles.count, entityCount: entities)
    for entity in 0..<entities {
      company.note(
        entity: entity,
        in: articles.indices.filter { articles[$0].contains(entity) }.map(Int32.init))
    }
    return company
  }

  @Test(
    "It is the same both ways, and between nothing and all", arguments: 1...5 as ClosedRange<UInt64>
  )
  func laws(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let articles = (0..<40).map { _ in
      // Some entities are in nearly every article, so that long and short profiles meet.
      (0..<60).filter {
        $0 < 3 ? Bool.random(using: &random) : Int.random(in: 0..<20, using: &random) == 0
      }
    }
    var company = company(articles, entities: 60)
    for _ in 0..<300 {
      let left = Int.random(in: 0..<60, using: &random)
      let right = Int.random(in: 0..<60, using: &random)
      let share = company.share(left, right)
      #expect(share >= 0 && share <= 1)
      let reverse = company.share(right, left)
      #expect(abs(share - reverse) < 1e-9)
      let own = Set(articles.filter { $0.contains(left) }.joined()).subtracting([left])
      let others = Set(articles.filter { $0.contains(right) }.joined()).subtracting([right])
      if own.isDisjoint(with: others) { #expect(share == 0) } else { #expect(share > 0) }
    }
  }

  @Test("Rare company tells more than common one, and more company more than less")
  func telling() {
    var articles = [[0, 2], [1, 2], [3, 5], [4, 5], [6, 7, 8], [9, 7, 8]]
    articles += Array(repeating: [5], count: 20)
    var company = company(articles, entities: 10)
    let (rare, common) = (company.share(0, 1), company.share(3, 4))
    let (two, none) = (company.share(6, 9), company.share(0, 3))
    #expect(rare > common)
    #expect(two > rare)
    #expect(none == 0)
  }

  @Test("An article that names an entity twice names it once")
  func twice() {
    var once = Company(articleCount: 3, entityCount: 3)
    var twice = once
    for entity in 0..<3 {
      once.note(entity: entity, in: [0, 2])
      twice.note(entity: entity, in: [2, 0, 2, 0])
    }
    let shares = (once.share(0, 1), twice.share(0, 1))
    #expect(shares.0 == shares.1)
    #expect(twice.names(1, in: 2) && twice.names(1, in: 0) && !twice.names(1, in: 1))
  }
}
