import Foundation
import Testing

@testable import Model

@Suite("Decoding a conditional random field")
struct CRFDecoderTests {
  /// Every row of labels of a length.
  private static func rows(of length: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { rows, _ in
      rows.flatMap { row in (0..<CRFFixture.count).map { row + [$0] } }
    }
  }

  @Test(
    "Of all rows of labels the decoder finds the best, whatever the length",
    arguments: [1, 2, 3, 4], [21, 22] as [UInt64])
  func best(length: Int, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let fixture = CRFFixture.random(&random)
    let decoder = try fixture.decoder()
    let scores = CRFFixture.scores(length, within: 4, &random)
    let labels = decoder.labels(scores).map(\.rawValue)
    let best = Self.rows(of: length).map { fixture.score($0, scores) }.max()
    #expect(labels.count == length)
    #expect(abs(fixture.score(labels, scores) - (best ?? 0)) < 1e-3)
  }

  @Test("The labels of a token are as likely as all rows with them together", arguments: [1, 2, 4])
  func likelihoods(length: Int) throws {
    var random = SeededRandom(seed: UInt64(length))
    let fixture = CRFFixture.random(&random)
    let scores = CRFFixture.scores(length, within: 3, &random)
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: CRFFixture.count), count: length)
    var total = 0.0
    for row in Self.rows(of: length) {
      let weight = exp(Double(fixture.score(row, scores)))
      total += weight
      for (index, label) in row.enumerated() { sums[index][label] += weight }
    }
    for (own, expected) in zip(try fixture.decoder().marginals(scores), sums) {
      for label in 0..<CRFFixture.count {
        #expect(abs(Double(own[label]) - expected[label] / total) < 1e-4)
      }
    }
  }

  @Test("A sentence without tokens has no labels")
  func empty() throws {
    let decoder = try CRFFixture.plain.decoder()
    #expect(decoder.labels([]).isEmpty)
    #expect(decoder.marginals([]).isEmpty)
    #expect(!decoder.isClose([]))
  }

  @Test(
    "Likelihoods add up to one in long sentences of extreme scores", arguments: [6, 7] as [UInt64])
  func sums(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let decoder = try CRFFixture.random(&random, within: 20).decoder()
    for marginal in decoder.marginals(CRFFixture.scores(300, within: 60, &random)) {
      #expect(abs(marginal.sum() - 1) < 1e-3)
      for label in 0..<16 { #expect((0...1.0001).contains(marginal[label])) }
    }
  }

  @Test("What speaks for all labels of a token alike changes nothing")
  func shift() throws {
    var random = SeededRandom(seed: 31)
    let decoder = try CRFFixture.random(&random).decoder()
    for _ in 0..<20 {
      let scores = CRFFixture.scores(8, within: 4, &random)
      let moved = scores.map { $0 + Float.random(in: -8...8, using: &random) }
      #expect(decoder.labels(scores) == decoder.labels(moved))
      for (one, other) in zip(decoder.marginals(scores), decoder.marginals(moved)) {
        for label in 0..<CRFFixture.count { #expect(abs(one[label] - other[label]) < 1e-3) }
      }
    }
  }

  @Test("A name never goes on that did not begin, where the model forbids it")
  func forbidden() throws {
    var fixture = CRFFixture.plain
    for from in CRFModel.Label.allCases {
      for to in CRFModel.Label.allCases where to != .outside && !to.begins {
        let continues =
          from.kind == to.kind && (from != .outside) == (to != .outside)
          && (from.rawValue + 1) / 2 == (to.rawValue + 1) / 2
        if !continues { fixture.transitions[from.rawValue * CRFFixture.count + to.rawValue] = -50 }
      }
    }
    let decoder = try fixture.decoder()
    var random = SeededRandom(seed: 77)
    for _ in 0..<50 {
      var scores = CRFFixture.scores(10, within: 3, &random)
      scores[0][CRFModel.Label.outside.rawValue] = 40
      let labels = decoder.labels(scores)
      #expect(labels.contains { $0 != .outside })
      for (before, label) in zip(labels, labels.dropFirst())
      where label != .outside && !label.begins {
        #expect((before.rawValue + 1) / 2 == (label.rawValue + 1) / 2)
      }
    }
  }

  @Test("A sentence that is passed over has no token that is a name with one chance in a hundred")
  func close() throws {
    let decoder = try CRFFixture.plain.decoder()
    var random = SeededRandom(seed: 90)
    var passed = 0
    for _ in 0..<200 {
      var scores = CRFFixture.scores(3, within: 1, &random)
      for index in scores.indices { scores[index][0] += Float.random(in: 4...9, using: &random) }
      guard !decoder.isClose(scores) else { continue }
      passed += 1
      for marginal in decoder.marginals(scores) {
        for label in 1..<CRFFixture.count { #expect(marginal[label] < 0.01) }
      }
    }
    #expect(passed > 0)
  }
}
