/// A person's name taken apart: titles and nationalities before it and particles in it left out.
struct PersonName: Hashable, Sendable {
  /// The script of the name.
  var script: Script
  /// The words that count, folded, at least one.
  var words: [String]
  /// What tells bearers of one name apart: "jr", "ii".
  var suffix: String?

  /// Whether it is one word alone: a surname, or a first name.
  var isLone: Bool { words.count == 1 }
  /// The first word.
  var first: String { words[0] }
  /// The last word.
  var last: String { words[words.count - 1] }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "junior", "senior"]
  /// Words that make one name with the next: Abu Omar, Umm Kulthum.
  private static let joining: Set<String> = ["abu", "abou", "umm", "ابو", "ابي", "ابا", "ام"]

  /// Takes a name apart; `nil` where it has no word.
  init?(_ text: String, script: Script, titles: SortedTable) {
    self.script = script
    var words: [String]
    switch script {
    case .latin:
      words = LatinNameWords.words(of: text)
    case .arabic:
      words = ArabicNameWords.readings(of: text, clitics: false).compactMap { $0.first?.text }
    case .other:
      words = NameKey.key(of: text, script: script).split(separator: " ").map(String.init)
    }
    words = Array(words.filter { !$0.isEmpty }.prefix(SpelledName.longest))
    while words.count > 1, titles.contains(words[0]) { words.removeFirst() }
    if words.count > 2, let last = words.last, Self.suffixes.contains(last) {
      suffix = last
      words.removeLast()
    }
    let particles =
      script == .arabic ? NameSpeller.arabicParticles : NameSpeller.latinParticles
    let counting = words.filter { !particles.contains($0) }
    words = counting.isEmpty ? words : counting
    guard !words.isEmpty else { return nil }
    self.words = Self.joined(words)
  }

  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      if joining.contains(words[index]), index + 1 < words.count {
        let head = words[index].hasPrefix("ا") && words[index] != "ام" ? "ابو" : words[index]
        result.append(head + words[index + 1])
        index += 2
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  /// Whether two full names may be one person's.
  ///
  /// First and last words agree, and neither what stands between them (George H. W. Bush, George W.
  /// Bush) nor what comes after them conflicts.
  func isCompatible(with other: PersonName) -> Bool {
    guard script == other.script, !isLone, !other.isLone, suffix == other.suffix,
      WordVariants.areVariants(last, other.last, script: script),
      Self.agree(first, other.first, script: script)
    else { return false }
    return zip(middle, other.middle).allSatisfy { Self.agree($0, $1, script: script) }
  }

  /// The words between the first and the last, initials written together taken apart.
  private var middle: [String] {
    words.dropFirst().dropLast().flatMap { word in
      let isInitials =
        script == .latin && word.utf8.count == 2
        && !word.utf8.contains { "aeiouy".utf8.contains($0) }
      return isInitials ? word.map(String.init) : [word]
    }
  }

  /// Whether two words are variants, or one is the other's initial.
  private static func agree(_ left: String, _ right: String, script: Script) -> Bool {
    if left.utf8.count == 1 || right.utf8.count == 1 {
      return left.utf8.first == right.utf8.first
    }
    return WordVariants.areVariants(left, right, script: script)
  }
}
