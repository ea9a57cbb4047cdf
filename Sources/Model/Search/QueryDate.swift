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
      guard let number = numbers[2], (1...GregorianDay.length(of: month, in: year)).contains(number)
      else { return nil }
      day = number
    }
    return Int64(GregorianDay.daysSince1970(year: year, month: month, day: day)) * 86_400
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
}
