// The keys under which names that sound alike are found together.
extension SpelledName {
  /// How many words of a person's name keys are made of.
  private static let mostWords = 4

  /// The phonetic keys of each word that counts, in the order of the words.
  func wordKeys(in script: Script) -> [[UInt64]] {
    words.filter { !$0.isParticle }.map { $0.phoneticKeys(in: script) }
  }

  /// The keys of a person's name, one list for each way to find it: any two words, by their first two
  /// consonants, and all together.
  func personKeys(in script: Script) -> [[UInt64]] {
    let sounds = wordKeys(in: script)
    let short = sounds.prefix(Self.mostWords).map { Set($0.map(PhoneticKey.short)) }
    return short.indices.flatMap { first in
      short[(first + 1)...].map { last in
        short[first].flatMap { x in last.map { PhoneticKey.pair(x, $0) } }
      }
    } + [whole(sounds)]
  }

  /// The keys of any word of a person's name with the last one, and of all together.
  ///
  /// One of the two words has all its consonants, the other the first two, so that fewer names share them
  /// than ``personKeys(in:)``. Names of which one has no word left open share a key.
  func closePersonKeys(in script: Script) -> Set<UInt64> {
    let sounds = wordKeys(in: script)
    var keys = Set(whole(sounds))
    guard let last = sounds.last else { return keys }
    for first in sounds.dropLast().prefix(Self.mostWords) {
      for x in first {
        for y in last {
          keys.insert(PhoneticKey.pair(x, PhoneticKey.short(y)))
          keys.insert(PhoneticKey.pair(PhoneticKey.short(x), y) | 1 << 41)
        }
      }
    }
    return keys
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
