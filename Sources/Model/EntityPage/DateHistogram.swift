/// How many articles there are in equal stretches of time.
///
/// Only dates that articles state are counted: the time a file was changed says little about its text.
public struct DateHistogram: Hashable, Sendable {
  /// A stretch of the calendar.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// A day.
    case day
    /// A week, from Monday.
    case week
    /// A month.
    case month
    /// A year.
    case year
  }

  /// A stretch of time and its articles.
  public struct Column: Hashable, Sendable {
    /// When it starts, in seconds since 1 January 1970 UTC.
    public var start: Int64
    /// How many articles are from then.
    public var articles: Int

    /// Creates a column with its count.
    public init(start: Int64, articles: Int) {
      self.start = start
      self.articles = articles
    }
  }

  /// The unit of which a column covers `step`.
  public var unit = Unit.day
  /// How many units a column covers: 1, but for spans of very many years.
  public var step = 1
  /// The columns without gaps, the oldest first; none where no article states a date.
  public var columns: [Column] = []
  /// How many articles state no date.
  public var undated = 0

  /// Creates a histogram without articles.
  public init() {}

  /// Counts articles of the given dates in the shortest unit that needs no more than `limit` columns.
  ///
  /// Complexity: O(*n* log *n*).
  public init(_ dates: some Sequence<ArticleDate?>, limit: Int) {
    var days: [Int64: Int] = [:]
    for date in dates {
      guard let date, date.origin == .stated else {
        undated += 1
        continue
      }
      days[Self.day(of: date.seconds), default: 0] += 1
    }
    guard let first = days.keys.min(), let last = days.keys.max() else { return }
    let starts = starts(from: first, through: last, limit: max(limit, 1))
    columns = starts.map { Column(start: Self.seconds(of: $0), articles: 0) }
    var column = 0
    for (day, count) in days.sorted(by: { $0.key < $1.key }) {
      while column + 1 < starts.count, starts[column + 1] <= day { column += 1 }
      columns[column].articles += count
    }
  }

  private static let secondsPerDay: Int64 = 86_400

  private static func day(of seconds: Int64) -> Int64 {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
    return rest < 0 ? days - 1 : days
  }

  private static func seconds(of day: Int64) -> Int64 {
    // A damaged file can contain any number as a date.
    let (seconds, overflow) = day.multipliedReportingOverflow(by: secondsPerDay)
    return overflow ? (day < 0 ? .min : .max) : seconds
  }

  /// The days since 1970 on which the columns start; sets unit and step.
  private mutating func starts(from first: Int64, through last: Int64, limit: Int) -> [Int64] {
    for unit in Unit.allCases {
      self.unit = unit
      if let starts = Self.starts(from: first, through: last, unit: unit, step: 1, limit: limit) {
        return starts
      }
    }
    step = (CivilMonth(day: last).index - CivilMonth(day: first).index) / 12 / limit
    while true {
      // Columns start in years that the step divides, so one more may be needed.
      step += 1
      if let starts = Self.starts(from: first, through: last, unit: .year, step: step, limit: limit)
      {
        return starts
      }
    }
  }

  /// The starts of all columns; `nil` where they are more than `limit`.
  private static func starts(
    from first: Int64, through last: Int64, unit: Unit, step: Int, limit: Int
  ) -> [Int64]? {
    switch unit {
    case .day, .week:
      let length: Int64 = unit == .day ? 1 : 7
      // 1 January 1970 was a Thursday.
      let start = unit == .day ? first : first - ((first + 3) % 7 + 7) % 7
      guard (last - start) / length < Int64(limit) else { return nil }
      return Array(stride(from: start, through: last, by: Int(length)))
    case .month, .year:
      let months = unit == .month ? 1 : 12 * step
      let opening = CivilMonth(day: first).index
      let start = opening - (opening % months + months) % months
      let end = CivilMonth(day: last).index
      guard (end - start) / months < limit else { return nil }
      return stride(from: start, through: end, by: months).map { CivilMonth(index: $0).firstDay }
    }
  }
}
