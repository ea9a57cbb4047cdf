/// Finds a date with its year in a short line, in the ways in which Arabic and English sites and
/// programs write it.
struct DateFinder {
  /// A date and the tokens that state it.
  struct Match {
    var day: CalendarDay
    var tokens: Range<Int>
  }

  private let tokens: [LineToken]

  private static let beforeTime: Set<HashedWord> = ["t", "at", "الساعة", "م"]
  private static let ordinals: Set<HashedWord> = ["st", "nd", "rd", "th"]

  init(_ tokens: [LineToken]) {
    self.tokens = tokens
  }

  /// The date that is stated first.
  ///
  /// Where only the order of day and month is open, as in 5/6/2020, the day comes first.
  var first: Match? {
    guard tokens.contains(where: Self.mayBeYear) else { return nil }
    for index in tokens.indices {
      guard var match = date(at: index) else { continue }
      addTime(to: &match)
      return match
    }
    return nil
  }

  private static func mayBeYear(_ token: LineToken) -> Bool {
    if case .number(_, let digits) = token { digits == 4 || digits == 8 } else { false }
  }

  private func date(at index: Int) -> Match? {
    yearFirst(at: index) ?? numeric(at: index) ?? dayMonthYear(at: index) ?? monthDayYear(at: index)
  }

  /// 2020-08-18, 2020/8/18, 20200818.
  private func yearFirst(at index: Int) -> Match? {
    if let value = number(index, digits: 8...8) {
      return match(value / 10_000, value / 100 % 100, value % 100, index..<index + 1)
    }
    guard let year = number(index, digits: 4...4), let separator = separator(index + 1),
      self.separator(index + 3) == separator, let month = number(index + 2, digits: 1...2),
      let day = number(index + 4, digits: 1...2)
    else { return nil }
    return match(year, month, day, index..<index + 5)
  }

  /// 18/8/2020, 18.08.2020, and 8/18/2020 where it can't be anything else.
  private func numeric(at index: Int) -> Match? {
    guard let first = number(index, digits: 1...2), let separator = separator(index + 1),
      self.separator(index + 3) == separator, let second = number(index + 2, digits: 1...2),
      let year = number(index + 4, digits: 4...4)
    else { return nil }
    let range = index..<index + 5
    return match(year, second, first, range) ?? match(year, first, second, range)
  }

  /// 18 August 2020, 18th of August, 2020, ١٨ آب ٢٠٢٠, 18 أغسطس/آب 2020.
  private func dayMonthYear(at index: Int) -> Match? {
    guard let day = number(index, digits: 1...2) else { return nil }
    var next = index + 1
    if let word = word(next), Self.ordinals.contains(word) { next += 1 }
    if word(next) == "of" || word(next) == "من" || separator(next) == "-" { next += 1 }
    guard let name = MonthNames.month(in: tokens[...], at: next) else { return nil }
    next += name.length
    next = afterSecondName(of: name.month, at: next)
    while [",", "،", ".", "-"].contains(sign(next)) || word(next) == "من" || word(next) == "عام" {
      next += 1
    }
    guard let year = number(next, digits: 4...4) else { return nil }
    return match(year, name.month, day, index..<next + 1)
  }

  /// August 18, 2020, Aug 18th 2020, أغسطس 18, 2020.
  private func monthDayYear(at index: Int) -> Match? {
    guard let name = MonthNames.month(in: tokens[...], at: index) else { return nil }
    var next = afterSecondName(of: name.month, at: index + name.length)
    if sign(next) == "." { next += 1 }
    guard let day = number(next, digits: 1...2) else { return nil }
    next += 1
    if let word = word(next), Self.ordinals.contains(word) { next += 1 }
    if sign(next) == "," || sign(next) == "،" { next += 1 }
    guard let year = number(next, digits: 4...4) else { return nil }
    return match(year, name.month, day, index..<next + 1)
  }

  /// The position after the same month's other name, as in أغسطس/آب and أغسطس (آب).
  private func afterSecondName(of month: Int, at index: Int) -> Int {
    guard let mark = sign(index), ["/", "(", "-"].contains(mark),
      let other = MonthNames.month(in: tokens[...], at: index + 1), other.month == month
    else { return index }
    let end = index + 1 + other.length
    return mark == "(" && sign(end) == ")" ? end + 1 : end
  }

