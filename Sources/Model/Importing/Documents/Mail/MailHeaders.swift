import Foundation

/// The header fields of a message or of a part of one (RFC 5322, RFC 2045).
struct MailHeaders {
  /// The most bytes of headers that are read.
  private static let largest = 256 << 10

  private var fields: [(name: String, value: [UInt8])] = []

  /// Reads the fields at the start of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    var name = ""
    var value: [UInt8] = []
    func keep(_ fields: inout [(name: String, value: [UInt8])]) {
      if !name.isEmpty { fields.append((name, value)) }
    }
    for line in MailLines(bytes.prefix(Self.largest)) {
      guard let first = line.first else { break }
      // RFC 5322 2.2.3: a line that starts with white space goes on with the one before.
      if first == 0x20 || first == 0x09 {
        value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
        continue
      }
      keep(&fields)
      name = ""
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      while name.last == " " || name.last == "\t" { name.removeLast() }
      value = Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
    }
    keep(&fields)
  }

  /// Whether there is any of these fields.
  func hasAny(of names: [String]) -> Bool {
    fields.contains { names.contains($0.name) }
  }

  /// The first field of a name, its encoded words (RFC 2047) and raw bytes decoded.
  func text(_ name: String) -> String? {
    guard let bytes = fields.first(where: { $0.name == name })?.value else { return nil }
    let text = EncodedWords.decoded(bytes).trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }

  /// The first field of a name with parameters, such as `text/html; charset="utf-8"`.
  func parameterized(_ name: String) -> MailParameters? {
    fields.first { $0.name == name }.map { MailParameters($0.value) }
  }

  /// The display name of the first sender, or the address where there is none.
  var sender: String? {
    guard let from = text("from") else { return nil }
    guard let angle = from.lastIndex(of: "<") else { return from }
    var name = from[..<angle].trimmingCharacters(in: .whitespaces)
    if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 {
      name = String(name.dropFirst().dropLast()).replacing("\\\"", with: "\"")
    }
    return name.isEmpty ? String(from[angle...].dropFirst().prefix { $0 != ">" }) : name
  }

  /// When the message was sent, in seconds since 1 January 1970 UTC (RFC 5322 3.3).
  var sent: Int64? { text("date").flatMap(MailDate.init)?.seconds }
}

/// A value and its parameters (RFC 2045 5.1, RFC 2231).
struct MailParameters {
  /// The value in lower case.
  private(set) var value = ""
  private var parameters: [String: String] = [:]

  /// Reads a field's value.
  init(_ bytes: [UInt8]) {
    var parts: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in String(decoding: bytes, as: UTF8.self) {
      if isEscaped {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    value = parts[0].trimmingCharacters(in: .whitespaces).lowercased()
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let name = part[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
      let content = part[part.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      if parameters[name] == nil { parameters[name] = content }
    }
  }

  /// A parameter, whose value RFC 2231 may have split into numbered pieces.
  subscript(_ name: String) -> String? {
    if let whole = parameters[name] ?? parameters[name + "*"] { return whole }
    var pieces = ""
    var number = 0
    while let next = parameters["\(name)*\(number)"] {
      pieces += next
      number += 1
    }
    return pieces.isEmpty ? nil : pieces
  }
}

/// The lines of bytes, without the line feed, or carriage return and line feed, at their end.
struct MailLines: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var start: Int

  /// Starts at the first line of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    start = bytes.startIndex
  }

  /// Where the next line starts.
  var position: Int { start }

  /// The next line; `nil` at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    guard start < bytes.endIndex else { return nil }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    var line = bytes[start..<end]
    if line.last == 0x0D { line.removeLast() }
    start = end + 1
    return line
  }
}

/// A date as RFC 5322 writes it: `Tue, 14 Mar 2023 10:15:00 +0200`.
struct MailDate {
  /// Seconds since 1 January 1970 UTC.
  let seconds: Int64

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads a date; `nil` where there is none.
  init?(_ text: String) {
    let words = text.prefix(100).split { $0 == " " || $0 == "," || $0 == "\t" }.map {
      $0.lowercased()
    }
    guard let place = words.firstIndex(where: { Self.months.contains(String($0.prefix(3))) }),
      place > 0, place + 1 < words.count,
      let month = Self.months.firstIndex(of: String(words[place].prefix(3))),
      let day = Int(words[place - 1]), (1...31).contains(day), var year = Int(words[place + 1])
    else { return nil }
    // RFC 5322 4.3: two digits.
    if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
    let clock = words.dropFirst(place + 2)
    let time = clock.first.map { $0.split(separator: ":").map { Int($0) ?? -1 } } ?? [0, 0]
    guard (1970...2200).contains(year), (2...3).contains(time.count),
      (0...23).contains(time[0]), (0...59).contains(time[1])
    else { return nil }
    var parts = DateComponents(calendar: Calendar(identifier: .gregorian))
    parts.timeZone = TimeZone(secondsFromGMT: 0)
    (parts.year, parts.month, parts.day) = (year, month + 1, day)
    guard parts.isValidDate, let date = parts.date else { return nil }
    let second = time.count == 3 ? min(max(time[2], 0), 60) : 0
    seconds =
      Int64(date.timeIntervalSince1970) + Int64(time[0] * 3600 + time[1] * 60 + second)
      - Self.offset(clock.dropFirst().first)
  }

  /// The seconds by which a zone is ahead of UTC.
  private static func offset(_ zone: String?) -> Int64 {
    guard let zone, let sign = zone.first, zone.count == 5, let digits = Int(zone.dropFirst())
    else {
      return 0
    }
    let seconds = Int64(digits / 100 * 3600 + digits % 100 * 60)
    return sign == "-" ? -seconds : seconds
  }
}
