/// Keys under which words of both scripts that may sound alike are found together.
///
/// A key is the sequence of a word's first consonants in ten coarse classes; vowels, and h, ayn and
/// their like, which one script writes and the other does not, are left out. A sound that the other
/// script writes in several ways gives several keys.
enum PhoneticKey {
  /// Coarse classes of consonants.
  private enum Class: UInt64 {
    case labial = 1
    case fricative, dental, sibilant, hush, velar, lateral, em, en, rhotic
  }

  /// How many consonants a word's key has at most.
  private static let length = 4
  /// How many keys a word has at most.
  private static let most = 8

  private typealias Options = [[Class]]

  private static let latinOptions: [Options] = LatinSounds.names.map { name in
    switch name {
    case "b", "p": [[.labial]]
    case "v": [[.fricative], []]
    case "f": [[.fricative]]
    case "w": [[], [.fricative]]
    case "d", "t": [[.dental]]
    case "th", "dh": [[.sibilant], [.dental]]
    case "s": [[.sibilant]]
    case "z", "ts": [[.sibilant], [.dental, .sibilant]]
    case "c": [[.velar], [.sibilant], [.hush]]
    case "zh": [[.velar], [.sibilant]]
    case "sh": [[.hush]]
    case "ch": [[.hush], [.velar]]
    case "j": [[.velar], []]
    case "gh": [[.velar], []]
    case "kh": [[.velar], []]
    case "g", "k", "q", "x": [[.velar]]
    case "l": [[.lateral]]
    case "m": [[.em]]
    case "n": [[.en]]
    case "r": [[.rhotic]]
    default: [[]]
    }
  }

  private static let arabicOptions: [Options] = ArabicSounds.names.map { name in
    switch name {
    case "ب": [[.labial]]
    case "ف": [[.fricative]]
    case "ت", "ط", "د", "ض": [[.dental]]
    case "ث", "ذ", "ظ": [[.sibilant], [.dental]]
    case "ز", "س", "ص": [[.sibilant]]
    case "ش": [[.hush]]
    case "ج", "غ", "ق", "ك", "خ": [[.velar]]
    case "ل": [[.lateral]]
    case "م": [[.em]]
    case "ن": [[.en]]
    case "ر": [[.rhotic]]
    default: [[]]
    }
  }

  private static let latinIndex = Dictionary(
    uniqueKeysWithValues: LatinSounds.names.enumerated().map { ($1, UInt8($0)) })
  private static let arabicIndex = Dictionary(
    uniqueKeysWithValues: ArabicSounds.names.enumerated().map { ($1, UInt8($0)) })

  /// The keys of a Latin word's sounds.
  static func keys(latin sounds: [UInt8]) -> [UInt64] {
    let d = latinIndex["d"]
    let j = latinIndex["j"]
    let s = latinIndex["s"]
    let t = latinIndex["t"]
    let options = sounds.enumerated().map { index, sound -> Options in
      let next = index + 1 < sounds.count ? sounds[index + 1] : nil
      // "dj" is one sound, s before t may be a hush, as in German, and d and t silent at the end, as
      // in French.
      if sound == d, next == j { return [[]] }
      if sound == s, next == t { return [[.sibilant], [.hush]] }
      if next == nil, index > 2, sound == d || sound == t { return [[.dental], []] }
      return latinOptions[Int(sound)]
    }
    return keys(of: options)
  }

  /// The keys of an Arabic word's sounds.
  static func keys(arabic sounds: [UInt8]) -> [UInt64] {
    let t = arabicIndex["ت"]
    let sh = arabicIndex["ش"]
    let options = sounds.enumerated().map { index, sound -> Options in
      let next = index + 1 < sounds.count ? sounds[index + 1] : nil
      // «تش» is one sound.
      return sound == t && next == sh ? [[]] : arabicOptions[Int(sound)]
    }
    return keys(of: options)
  }

  private static func keys(of options: [Options]) -> [UInt64] {
    var keys: [(key: UInt64, length: Int)] = [(0, 0)]
    for choice in options where choice != [[]] {
      var next: [(key: UInt64, length: Int)] = []
      for (key, count) in keys {
        for way in choice where next.count < most {
          var extended = (key: key, length: count)
          for sound in way where extended.length < length {
            extended = (extended.key << 4 | sound.rawValue, extended.length + 1)
          }
          if !next.contains(where: { $0.key == extended.key }) { next.append(extended) }
        }
      }
      keys = next
      if keys.allSatisfy({ $0.length == length }) { break }
    }
    return keys.map(\.key)
  }

  /// The key of two words in sequence.
  static func pair(_ first: UInt64, _ last: UInt64) -> UInt64 {
    first << 20 | last | 1 << 40
  }
}
