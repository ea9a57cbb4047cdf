import Foundation
import Model

/// A histogram as one line of text: a bar for each stretch of time between the first and the last.
enum HistogramLine {
  /// Block elements from an eighth to the whole.
  private static let bars = Array(
    "\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")

  /// The line of a histogram that has columns, with what one of them stands for where it is chosen.
  static func text(of histogram: DateHistogram, chosen: Int? = nil) -> String {
    guard let first = histogram.columns.first, let last = histogram.columns.last else { return "" }
    let most = histogram.columns.map(\.articles).max() ?? 1
    let chart = histogram.columns.map { column in
      column.articles == 0 ? " " : bars[(column.articles * bars.count - 1) / max(1, most)]
    }
    let ends = (label(first.start, histogram.unit), label(last.start, histogram.unit))
    let line = "\(ends.0) \(String(chart)) \(ends.1)"
    if let chosen {
      let column = histogram.columns[chosen]
      let articles = column.articles.counted("article")
      return line + "  \(articles) from \(label(column.start, histogram.unit))"
    }
    let unit = histogram.step == 1 ? histogram.unit.rawValue : "\(histogram.step) years"
    let undated = histogram.undated == 0 ? "" : ", \(histogram.undated) without a date"
    return line + "  by \(unit), at most \(most)\(undated)"
  }

  /// Where the bar of a column stands in the line.
  static func place(of column: Int, in histogram: DateHistogram) -> Int {
    let first = histogram.columns.first.map { label($0.start, histogram.unit) } ?? ""
    return first.count + 1 + column
  }

  /// The conditions that a search has for the time of a column.
  static func conditions(for column: Int, of histogram: DateHistogram) -> String {
    let columns = histogram.columns
    let start = "after:\(label(columns[column].start, histogram.unit))"
    guard columns.indices.contains(column + 1) else { return start }
    return "\(start) before:\(label(columns[column + 1].start, histogram.unit))"
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
