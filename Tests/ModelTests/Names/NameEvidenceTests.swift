import Testing

@testable import Model

@Suite("What speaks for each kind of a name")
struct NameEvidenceTests {
  @Test("The kind that has most weight wins, though another has the surest mention")
  func winner() {
    var votes = NameVotes()
    votes.add(.place, 0.9)
    votes.add(.organization, 0.5)
    votes.add(.organization, 0.5)
    #expect(votes.winner == .organization)
    #expect(votes.best == 0.9)
    #expect(votes.count == 3)
  }

  @Test("What else speaks for a kind decides, and is no mention")
  func weigh() {
    var votes = NameVotes()
    votes.add(.person, 0.75)
    votes.weigh(.organization, 1)
    #expect(votes.winner == .organization)
    #expect(votes.best == 0.75)
    #expect(votes.count == 1)
  }

  @Test("The order of the mentions makes no difference", arguments: [1, 2, 3] as [UInt64])
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var mentions = (0..<25).map { _ in
      (
        EntityKind.allCases.randomElement(using: &random) ?? .person,
        // Sixteenths add up without rounding.
        Double(Int.random(in: 1...16, using: &random)) / 16
      )
    }
    func votes() -> NameVotes {
      mentions.reduce(into: NameVotes()) { $0.add($1.0, $1.1) }
    }
    let expected = votes()
    var sums: [EntityKind: Double] = [:]
    for (kind, weight) in mentions { sums[kind, default: 0] += weight }
    #expect(sums[expected.winner] == sums.values.max())
    for _ in 0..<20 {
      mentions.shuffle(using: &random)
      let other = votes()
      #expect(sums[other.winner] == sums[expected.winner])
      #expect(other.best == expected.best && other.count == expected.count)
    }
  }
}
