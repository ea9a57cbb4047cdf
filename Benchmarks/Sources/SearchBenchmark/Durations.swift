import Foundation

/// Measures and prints times.
enum Durations {
  /// The milliseconds that `work` takes.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return milliseconds(ContinuousClock.now - start)
  }

  /// A duration in milliseconds.
  static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }

  /// A line of the table: how many times there are, their median, 95th percentile and greatest, twice.
  static func row(_ name: String, _ ours: [Double], _ theirs: [Double]) -> String {
    let columns = [0.5, 0.95, 1].map { text(quantile($0, ours)) }
    let others = theirs.isEmpty ? [] : [0.5, 0.95, 1].map { text(quantile($0, theirs)) }
    return name.padding(toLength: 24, withPad: " ", startingAt: 0) + padded("\(ours.count)", 5)
      + columns.map { padded($0, 8) }.joined()
      + (others.isEmpty ? "" : "   " + others.map { padded($0, 8) }.joined())
  }

  /// A number with one digit after the point.
  static func text(_ value: Double) -> String { String(format: "%.1f", value) }

  private static func quantile(_ share: Double, _ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    return share >= 1 ? last : sorted[Int(share * Double(sorted.count - 1))]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
