/// Cuts a Latin name into the words that count: articles go, Abd joins what it serves.
enum LatinNameWords {
  private static let articles: Set<String> = ["al", "el", "ul", "il"]
  /// What stands between Abd and the word it serves.
  private static let links: Set<String> = [
    "al", "el", "ul", "ar", "er", "ur", "as", "us", "es", "an", "en", "un", "az", "uz", "ad",
    "ed", "ud",
  ]
  /// Articles assimilated to the letter after them.
  private static let assimilated: Set<String> = [
    "ash", "ath", "adh", "at", "ad", "ar", "az", "as", "an", "esh", "eth", "edh", "et", "ed",
    "er", "ez", "es", "en", "ush", "ut", "ud", "ur", "uz", "us", "un",
  ]

  /// The words of a name.
  static func words(of text: String) -> [String] {
    let words = LatinFolding.words(of: text)
    var result: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index].text
      let next = index + 1 < words.count ? words[index + 1].text : ""
      if !next.isEmpty, articles.contains(word), words[index].isHyphenated {
        index += 1
      } else if !next.isEmpty, assimilated.contains(word), next.hasPrefix(word.dropFirst()) {
        index += 1
      } else if isServant(word), !next.isEmpty {
        let served = links.contains(next) && index + 2 < words.count ? index + 2 : index + 1
        if words[served].text.utf8.count >= 2 {
          result.append("abd" + words[served].text)
          index = served + 1
        } else {
          result.append(word)
          index += 1
        }
      } else {
        result.append(withoutServantVowels(word))
        index += 1
      }
    }
    return result
  }

  /// Whether a word is a form of Abd that the name's next word completes.
  private static func isServant(_ word: String) -> Bool {
    word.hasPrefix("abd") && word.utf8.count <= 5
      && word.dropFirst(3).allSatisfy { "aeoul".contains($0) }
  }

  /// "Abdulrahman", "Abdelrahman" and "Abdurrahman" as "abd" and what follows the article.
  private static func withoutServantVowels(_ word: String) -> String {
    guard word.hasPrefix("abd"), word.utf8.count > 6 else { return word }
    var rest = word.dropFirst(3).drop { "aeou".contains($0) }
    if rest.hasPrefix("l"), rest.utf8.count > 3 { rest = rest.dropFirst() }
    return "abd" + rest
  }
}
