import Foundation

/// An instant as a feed states it: RFC 822, ISO 8601, and what sites write in their place, in English
/// and Arabic and in both calendars.
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
  /// What programs write for an unknown date, as the first second of 1970 or of year 1, is no date, and
  /// neither is one far ahead.
  init?(_ text: String, now: Int64) {
    let scalars = Array(text.unicodeScalars.prefix(Self.longest))
    let clean = CleanText(cleaning: scalars).scalars
    guard let seconds = Self.seconds(LineToken.tokens(of: clean[...])),
      abs(seconds) >= 86_400, seconds <= now + Self.ahead
    else { return nil }
    self.seconds = seconds
  }

  /// The time is taken out first, because it stands before, after and inside the date.
  private static func seconds(_ tokens: [LineToken]) -> Int64? {
    let finder = DateFinder(tokens)
    for index in tokens.indices {
      guard let clock = finder.clock(at: index) else { continue }
      let start = index > 0 && tokens[index - 1].word == "t" ? index - 1 : index
      let rest = Array(tokens[..<start] + tokens[clock.end...])
      guard let day = day(rest) else { break }
      return midnight(day) + Int64(clock.seconds)
    }
    return day(tokens).map { midnight($0) + Int64($0.seconds ?? 0) }
  }

  private static func midnight(_ day: CalendarDay) -> Int64 {
    var day = day
    day.seconds = 0
    return day.timestamp
  }

  private static func day(_ tokens: [LineToken]) -> CalendarDay? {
    if let match = DateFinder(tokens).first { return match.day }
    return shortYear(tokens) ?? partial(tokens) ?? islamic(tokens)
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

  /// A date of the Islamic calendar, as Umm al-Qura counts: 22 شعبان 1445, 22/8/1445, 1445-08-22.
  private static func islamic(_ tokens: [LineToken]) -> CalendarDay? {
    for index in tokens.indices {
      guard case .number(let first, let digits) = tokens[index] else { continue }
      if digits <= 2, let name = MonthNames.islamicMonth(in: tokens[...], at: index + 1) {
        var next = index + 1 + name.length
        if isSign(tokens, next, "،") || isSign(tokens, next, ",") { next += 1 }
        if case .number(let year, 4)? = token(tokens, next) {
          return gregorian(year: year, month: name.month, day: first)
        }
      }
      guard let mark = token(tokens, index + 1),
        [.sign("/"), .sign("-"), .sign(".")].contains(mark),
        token(tokens, index + 3) == mark,
        case .number(let month, 1...2)? = token(tokens, index + 2),
        case .number(let third, let length)? = token(tokens, index + 4)
      else { continue }
      if digits == 4 { return gregorian(year: first, month: month, day: third) }
      if length == 4 { return gregorian(year: third, month: month, day: first) }
    }
    return nil
  }

  /// The day in the Gregorian calendar; `nil` outside the years 1300 to 1500, which are 1882 to 2077.
  private static func gregorian(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard (1300...1500).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    let wanted = DateComponents(year: year, month: month, day: day)
    var hijri = Calendar(identifier: .islamicUmmAlQura)
    var civil = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(secondsFromGMT: 0) else { return nil }
    hijri.timeZone = zone
    civil.timeZone = zone
    guard let date = hijri.date(from: wanted) else { return nil }
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
