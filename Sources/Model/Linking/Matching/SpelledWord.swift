/// One way in which a word of a name may be read, in the matcher's sounds.
struct Spelling: Hashable, Sendable {
  /// The sounds.
  var sounds: [UInt8]
  /// How surprising the sounds are by themselves, in the units of ``EditCosts``.
  var entropy: Int
  /// What it costs to read the word so, in the units of ``EditCosts``.
  var penalty: Int
  /// Equal for readings that the matcher cannot tell apart.
  let identity: UInt64

  /// Makes a reading.
  init(sounds: [UInt8], entropy: Int, penalty: Int) {
    (self.sounds, self.entropy, self.penalty) = (sounds, entropy, penalty)
    var hash = StableHash()
    hash.feed(bytes: sounds)
    hash.combine(UInt64(entropy) << 32 | UInt64(penalty))
    identity = hash.value
  }
}

/// A word of a name as the matcher compares it.
struct SpelledWord: Hashable, Sendable {
  /// The folded word.
  var text: String
  /// Its readings, the likeliest first; never empty.
  var spellings: [Spelling]
  /// Words of the other script that translate it, with how sure that is from 0 to 1.
  var translations: [String: Float]
  /// Equal for words that the matcher cannot tell apart.
  let identity: UInt64
  /// Whether it may go unmatched at no cost.
  var isParticle = false

  /// What it designates, where it says what sort of thing a name is and texts leave it out: "city", «نادي».
  var designates: EntityKind?

  /// Makes a word.
  ///
  /// Its translations are what the table of words has for its text, the same for every such word.
  init(text: String, spellings: [Spelling], translations: [String: Float] = [:]) {
    (self.text, self.spellings, self.translations) = (text, spellings, translations)
    var hash = StableHash()
    hash.feed(text)
    for spelling in spellings { hash.combine(spelling.identity) }
    identity = hash.value
  }

  /// Whether it may go unmatched at no cost in a name of a kind.
  func isFree(in kind: EntityKind) -> Bool { isParticle || designates == kind }

  /// Whether it is a single letter.
  var isInitial: Bool { spellings[0].sounds.count == 1 }
  /// How surprising the word is by itself, in the units of ``EditCosts``.
  var entropy: Int { spellings[0].entropy }

  /// The keys under which words of both scripts that may be this one are found.
  func phoneticKeys(in script: Script) -> [UInt64] {
    if script == .arabic { return spellings.flatMap { PhoneticKey.keys(arabic: $0.sounds) } }
    return PhoneticKey.keys(latin: spellings[0].sounds)
      + translations.keys.flatMap { PhoneticKey.keys(of: $0, in: .arabic) }
  }
}

/// A name as the matcher compares it.
struct SpelledName: Hashable, Sendable {
  /// Its words, at most ``longest``.
  var words: [SpelledWord]
  /// Each word joined with the one after it: one fewer than words.
  var joined: [Spelling]

  /// Words beyond this many are left out: no name needs them, and hostile input has them.
  static let longest = 12

  /// The first word that must be matched.
  var first: Int { words.firstIndex { !$0.isParticle } ?? 0 }
  /// The last word that must be matched.
  var last: Int { words.lastIndex { !$0.isParticle } ?? 0 }
}
