import Foundation

/// An instant as a feed states it: RFC 822, ISO 8601, and what sites write in their place, in English
/// and Arabic, in the civil, the Islamic and the Persian calendar.
struct FeedDate {
  /// The longest date that is read, in scalars.
  private static let longest = 200
  /// How far ahead of the time of fetching a date may lie, in seconds: what zones that were left out
  /// can explain.
  private static let ahead: Int64 = 2 * 86_400

  /// Seconds since 1 January 1970 UTC, where a zone is stated; UTC is assumed where none is.
  let seconds: Int64

  /// Reads a date; `nil` where the text states none that can be true at the time `now`.
  ///
  /// Years such as 1403 are of the Persian calendar where the months or the feed's language are Persian,
  /// and of the Islamic one otherwise.
  ///
  /// What programs write for an unknown date, as the first second of 1970 or of year 1, is no date, and
  /// neither is one far ahead.
  init?(_ text: String, now: Int64, language: String? = nil) {
    let scalars = Array(text.unicodeScalars.prefix(Self.longest))
    let clean = CleanText(cleaning: scalars).scalars
    let tokens = LineToken.tokens(of: clean[...])
    guard let seconds = Self.seconds(tokens, isPersian: Self.isPersian(language)),
      abs(seconds) >= 86_400, seconds <= now + Self.ahead
    else { return nil }
    self.seconds = seconds
  }

  /// Whether a language tag is of Persian, in which Iran and Afghanistan write.
  private static func isPersian(_ language: String?) -> Bool {
    let tag = language?.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return tag == "fa" || tag == "fas" || tag == "per"
  }

  /// The time is taken out first, because it stands before, after and inside the date.
  private static func seconds(_ tokens: [LineToken], isPersian: Bool) -> Int64? {
    let finder = DateFinder(tokens)
    for index in tokens.indices {
      guard let clock = finder.clock(at: index) else { continue }
      let start = index > 0 && tokens[index - 1].word == "t" ? index - 1 : index
      let rest = Array(tokens[..<start] + tokens[clock.end...])
      guard let day = day(rest, isPersian: isPersian) else { break }
      return midnight(day) + Int64(clock.seconds)
    }
    return day(tokens, isPersian: isPersian).map { midnight($0) + Int64($0.seconds ?? 0) }
  }

  private static func midnight(_ day: CalendarDay) -> Int64 {
    var day = day
    day.seconds = 0
    return day.timestamp
  }

  private static func day(_ tokens: [LineToken], isPersian: Bool) -> CalendarDay? {
    if let match = DateFinder(tokens).first { return match.day }
    return shortYear(tokens) ?? partial(tokens)
      ?? named(tokens, months: MonthNames.persianMonth, calendar: .persian)
      ?? named(tokens, months: MonthNames.islamicMonth, calendar: .islamicUmmAlQura)
      ?? numbered(tokens, calendar: isPersian ? .persian : .islamicUmmAlQura)
  }

  /// RFC 822: "Thu, 01 Jan 04", whose year has two digits.
  private static func shortYear(_ tokens: [LineToken]) -> CalendarDay? {
    for index in tokens.indices {
      guard case .number(let day, 1...2) = tokens[index] else { continue }
      var next = index + 1
      if isSign(tokens, next, "-") { next += 1 }
      guard let name = MonthNames.month(in: tokens[...], at: next) else { continue }
      next += name.length
      if isSign(tokens, next, "-") { next += 1 }
      guard tokens.indices.contains(next), case .number(let year, 2) = tokens[next] else {
        continue
      }
      // RFC 2822 4.3: two digits up to 49 are of this century, the others of the last.
      return CalendarDay(year: year < 50 ? 2000 + year : 1900 + year, month: name.month, day: day)
    }
    return nil
  }

  /// ISO 8601 with less than a day or with the day of the year: 2003, 2003-12, 2003-335.
  private static func partial(_ tokens: [LineToken]) -> CalendarDay? {
    guard case .number(let year, 4)? = tokens.first else { return nil }
    if tokens.count == 1 { return CalendarDay(year: year, month: 1, day: 1) }
    guard tokens.count == 3, isSign(tokens, 1, "-") else { return nil }
    switch tokens[2] {
    case .number(let month, 2): return CalendarDay(year: year, month: month, day: 1)
    case .number(let dayOfYear, 3):
      var left = dayOfYear
      for month in 1...12 {
        if let day = CalendarDay(year: year, month: month, day: left) { return day }
        left -= (28...31).last { CalendarDay(year: year, month: month, day: $0) != nil } ?? 31
      }
      return nil
    default: return nil
    }
  }

  /// A date of another calendar by the name of its month: 22 شعبان 1445, ۱۳ اسفند ۱۴۰۲.
  private static func named(
    _ tokens: [LineToken],
    months: (ArraySlice<LineToken>, Int) -> (month: Int, length: Int)?,
    calendar: Calendar.Identifier
  ) -> CalendarDay? {
    for index in tokens.indices {
      guard case .number(let day, 1...2) = tokens[index],
        let name = months(tokens[...], index + 1)
      else { continue }
      var next = index + 1 + name.length
      if isSign(tokens, next, "،") || isSign(tokens, next, ",") { next += 1 }
      if case .number(let year, 4)? = token(tokens, next) {
        return civil(year: year, month: name.month, day: day, of: calendar)
      }
    }
    return nil
  }

  /// A date of another calendar in numbers: 22/8/1445, 1445-08-22.
  private static func numbered(
    _ tokens: [LineToken], calendar: Calendar.Identifier
  ) -> CalendarDay? {
    for index in tokens.indices {
      guard case .number(let first, let digits) = tokens[index],
        let mark = token(tokens, index + 1),
        [.sign("/"), .sign("-"), .sign(".")].contains(mark),
        token(tokens, index + 3) == mark,
        case .number(let month, 1...2)? = token(tokens, index + 2),
        case .number(let third, let length)? = token(tokens, index + 4)
      else { continue }
      if digits == 4 { return civil(year: first, month: month, day: third, of: calendar) }
      if length == 4 { return civil(year: third, month: month, day: first, of: calendar) }
    }
    return nil
  }

  /// The day in the Gregorian calendar; `nil` outside the years 1300 to 1500, which begin in 1882 in the
  /// calendar of Umm al-Qura and in 1921 in the Persian one.
  private static func civil(
    year: Int, month: Int, day: Int, of identifier: Calendar.Identifier
  ) -> CalendarDay? {
    let days = identifier == .persian ? 1...31 : 1...30
    guard (1300...1500).contains(year), (1...12).contains(month), days.contains(day) else {
      return nil
    }
    let wanted = DateComponents(year: year, month: month, day: day)
    var calendar = Calendar(identifier: identifier)
    var civil = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(secondsFromGMT: 0) else { return nil }
    calendar.timeZone = zone
    civil.timeZone = zone
    guard let date = calendar.date(from: wanted) else { return nil }
    let found = civil.dateComponents([.year, .month, .day], from: date)
    guard let year = found.year, let month = found.month, let day = found.day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func token(_ tokens: [LineToken], _ index: Int) -> LineToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private static func isSign(_ tokens: [LineToken], _ index: Int, _ sign: Unicode.Scalar) -> Bool {
    token(tokens, index) == .sign(sign)
  }
}
