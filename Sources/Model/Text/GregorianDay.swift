/// The days of the Gregorian calendar, which SQLite and POSIX count in too.
enum GregorianDay {
  /// How many days a month has in a year.
  static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days between 1 January 1970 and a day of a year above zero.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    // Counting years from March puts the leap day last: 365 days a year, one more every 4 but not
    // every 100 years, and 153 days every 5 months. 719,468 days lie before 1970.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468
  }
}
