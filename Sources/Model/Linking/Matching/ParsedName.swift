import Synchronization

/// A name with all that comparing it within its script needs.
///
/// An object, since the same names are looked at again and again and are dear to copy.
final class ParsedName: Sendable {
  /// The name as it stands in the text, its words with a space between.
  let text: String
  /// The script of the name.
  let script: Script
  /// Its folded form.
  let key: String
  /// Its folded form with articles kept, where that is another one.
  let keyWithArticles: String?
  /// Its words as a person's name.
  let person: PersonName?
  /// Whether it is an acronym in Latin capitals.
  let isAcronym: Bool
  /// How full the name is: how many words it has, an acronym having none.
  let fullness: Int
  /// How many words it has.
  let wordCount: Int
  /// A number made of the text, the same in every run.
  let hash: UInt64

  /// Takes a name apart.
  init(_ text: String, titles: SortedTable) {
    let text = Self.spaced(text)
    self.text = text
    script = Script(of: text)
    key = NameKey.key(of: text, script: script)
    if script == .arabic {
      let whole = NameKey.keyWithArticles(of: text)
      keyWithArticles = whole == key ? nil : whole
    } else {
      keyWithArticles = nil
    }
    person = PersonName(text, script: script, titles: titles)
    isAcronym = Self.isAcronym(text)
    wordCount = key.split(separator: " ").count
    fullness = isAcronym ? 0 : wordCount
    hash = StableHash.of(text)
  }

  /// A name with a space between its words, as it is shown: where it was broken over lines, and the words
  /// of a tag, which underscores join (#مصطفى_الكاظمي).
  static func spaced(_ name: String) -> String {
    let words = name.unicodeScalars.split { $0.properties.isWhitespace || $0 == "_" }
    return words.isEmpty ? name : words.map(String.init).joined(separator: " ")
  }

  /// The folded words.
  var words: [Substring] { key.split(separator: " ") }

  /// Whether a text is an acronym in Latin capitals.
  static func isAcronym(_ text: String) -> Bool {
    var capitals = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z": capitals += 1
      case ".", "&", "-", "0"..."9": continue
      default: return false
      }
    }
    return (2...7).contains(capitals)
  }
}

/// Names that were taken apart lately: the same ones come in article after article.
///
/// A table of fixed size in which a later name takes the place of an earlier one.
final class ParsedNameMemory: Sendable {
  private struct Entry {
    var text: String
    var name: ParsedName
  }

  private let entries = Mutex([Entry?](repeating: nil, count: 1 << 13))

  /// A name taken apart, now or before.
  func name(_ text: String, titles: SortedTable) -> ParsedName {
    let place = Int(truncatingIfNeeded: StableHash.of(text)) & (1 << 13 - 1)
    if let entry = entries.withLock({ $0[place] }), entry.text.utf8.elementsEqual(text.utf8) {
      return entry.name
    }
    let name = ParsedName(text, titles: titles)
    entries.withLock { $0[place] = Entry(text: text, name: name) }
    return name
  }
}
