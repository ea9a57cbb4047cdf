/// Takes names apart into the words and sounds that the matcher compares.
struct NameSpeller: Sendable {
  /// What the sounds cost.
  let costs: EditCosts
  /// Words and first names whose counterparts sound alone does not find.
  let words: WordTable
  /// Words that say what sort of thing a name is, and of what.
  let designators: SortedTable

  /// Latin words that a name may have or lack.
  static let latinParticles: Set<String> = [
    "st", "al", "el", "ul", "il", "bin", "ibn", "ben", "bint", "of", "the", "de", "di", "da",
    "del", "della", "dos", "du", "la", "le", "von", "van", "der", "den", "and", "y", "e", "for",
  ]
  /// Arabic words that a name may have or lack.
  static let arabicParticles: Set<String> = [
    "بن", "ابن", "بنت", "ال", "دي", "دو", "دا", "فون", "فان", "دير", "ديل", "لا",
  ]

  /// A name in its own script, without clitics; one that has no words in scripts that have no sounds here.
  func spell(_ text: String, in script: Script) -> SpelledName {
    switch script {
    case .latin: spell(latin: text)
    case .arabic: spell(arabic: text, clitics: false)
    case .other: SpelledName(words: [], joined: [])
    }
  }

  /// A Latin name.
  func spell(latin text: String) -> SpelledName {
    let texts = LatinNameWords.words(of: text)
    var words: [SpelledWord] = []
    for text in texts.prefix(SpelledName.longest) {
      guard let spelling = spelling(latin: text) else { continue }
      words.append(
        SpelledWord(
          text: text, spellings: [spelling], translations: self.words.translations(of: text)))
    }
    markParticles(&words, Self.latinParticles)
    markDesignators(&words)
    let joined = zip(words, words.dropFirst()).map {
      spelling(latin: $0.text + $1.text) ?? $0.spellings[0]
    }
    return SpelledName(words: words, joined: joined)
  }

  /// An Arabic name; with `clitics`, its first word may have a conjunction or preposition before it.
  func spell(arabic text: String, clitics: Bool = true) -> SpelledName {
    var words: [SpelledWord] = []
    for readings in ArabicNameWords.readings(of: text, clitics: clitics).prefix(SpelledName.longest)
    {
      var spellings: [Spelling] = []
      for reading in readings {
        if let spelling = spelling(arabic: reading.text, penalty: reading.penalty) {
          spellings.append(spelling)
        }
      }
      guard !spellings.isEmpty else { continue }
      words.append(SpelledWord(text: readings[0].text, spellings: spellings))
    }
    markParticles(&words, Self.arabicParticles)
    markDesignators(&words)
    let joined = zip(words, words.dropFirst()).map {
      spelling(arabic: $0.text + $1.text, penalty: 0) ?? $0.spellings[0]
    }
    return SpelledName(words: words, joined: joined)
  }

  private func spelling(latin word: String) -> Spelling? {
    let sounds = Array(LatinSounds.symbols(of: word).prefix(EditCosts.longest))
    guard !sounds.isEmpty else { return nil }
    return Spelling(sounds: sounds, entropy: costs.entropy(latin: sounds), penalty: 0)
  }

  private func spelling(arabic word: String, penalty: Int) -> Spelling? {
    // A Latin word inside an Arabic name is compared as text alone: it has no Arabic sounds.
    if ArabicFolding.isForeign(word) {
      let sounds = Array(LatinSounds.symbols(of: word).prefix(EditCosts.longest))
      return sounds.isEmpty
        ? nil : Spelling(sounds: [], entropy: costs.entropy(latin: sounds), penalty: 0)
    }
    let sounds = Array(ArabicSounds.symbols(of: word).prefix(EditCosts.longest))
    guard !sounds.isEmpty else { return nil }
    return Spelling(sounds: sounds, entropy: costs.entropy(arabic: sounds), penalty: penalty)
  }

  private func markDesignators(_ words: inout [SpelledWord]) {
    guard words.count > 1 else { return }
    for index in words.indices {
      words[index].designates = designators.rows(for: words[index].text).first?.first
        .flatMap(EntityKind.init(rawValue:))
    }
    // A name that is nothing but such words has to be matched by them.
    if words.allSatisfy({ $0.isParticle || $0.designates != nil }) {
      for index in words.indices { words[index].designates = nil }
    }
  }

  private func markParticles(_ words: inout [SpelledWord], _ particles: Set<String>) {
    guard words.contains(where: { !particles.contains($0.text) }) else { return }
    for index in words.indices { words[index].isParticle = particles.contains(words[index].text) }
  }
}
