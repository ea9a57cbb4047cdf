/// A name with all that comparing it within its script needs.
struct ParsedName: Hashable, Sendable {
  /// The name as it stands in the text, white space apart.
  var text: String
  /// The script of the name.
  var script: Script
  /// Its folded form.
  var key: String
  /// Its folded form with articles kept, where that is another one.
  var keyWithArticles: String?
  /// Its words as a person's name.
  var person: PersonName?
  /// Whether it is an acronym in Latin capitals.
  var isAcronym: Bool

  /// Takes a name apart.
  init(_ text: String, titles: SortedTable) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    script = Script(of: text)
    key = NameKey.key(of: text, script: script)
    if script == .arabic {
      let whole = NameKey.keyWithArticles(of: text)
      keyWithArticles = whole == key ? nil : whole
    }
    person = PersonName(text, script: script, titles: titles)
    isAcronym = Self.isAcronym(text)
  }

  /// The folded words.
  var words: [Substring] { key.split(separator: " ") }

  /// How full the name is: how many words it has, an acronym having none.
  var fullness: Int { isAcronym ? 0 : words.count }

  private static func isAcronym(_ text: String) -> Bool {
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
