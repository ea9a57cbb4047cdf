/// The months and the days of the week, in English and Arabic words.
enum CalendarWords {
  /// The month or day that a folded word names.
  static func figure(_ word: UInt64) -> Figure? {
    figures[[word]]
  }

  /// The month that two folded words name.
  static func figure(_ first: UInt64, _ second: UInt64) -> Figure? {
    figures[[first, second]]
  }

  private static let days = [
    ["monday", "الاثنين"], ["tuesday", "الثلاثاء"], ["wednesday", "الأربعاء"],
    ["thursday", "الخميس"], ["friday", "الجمعة"], ["saturday", "السبت"], ["sunday", "الأحد"],
  ]

  private static let figures: [[UInt64]: Figure] = {
    var figures: [[UInt64]: Figure] = [:]
    for (prefix, rows) in [("month ", MonthNames.names), ("day ", days)] {
      for (index, row) in rows.enumerated() {
        let figure = Figure(prefix + String(index), of: Double(rows.count))
        for name in row { figures[WordHash.whole(name)] = figure }
      }
    }
    return figures
  }()
}
