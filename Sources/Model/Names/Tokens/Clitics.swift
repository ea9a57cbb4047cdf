/// The particles that Arabic writes together with the word after them: و ف ب ل ك, and ال.
enum Clitics {
  /// A way to read the start of a word.
  struct Reading: Hashable, Sendable {
    /// How many letters belong to the particles.
    var length: Int
    /// Whether the article's alef is left out, as لل writes it.
    var dropsAlef: Bool
    /// Whether the article follows them, as hardly a word starts by nature.
    var isCertain: Bool

    /// The hash of the word without the particles, its alef restored.
    func stem(of letters: [UInt32]) -> UInt64 {
      var state = StableHash()
      if dropsAlef { state.combine(alef) }
      for letter in letters.dropFirst(length) { state.combine(letter) }
      return state.value
    }
  }

  private static let alef: UInt32 = 0x627
  private static let lam: UInt32 = 0x644

  /// Whether the article stands at `place` before at least two letters.
  static func startsWithArticle(_ letters: [UInt32], at place: Int) -> Bool {
    place + 4 <= letters.count && letters[place] == alef && letters[place + 1] == lam
  }

  /// The ways to read a word, the longest row of particles first, with so many letters left at least.
  static func readings(of letters: [UInt32], leaving least: Int = 3) -> [Reading] {
    guard letters.count > least else { return [] }
    var found: [Reading] = []
    func append(_ length: Int) {
      guard letters.count - length >= least else { return }
      let isCertain = startsWithArticle(letters, at: length)
      found.append(Reading(length: length, dropsAlef: false, isCertain: isCertain))
    }
    let conjunction = letters[0] == 0x648 || letters[0] == 0x641 ? 1 : 0
    // و or ف, then a preposition: وبالعراق, فلسوريا.
    for start in conjunction == 1 ? [1, 0] : [0] {
      switch letters[start] {
      case 0x628, 0x643:
        append(start + 1)
      case lam where letters.count > start + 4 && letters[start + 1] == lam:
        found.append(Reading(length: start + 1, dropsAlef: true, isCertain: true))
      case lam:
        append(start + 1)
      default: break
      }
    }
    if conjunction == 1 { append(1) }
    return found
  }
}
