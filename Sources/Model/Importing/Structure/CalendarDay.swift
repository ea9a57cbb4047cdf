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
      (1...Self.length(of: month, in: year)).contains(day)
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
    // The inverse of `daysSince1970`, with eras of 400 years, which have 146,097 days.
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
    Int64(daysSince1970) * 86_400 + Int64(seconds ?? 43_200)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days between 1 January 1970 and this one in the Gregorian calendar.
  private var daysSince1970: Int {
    // Counting years from March puts the leap day last: 365 days a year, one more every 4 but not
    // every 100 years, and 153 days every 5 months. 719,468 days lie before 1970.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468
  }
}
