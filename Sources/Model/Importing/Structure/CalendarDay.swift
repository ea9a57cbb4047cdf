/// A day and, where it is known, the time, as a text states it.
struct CalendarDay: Hashable {
  var year: Int
  var month: Int
  var day: Int
  /// Seconds since midnight UTC, where a time is stated; they may lie outside the day where the
  /// time is that of another zone.
  var seconds: Int?

  /// Creates a day; `nil` if it does not exist, or if there was no news in its year.
  init?(year: Int, month: Int, day: Int) {
    guard (1800...2200).contains(year), (1...12).contains(month),
      (1...GregorianDay.length(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day of a time; `nil` if there was no news in its year.
  init?(secondsSince1970 time: Double) {
    guard let seconds = Int64(exactly: time.rounded(.down)), abs(seconds) < 1 << 40 else {
      return nil
    }
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    // The inverse of `GregorianDay.daysSince1970`, with eras of 400 years, which have 146,097 days.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: yearOfEra + era * 400 + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
    self.seconds = Int(seconds) - days * 86_400
  }

  /// Seconds since 1 January 1970 UTC; noon where no time is known, so that it is the same day in
  /// nearly every time zone.
  var timestamp: Int64 {
    let days = GregorianDay.daysSince1970(year: year, month: month, day: day)
    return Int64(days) * 86_400 + Int64(seconds ?? 43_200)
  }
}