  /// Adds the time that follows a date at once, and the zone that follows the time.
  private func addTime(to match: inout Match) {
    var next = match.tokens.upperBound
    while [",", "،", "-", "–", "|"].contains(sign(next))
      || word(next).map(Self.beforeTime.contains) ?? false
    {
      next += 1
    }
    guard let clock = clock(at: next) else { return }
    match.day.seconds = clock.seconds
    match.tokens = match.tokens.lowerBound..<clock.end
  }

  /// The time that starts at `index` with the half of the day and the zone that follow it, in seconds
  /// since midnight UTC, and the position after it.
  func clock(at index: Int) -> (seconds: Int, end: Int)? {
    guard let (hour, minute, second, end) = time(at: index) else { return nil }
    var next = end
    var hours = hour
    if let half = word(next) {
      if half == "pm" || half == "م" || half == "مساء" {
        if hours < 12 { hours += 12 }
        next += 1
      } else if half == "am" || half == "ص" || half == "صباحا" {
        if hours == 12 { hours = 0 }
        next += 1
      }
    }
    var seconds = hours * 3600 + minute * 60 + second
    // "GMT+3", "Etc/GMT": what is east of Greenwich by a number or by a name, whichever comes last.
    if word(next) == "etc", sign(next + 1) == "/" { next += 2 }
    if let name = word(next), let offset = ZoneNames.offsets[name] {
      next += 1
      if self.offset(at: next) == nil { seconds -= offset }
    }
    if let (offset, end) = offset(at: next) {
      seconds -= offset
      next = end
    }
    return (seconds, next)
  }

  /// The seconds east of Greenwich that +0300, +03:00 or +3 states at `index`, and the position after.
  private func offset(at index: Int) -> (seconds: Int, end: Int)? {
    guard let mark = sign(index), mark == "+" || mark == "-",
      let (zone, digits) = number(index + 1),
      digits <= 4
    else { return nil }
    var seconds = digits > 2 ? zone / 100 * 3600 + zone % 100 * 60 : zone * 3600
    var next = index + 2
    if digits <= 2, sign(next) == ":", let minutes = number(next + 1, digits: 2...2) {
      seconds += minutes * 60
      next += 2
    }
    guard seconds <= 18 * 3600 else { return nil }
    return (mark == "+" ? seconds : -seconds, next)
  }

  /// 10:35, 10:35:20.5, 103520 after a "T".
  private func time(at index: Int) -> (hour: Int, minute: Int, second: Int, end: Int)? {
    guard let (hour, digits) = number(index) else { return nil }
    if digits == 6, word(index - 1) == "t" {
      return valid(hour / 10_000, hour / 100 % 100, hour % 100, end: index + 1)
    }
    guard digits <= 2, sign(index + 1) == ":",
      let minute = number(index + 2, digits: 2...2)
    else { return nil }
    guard sign(index + 3) == ":", let second = number(index + 4, digits: 2...2) else {
      return valid(hour, minute, 0, end: index + 3)
    }
    let hasFraction = sign(index + 5) == "." && number(index + 6) != nil
    return valid(hour, minute, second, end: index + (hasFraction ? 7 : 5))
  }

  private func valid(
    _ hour: Int, _ minute: Int, _ second: Int, end: Int
  ) -> (hour: Int, minute: Int, second: Int, end: Int)? {
    hour < 24 && minute < 60 && second < 61 ? (hour, minute, second, end) : nil
  }

  private func match(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Match? {
    CalendarDay(year: year, month: month, day: day).map { Match(day: $0, tokens: range) }
  }

  private func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index] else {
      return nil
    }
    return (value, digits)
  }

  private func number(_ index: Int, digits range: ClosedRange<Int>) -> Int? {
    number(index).flatMap { range.contains($0.digits) ? $0.value : nil }
  }

  private func word(_ index: Int) -> HashedWord? {
    tokens.indices.contains(index) ? tokens[index].word : nil
  }

  private func sign(_ index: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else { return nil }
    return sign
  }

  private func separator(_ index: Int) -> Unicode.Scalar? {
    sign(index).flatMap { ["-", "/", "."].contains($0) ? $0 : nil }
  }
}
