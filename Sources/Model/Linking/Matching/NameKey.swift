/// The folded form of a name: names with equal keys are the same name.
///
/// Case, diacritics, punctuation, the spellings of hamza and ta marbuta, and articles make no
/// difference. The tables of aliases and places are sorted by it, so what it folds is what the tool
/// that builds them folds.
enum NameKey {
  private static let articles: Set<String> = ["al", "el", "ul", "il"]

  /// The key of a name; empty where nothing of it is a letter or digit.
  static func key(of text: String, script: Script) -> String {
    switch script {
    case .arabic:
      return ArabicFolding.words(of: text).map {
        ArabicFolding.fold(ArabicFolding.withoutArticle($0))
      }.filter { !$0.isEmpty }.joined(separator: " ")
    case .latin:
      var words = LatinFolding.words(of: text)
      if words.count > 1, words[0].text == "the" { words.removeFirst() }
      let last = words.count - 1
      return words.enumerated().filter { index, word in
        !(articles.contains(word.text) && word.isHyphenated && index < last)
      }.map(\.element.text).joined(separator: " ")
    case .other:
      return text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        .joined(separator: " ")
    }
  }

  /// The key of an Arabic name with its articles kept: «البانيا» is not «ال» and «بانيا», though only
  /// the hamza that was left out tells.
  static func keyWithArticles(of text: String) -> String {
    ArabicFolding.words(of: text).map { ArabicFolding.fold($0) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The key of a name, its script found in the text.
  static func key(of text: String) -> String {
    key(of: text, script: Script(of: text))
  }
}
