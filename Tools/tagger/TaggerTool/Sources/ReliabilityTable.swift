import Foundation

/// What the confidence of names is worth: of those of each tenth of it, how many are right.
struct ReliabilityTable {
  private struct Bin {
    var names = 0
    var right = 0
    var confidence = 0.0
  }

  private var bins = [Bin](repeating: Bin(), count: 10)

  /// Counts a name that was found.
  mutating func add(_ confidence: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    bins[bin].names += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].confidence += confidence
  }

  /// A line for each tenth that has names: how many, their mean confidence and the share that is right;
  /// then by how much the two differ in the mean over the names.
  var lines: [String] {
    var lines: [String] = []
    var apart = 0.0
    for (number, bin) in bins.enumerated() where bin.names > 0 {
      let count = Double(bin.names)
      apart += abs(bin.confidence - Double(bin.right))
      lines.append(
        String(
          format: "    %.1f–%.1f  %5d names, confidence %.3f, right %.3f", Double(number) / 10,
          Double(number + 1) / 10, bin.names, bin.confidence / count, Double(bin.right) / count))
    }
    let names = bins.reduce(0) { $0 + $1.names }
    lines.append(String(format: "    apart by %.3f", names == 0 ? 0 : apart / Double(names)))
    return lines
  }
}
