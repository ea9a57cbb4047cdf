import Testing

@testable import Model

@Suite("Articles over time") struct DateHistogramTests {
  private func dates(_ days: [Int64]) -> [ArticleDate?] {
    days.map { ArticleDate(seconds: $0 * 86_400 + 43_200, origin: .stated) }
  }

  @Test(
    "The unit is the shortest that fits",
    arguments: [
      ([0, 9], 10, DateHistogram.Unit.day, 10), ([0, 10], 10, .week, 2), ([0, 80], 10, .month, 3),
      ([0, 364], 11, .year, 1), ([0, 364], 12, .month, 12),
    ] as [([Int64], Int, DateHistogram.Unit, Int)])
  func unit(days: [Int64], limit: Int, unit: DateHistogram.Unit, columns: Int) {
    let histogram = DateHistogram(dates(days), limit: limit)
    #expect(histogram.unit == unit)
    #expect(histogram.columns.count == columns)
    #expect(histogram.columns.first?.articles == (columns == 1 ? 2 : 1))
    #expect(histogram.columns.last?.articles == (columns == 1 ? 2 : 1))
  }

  @Test("Weeks start on Monday, months on their first, also before 1970")
  func starts() {
    // 31 December 1969 was a Wednesday.
    let weeks = DateHistogram(dates([-1, 30]), limit: 6)
    #expect(weeks.unit == .week)
    #expect(weeks.columns.map { $0.start / 86_400 } == [-3, 4, 11, 18, 25])
    let months = DateHistogram(dates([-1, 31 + 28]), limit: 5)
    #expect(months.unit == .month)
    #expect(months.columns.map { $0.start / 86_400 } == [-31, 0, 31, 59])
  }

  @Test("Very long spans are cut into several years a column; no date breaks it")
  func longSpans() {
    let long = DateHistogram(dates([-62_000, 84_000]), limit: 24)
    #expect(long.unit == .year && long.step > 1)
    #expect(long.columns.count <= 24)
    #expect(long.columns.reduce(0) { $0 + $1.articles } == 2)
    let absurd = DateHistogram(
      [.min, 0, .max].map { ArticleDate(seconds: $0, origin: .stated) }, limit: 8)
    #expect(absurd.columns.count <= 8)
    #expect(absurd.columns.reduce(0) { $0 + $1.articles } == 3)
  }

  @Test("Every day of four centuries is in the month that has its first day at or before it")
  func months() {
    for day in Int64(-73_000)..<73_000 {
      let month = CivilMonth(day: day)
      #expect(month.firstDay <= day && day < CivilMonth(index: month.index + 1).firstDay)
    }
    #expect(CivilMonth(day: 18_322).index == 2020 * 12 + 2)
    #expect(CivilMonth(day: 18_321).index == 2020 * 12 + 1)
  }

  @Test("Dates that no article states are counted apart")
  func undated() {
    let histogram = DateHistogram(
      [nil, ArticleDate(seconds: 5, origin: .modified), ArticleDate(seconds: 5, origin: .stated)],
      limit: 5)
    #expect(histogram.undated == 2)
    #expect(histogram.columns == [DateHistogram.Column(start: 0, articles: 1)])
  }
}
