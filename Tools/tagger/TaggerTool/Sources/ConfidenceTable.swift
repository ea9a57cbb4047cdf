import Foundation

/// What the confidence of names is worth: how many of each are right, and what F1 comes of leaving out
/// those below a bound.
struct ConfidenceTable {
  private var names: [(confidence: Double, isRight: Bool)] = []
  private var wanted = 0

  /// Counts names that should be found.
  mutating func add(wanted count: Int) { wanted += count }

  /// Counts a name that was found.
  mutating func add(_ confidence: Double, isRight: Bool) { names.append((confidence, isRight)) }

  /// Two lines: the share that is right by confidence, and F1 by bound.
  var text: String {
    let edges = [0, 0.3, 0.45, 0.6, 0.75, 0.9, 1.01]
    var right: [String] = []
    for (low, high) in zip(edges, edges.dropFirst()) {
      let some = names.filter { $0.confidence >= low && $0.confidence < high }
      guard !some.isEmpty else { continue }
      let share = Double(some.count(where: \.isRight)) / Double(some.count)
      right.append(String(format: "%.2f–%.2f %.2f (%d)", low, min(high, 1), share, some.count))
    }
    let bounds = [0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7].map { bound in
      let some = names.filter { $0.confidence >= bound }
      let sum = some.count + wanted
      let hits = some.count(where: \.isRight)
      return String(format: "%.2f %.3f", bound, sum == 0 ? 0 : 2 * Double(hits) / Double(sum))
    }
    return "  right by confidence: \(right.joined(separator: ", "))\n"
      + "  F1 by bound: \(bounds.joined(separator: ", "))"
  }
}
