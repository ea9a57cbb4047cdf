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

  /// The consonants that each word that counts may begin with, one bit a class.
  func initials(in script: Script) -> [UInt16] {
    wordKeys(in: script).map { keys in
      keys.isEmpty ? .max : keys.reduce(0) { $0 | PhoneticKey.initial($1) }
    }
  }

  /// Whether all words but one may have counterparts, by the consonants that they begin with; as many as one
  /// name has more than the other may be written together with their neighbours.
  static func mayAgree(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    func open(_ own: [UInt16], _ other: [UInt16]) -> Int {
      let alone = own.count { initial in !other.contains { $0 & initial != 0 } }
      return max(0, alone - max(0, own.count - other.count))
    }
    return open(left, right) + open(right, left) <= 1
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
