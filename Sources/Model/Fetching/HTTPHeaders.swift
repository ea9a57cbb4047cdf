import Foundation

/// Header fields of an answer.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The values by their fields' names in lower case; of a repeated field, joined as RFC 9110 has
  /// it.
  private var values: [String: String] = [:]

  /// Creates fields from names and values.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(value, to: name) }
  }

  /// The value of a field, whatever the case of its name.
  public subscript(name: String) -> String? { values[name.lowercased()] }

  /// Adds a line of the form `Name: value`; one of another form is ignored.
  mutating func add(line: some StringProtocol) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].trimmingCharacters(in: .whitespaces)
    let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    if !name.isEmpty { add(value, to: name) }
  }

  private mutating func add(_ value: String, to name: String) {
    let name = name.lowercased()
    // RFC 9110, 5.3: the values of fields with one name may be joined with commas.
    values[name] = values[name].map { "\($0), \(value)" } ?? value
  }

  /// The whole seconds of `max-age` in Cache-Control; none where it says `no-store` or `no-cache`.
  var maxAge: TimeInterval? {
    guard let control = self["cache-control"]?.lowercased() else { return nil }
    let directives = control.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard !directives.contains("no-store"), !directives.contains("no-cache") else { return nil }
    return directives.lazy.filter { $0.hasPrefix("max-age=") }
      .compactMap { UInt32($0.dropFirst("max-age=".count).filter { $0 != "\"" }) }
      .first.map(TimeInterval.init)
  }

  /// When to try again by Retry-After, which holds seconds or a date.
  func retryDate(from now: Date) -> Date? {
    guard let text = self["retry-after"] else { return nil }
    if let seconds = UInt32(text) { return now.addingTimeInterval(TimeInterval(seconds)) }
    return HTTPDate(text)?.date
  }
}

/// A date of HTTP, in any of the three forms of RFC 9110, 5.6.7.
struct HTTPDate {
  /// The date.
  let date: Date

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
  /// `Sun Nov  6 08:49:37 1994`.
  init?(_ text: String) {
    guard text.utf8.count <= 64 else { return nil }
    let words = text.lowercased().split { " ,-".contains($0) }
    guard words.count >= 5 else { return nil }
    let isOfC = Self.months.contains(String(words[1]))
    let (dayText, month, yearText, time) =
      isOfC
      ? (words[2], words[1], words[4], words[3]) : (words[1], words[2], words[3], words[4])
    let clock = time.split(separator: ":").compactMap { Int32($0) }
    guard let monthIndex = Self.months.firstIndex(of: String(month)), let day = Int32(dayText),
      var year = Int32(yearText), clock.count == 3, (1...31).contains(day),
      (0...9999).contains(year),
      (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    var parts = tm()
    parts.tm_year = year - 1900
    parts.tm_mon = Int32(monthIndex)
    parts.tm_mday = day
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (clock[0], clock[1], clock[2])
    date = Date(timeIntervalSince1970: TimeInterval(timegm(&parts)))
  }
}
