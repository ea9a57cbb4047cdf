// The keys under which names that sound alike are found together.
extension SpelledName {
  /// How many words of a person's name keys are made of.
  private static let mostWords = 4

  /// The phonetic keys of each word that counts, in the order of the words.
  func wordKeys(in script: Script) -> [[UInt64]] {
    words.filter { !$0.isParticle }.map { $0.phoneticKeys(in: script) }
  }

  /// The keys of a person's name, one list for each way to find it: any two words, and all together.
  func personKeys(in script: Script) -> [[UInt64]] {
    let sounds = wordKeys(in: script)
    return pairs(sounds) { first, last in
      [PhoneticKey.pair(PhoneticKey.short(first), PhoneticKey.short(last))]
    } + [whole(sounds)]
  }

  /// The keys of any two words of a person's name of which one has all its consonants, the other the
  /// first two: fewer names share them than ``personKeys(in:)``.
  func closePersonKeys(in script: Script) -> [UInt64] {
    let sounds = wordKeys(in: script)
    return pairs(sounds) { first, last in
      [
        PhoneticKey.pair(first, PhoneticKey.short(last)),
        PhoneticKey.pair(PhoneticKey.short(first), last) | 1 << 41,
      ]
    }.flatMap(\.self) + whole(sounds)
  }

  /// The keys that `key` makes of the sounds of any two words.
  private func pairs(
    _ sounds: [[UInt64]], key: (UInt64, UInt64) -> [UInt64]
  ) -> [[UInt64]] {
    let first = sounds.prefix(Self.mostWords)
    return first.indices.flatMap { place in
      first[(place + 1)...].map { last in
        Array(Set(first[place].flatMap { x in last.flatMap { key(x, $0) } }))
      }
    }
  }

  /// The key of all words together, for names that one script writes as one word.
  private func whole(_ sounds: [[UInt64]]) -> [UInt64] {
    let all = sounds.reduce(UInt64(1)) { key, options in
      guard let first = options.first, key < 1 << 44 else { return key }
      var key = key
      for shift in stride(from: 12, through: 0, by: -4) {
        let sound = first >> UInt64(shift) & 0xF
        if sound != 0 { key = key << 4 | sound }
      }
      return key
    }
    return [all | 1 << 62]
  }
}
