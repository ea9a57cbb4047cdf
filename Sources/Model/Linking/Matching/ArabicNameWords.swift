/// Cuts an Arabic name into words, each with the ways it may be read.
enum ArabicNameWords {
  /// A way to read a word.
  struct Reading: Hashable, Sendable {
    /// The folded word, article and clitics left out as this reading has it.
    var text: String
    /// What it costs to read it so, in the units of ``EditCosts``.
    var penalty: Int
  }

  /// What taking a letter for a clitic costs: 1.5 nats, and half a nat before the article.
  private static let alone = 3 * EditCosts.unitsPerNat / 2
  private static let beforeArticle = EditCosts.unitsPerNat / 2

  /// The words of a name, each by its readings, the likeliest first; عبد joins the next word.
  static func readings(of text: String, clitics: Bool) -> [[Reading]] {
    let words = ArabicFolding.words(of: text)
    var result: [[Reading]] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      if word == "عبد", index + 1 < words.count {
        let served = ArabicFolding.fold(ArabicFolding.withoutArticle(words[index + 1]))
        result.append([Reading(text: "عبد" + served, penalty: 0)])
        index += 2
        continue
      }
      if word.hasPrefix("عبدال"), word.unicodeScalars.count > 6 {
        let served = ArabicFolding.fold(word.dropFirst(5))
        result.append([Reading(text: "عبد" + served, penalty: 0)])
      } else {
        result.append(readings(ofWord: word, clitics: clitics && index == 0))
      }
      index += 1
    }
    return result
  }

  private static func readings(ofWord word: String, clitics: Bool) -> [Reading] {
    var readings: [Reading] = []
    func add(_ text: Substring, _ penalty: Int) {
      let folded = ArabicFolding.fold(text)
      if folded.unicodeScalars.count >= 2, !readings.contains(where: { $0.text == folded }) {
        readings.append(Reading(text: folded, penalty: penalty))
      }
    }
    let count = word.unicodeScalars.count
    if word.hasPrefix("ال"), count > 3 { add(word.dropFirst(2), 0) }
    add(word[...], 0)
    if clitics, let first = word.unicodeScalars.first {
      if "وفبلك".unicodeScalars.contains(first), count > 3 {
        let rest = word.dropFirst()
        if rest.hasPrefix("ال"), count > 5 {
          add(rest.dropFirst(2), beforeArticle)
        } else {
          add(rest, alone)
        }
      }
      if word.hasPrefix("لل"), count > 4 { add(word.dropFirst(2), beforeArticle) }
      if word.hasPrefix("ولل"), count > 5 { add(word.dropFirst(3), beforeArticle) }
      if word.hasPrefix("وب") || word.hasPrefix("ول"), count > 5 {
        let rest = word.dropFirst(2)
        add(rest.hasPrefix("ال") ? rest.dropFirst(2) : rest, alone)
      }
    }
    if readings.isEmpty { readings.append(Reading(text: ArabicFolding.fold(word), penalty: 0)) }
    return readings
  }
}
