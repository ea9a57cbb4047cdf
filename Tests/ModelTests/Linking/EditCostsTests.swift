import Foundation
import Testing

@testable import Model

@Suite("What it costs to turn Latin sounds into Arabic ones")
struct EditCostsTests {
  private static let matcher = Result { try NameMatcher(folder: TaggerFixture.resources) }

  /// A table of random costs of some operations on three sounds of either side.
  private struct Toy {
    static let latin = ["a", "b", "k"]
    static let arabic = ["ا", "ب", "ك"]
    /// Costs by what is turned into what.
    var costs: [String: Int] = [:]
    let table: EditCosts

    init(_ random: inout SeededRandom) throws {
      var lines: [String] = []
      func rows(_ names: [String], _ count: Int) -> [[String]] {
        (0..<count).reduce([[]]) { rows, _ in rows.flatMap { row in names.map { row + [$0] } } }
      }
      for (operation, m, n) in [
        ("10", 1, 0), ("01", 0, 1), ("11", 1, 1), ("21", 2, 1), ("12", 1, 2),
      ] {
        for x in rows(Self.latin, m) {
          for y in rows(Self.arabic, n) {
            let cost = Int.random(in: 1...60, using: &random)
            costs["\(x)\(y)"] = cost
            lines.append(
              [operation, x.joined(separator: " "), y.joined(separator: " "), String(cost)]
                .joined(separator: "\t"))
          }
        }
      }
      table = try EditCosts(table: lines.joined(separator: "\n"), path: "toy")
    }

    /// The least cost of all ways to turn one row into the other, tried one by one.
    func least(_ x: ArraySlice<String>, _ y: ArraySlice<String>) -> Int {
      if x.isEmpty, y.isEmpty { return 0 }
      var best = Int.max
      for (m, n) in [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2)] where x.count >= m && y.count >= n {
        guard let cost = costs["\(Array(x.prefix(m)))\(Array(y.prefix(n)))"] else { continue }
        best = min(best, cost + least(x.dropFirst(m), y.dropFirst(n)))
      }
      return best
    }
  }

  private func symbols(_ names: [String], among all: [String]) -> [UInt8] {
    names.compactMap { all.firstIndex(of: $0).map(UInt8.init) }
  }

  @Test("The cost is that of the cheapest of all ways", arguments: [1, 2, 3, 4] as [UInt64])
  func bruteForce(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let toy = try Toy(&random)
    for _ in 0..<60 {
      let x = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Toy.latin[Int.random(in: 0...2, using: &random)]
      }
      let y = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Toy.arabic[Int.random(in: 0...2, using: &random)]
      }
      let distance = toy.table.distance(
        symbols(x, among: LatinSounds.names), symbols(y, among: ArabicSounds.names), limit: 10_000)
      #expect(distance == toy.least(x[...], y[...]))
    }
  }

  /// Random sounds of the real table.
  private func sounds(_ count: Int, of names: [String], _ random: inout SeededRandom) -> [UInt8] {
    (0..<count).map { _ in UInt8(Int.random(in: names.indices, using: &random)) }
  }

  @Test("A limit hides what costs more, and nothing else", arguments: [7, 8] as [UInt64])
  func limit(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let costs = try Self.matcher.get().costs
    for _ in 0..<200 {
      let x = sounds(Int.random(in: 0...7, using: &random), of: LatinSounds.names, &random)
      let y = sounds(Int.random(in: 0...7, using: &random), of: ArabicSounds.names, &random)
      let distance = try #require(costs.distance(x, y, limit: 100_000))
      #expect(costs.distance(x, y, limit: distance) == distance)
      #expect(costs.distance(x, y, limit: distance - 1) == nil)
    }
  }

  @Test("Two words together cost no more than each by itself", arguments: [9, 10] as [UInt64])
  func together(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let costs = try Self.matcher.get().costs
    for _ in 0..<200 {
      let x = (0..<2).map { _ in
        sounds(Int.random(in: 0...5, using: &random), of: LatinSounds.names, &random)
      }
      let y = (0..<2).map { _ in
        sounds(Int.random(in: 0...5, using: &random), of: ArabicSounds.names, &random)
      }
      let apart = try (0..<2).map { try #require(costs.distance(x[$0], y[$0], limit: 100_000)) }
      let whole = try #require(costs.distance(x[0] + x[1], y[0] + y[1], limit: 100_000))
      #expect(whole <= apart[0] + apart[1])
    }
  }

  @Test("Nothing costs nothing, and words longer than any name are cut")
  func edges() throws {
    let costs = try Self.matcher.get().costs
    #expect(costs.distance([], [], limit: 0) == 0)
    let longest = [UInt8](repeating: 1, count: EditCosts.longest)
    let arabic = [UInt8](repeating: 1, count: EditCosts.longest)
    #expect(
      costs.distance(longest + [2, 3], arabic + [4], limit: 100_000)
        == costs.distance(longest, arabic, limit: 100_000))
  }

  @Test(
    "A line that is no cost is an error that names file and line",
    arguments: ["11\ta\tا", "11\ta\tا\t300", "11\tab\tا\t3", "13\ta\tا\t3", "11\ta\tا\tx", "junk"])
  func malformed(line: String) throws {
    do {
      _ = try EditCosts(table: "# costs\n10\ta\t\t4\n\(line)\n", path: "costs.tsv")
      Issue.record("no error")
    } catch let error as EditCosts.Malformed {
      #expect(error.line == 3)
      #expect(error.description.hasPrefix("costs.tsv, line 3,"))
    }
  }

  @Test("Of many Arabic names the cheapest is the one that is spelled")
  func nearest() throws {
    let pairs = [
      ("merkel", "ميركل"), ("erdogan", "اردوغان"), ("putin", "بوتين"), ("macron", "ماكرون"),
      ("khamenei", "خامنئي"), ("netanyahu", "نتنياهو"), ("hollande", "هولاند"),
      ("berlusconi", "برلسكوني"), ("gorbachev", "غورباتشوف"), ("zelensky", "زيلينسكي"),
    ]
    let costs = try Self.matcher.get().costs
    for (latin, own) in pairs {
      let x = LatinSounds.symbols(of: latin)
      let all = pairs.map {
        ($0.1, costs.distance(x, ArabicSounds.symbols(of: $0.1), limit: 100_000) ?? .max)
      }
      #expect(all.min { $0.1 < $1.1 }?.0 == own)
    }
  }
}
