/// A year, month or day as a query writes it: 2020, 2020-08, 2020-08-18.
enum QueryDate {
  /// Its first second in UTC, counted from 1970; `nil` if it is not a date.
  ///
  /// Digits may be those of any script that has decimal ones.
  static func start(of text: String) -> Int64? {
    let parts = text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    let numbers = parts.map(number)
    guard let year = numbers[0], parts[0].count == 4, year > 0 else { return nil }
    var (month, day) = (1, 1)
    if numbers.count > 1 {
      guard let number = numbers[1], (1...12).contains(number) else { return nil }
      month = number
    }
    if numbers.count > 2 {
      guard let number = numbers[2], (1...length(of: month, in: year)).contains(number) else {
        return nil
      }
      day = number
    }
    return Int64(days(year: year, month: month, day: day)) * 86_400
  }

  private static func number(_ digits: Substring.UnicodeScalarView) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    return digits.reduce(0) { value, digit in
      guard let value, digit.properties.generalCategory == .decimalNumber,
        let number = digit.properties.numericValue
      else { return nil }
      return 10 * value + Int(number)
    }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from 1 January 1970 on in the Gregorian calendar, which SQLite and POSIX count in too.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    // The year is taken to begin in March, so that its leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
