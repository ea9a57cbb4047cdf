import Foundation
import Model

/// A setting of sources: what it is called, and how its value is read.
struct SourceSetting: Sendable {
  /// Its name.
  let name: String
  /// What it takes, in words.
  let expectation: String
  /// What it does, in a sentence or two.
  let help: String
  /// Sets a value; false where it is none that fits.
  private let write: @Sendable (inout SourceSettings, String) -> Bool

  /// Sets a value, or says what would fit.
  func set(_ value: String, in settings: inout SourceSettings) throws(InvalidWord) {
    guard !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw InvalidWord("\(name) has a line end or control character in it") }
    guard write(&settings, value) else {
      let shown = name == "login" || name == "proxy" ? "" : ", not \(InvalidWord.quoted(value))"
      throw InvalidWord("\(name) is \(expectation)\(shown)")
    }
  }

  /// All settings, which can stand at a source, in a group, or for all sources.
  static let all: [SourceSetting] = [
    SourceSetting(
      name: "language", expectation: "ar or en",
      help: "The language of its articles, where it is not to be found out."
    ) {
      $0.language = Language(rawValue: $1)
      return $0.language != nil && $0.language != .undetermined
    },
    SourceSetting(
      name: "interval", expectation: "auto, or a time from 10m to 30d such as 2h",
      help: "How often it is fetched. With auto that is learned from how often it has news."
    ) {
      if $1 == "auto" {
        $0.interval = .learned
      } else if let seconds = seconds($1), (600...2_592_000).contains(seconds) {
        $0.interval = .seconds(TimeInterval(seconds))
      } else {
        return false
      }
      return true
    },
    SourceSetting(
      name: "full", expectation: "auto, always or never",
      help: "Whether the page behind an item is read: where the text is short, always, or "
        + "never."
    ) {
      $0.fullText = SourceSettings.FullText(rawValue: $1)
      return $0.fullText != nil
    },
    SourceSetting(
      name: "keep", expectation: "a number of articles, or of days such as 90d",
      help: "How many of its articles are kept. Those that are starred, marked, noted, half-read, "
        + "or hold a name that you judged in them stay, however old they are."
    ) {
      if let count = number($1) {
        $0.keep = .articles(count)
      } else if $1.hasSuffix("d"), let days = number($1.dropLast()) {
        $0.keep = .days(days)
      } else {
        return false
      }
      return true
    },
    SourceSetting(
      name: "proxy", expectation: "an address such as socks5h://localhost:9050, or empty for none",
      help: "The proxy. With socks5h no name is looked up outside it."
    ) {
      $0.proxy = $1
      return isProxy($1)
    },
    SourceSetting(
      name: "agent", expectation: "a name",
      help: "What Reader calls itself towards the server."
    ) {
      $0.agent = $1
      return !$1.isEmpty
    },
    SourceSetting(
      name: "login", expectation: "a name and a password with a colon between them",
      help: "What the server asks for. The file must be readable by you alone then (chmod "
        + "600)."
    ) {
      $0.login = $1
      return $1.contains(":")
    },
    SourceSetting(
      name: "cookies", expectation: "the path of a file, without an equals sign",
      help: "A file of cookies as browsers export them."
    ) {
      $0.cookies = $1
      return !$1.isEmpty && !$1.contains("=")
    },
    SourceSetting(
      name: "filter", expectation: "a search that finds what is to be taken",
      help: "A search, as in /. Of what comes from then on, only the articles that it finds "
        + "are taken; the others are left out for good. A minus leaves out what a word "
        + "finds, as in -football."
    ) {
      $0.filter = $1
      let query = SearchQuery($1)
      return !query.hidesNothing && query.mistake == nil
    },
  ]

  private static func isProxy(_ text: String) -> Bool {
    let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
    return text.isEmpty || schemes.contains { text.lowercased().hasPrefix($0 + "://") }
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 7, let number = Int(text), number > 0 else { return nil }
    return number
  }

  /// The seconds of `30m`, `2h` or `1d`.
  private static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = number(text.dropLast()) else {
      return nil
    }
    return count * unit
  }
}
