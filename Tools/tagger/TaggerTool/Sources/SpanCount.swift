import Foundation

@testable import Model

/// How many names of some text were found.
struct SpanCount {
  /// Found with the right kind and the right ends.
  var exact = 0
  /// Found with the right kind and any of the right words, one to one.
  var overlapping = 0
  /// Found at all.
  var found = 0
  /// To be found.
  var wanted = 0

  /// Counts nothing.
  init() {}

  /// Counts the names of one kind, each list in ascending order without overlaps.
  init(found: [Range<Int>], wanted: [Range<Int>]) {
    let both = Set(found).intersection(wanted)
    exact = both.count
    overlapping = exact
    (self.found, self.wanted) = (found.count, wanted.count)
    var rest = found.filter { !both.contains($0) }
    for span in wanted where !both.contains(span) {
      guard let place = rest.firstIndex(where: { $0.overlaps(span) }) else { continue }
      rest.remove(at: place)
      overlapping += 1
    }
  }

  static func += (left: inout SpanCount, right: SpanCount) {
    left.exact += right.exact
    left.overlapping += right.overlapping
    left.found += right.found
    left.wanted += right.wanted
  }

  /// F1 of so many right ones; zero where there is nothing.
  func score(_ right: Int) -> Double {
    found + wanted == 0 ? 0 : 2 * Double(right) / Double(found + wanted)
  }
}

/// The counts of documents, and the scores they make.
struct SpanScores {
  /// For each document the counts of all kinds, then of each.
  private var documents: [[SpanCount]] = []

  /// Counts a document's names.
  mutating func add(found: [NameSpan], wanted: [NameSpan]) {
    let kinds = EntityKind.allCases.map { kind in
      SpanCount(
        found: found.filter { $0.kind == kind }.map(\.tokens),
        wanted: wanted.filter { $0.kind == kind }.map(\.tokens))
    }
    documents.append([kinds.reduce(into: SpanCount()) { $0 += $1 }] + kinds)
  }

  /// How many samples of documents are drawn.
  private static let samples = 1000

  /// A line for all kinds and one for each, with the names to find and F1 of exact and overlapping spans.
  ///
  /// After each F1 stands the interval in which it lies in 95 of 100 samples of as many documents, drawn
  /// with replacement (Efron, "Bootstrap Methods", 1979). The same documents give the same intervals.
  var lines: [String] {
    let totals = sum(of: documents.indices.map { $0 })
    var exact = totals.map { _ in [Double]() }
    var overlapping = exact
    var random = SplitMix64(state: 1)
    for _ in 0..<Self.samples {
      let sample = documents.indices.map { _ in Int.random(in: documents.indices, using: &random) }
      for (row, count) in sum(of: sample).enumerated() {
        exact[row].append(count.score(count.exact))
        overlapping[row].append(count.score(count.overlapping))
      }
    }
    let names = ["all"] + EntityKind.allCases.map(\.rawValue)
    return totals.indices.map { row in
      let count = totals[row]
      let precision = count.found == 0 ? 0 : Double(count.exact) / Double(count.found)
      let recall = count.wanted == 0 ? 0 : Double(count.exact) / Double(count.wanted)
      return String(format: "    %5d  P %.3f R %.3f ", count.wanted, precision, recall)
        + "F1 " + Self.text(count.score(count.exact), exact[row])
        + "  overlap " + Self.text(count.score(count.overlapping), overlapping[row])
        + "  " + names[row]
    }
  }

  private func sum(of sample: [Int]) -> [SpanCount] {
    sample.reduce(into: [SpanCount](repeating: SpanCount(), count: 1 + EntityKind.allCases.count)) {
      for row in $0.indices { $0[row] += documents[$1][row] }
    }
  }

  private static func text(_ score: Double, _ samples: [Double]) -> String {
    let sorted = samples.sorted()
    return String(
      format: "%.3f [%.3f, %.3f]", score, sorted[sorted.count / 40],
      sorted[sorted.count - 1 - sorted.count / 40])
  }
}

/// A generator of random numbers that gives the same row everywhere (Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
