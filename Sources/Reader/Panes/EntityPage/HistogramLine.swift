import Foundation
import Model

/// A histogram as one line of text: a bar for each stretch of time between the first and the last.
enum HistogramLine {
  /// Block elements from an eighth to the whole.
  private static let bars = Array(
    "\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")

  /// The line of a histogram that has columns.
  static func text(of histogram: DateHistogram) -> String {
    guard let first = histogram.columns.first, let last = histogram.columns.last else { return "" }
    let most = histogram.columns.map(\.articles).max() ?? 1
    let chart = histogram.columns.map { column in
      column.articles == 0 ? " " : bars[(column.articles * bars.count - 1) / max(1, most)]
    }
    let unit = histogram.step == 1 ? histogram.unit.rawValue : "\(histogram.step) years"
    let undated = histogram.undated == 0 ? "" : ", \(histogram.undated) without a date"
    return
      "\(label(first.start, histogram.unit)) \(String(chart)) \(label(last.start, histogram.unit))"
      + "  by \(unit), at most \(most)\(undated)"
  }

  /// When a column starts, as exactly as its unit needs.
  private static func label(_ seconds: Int64, _ unit: DateHistogram.Unit) -> String {
    let day = Date(timeIntervalSince1970: TimeInterval(seconds))
      .formatted(.iso8601.year().month().day())
    switch unit {
    case .day, .week: return day
    case .month: return String(day.prefix(7))
    case .year: return String(day.prefix(4))
    }
  }
}
