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
  private static let frontVowels = Set(
    ["e", "i", "y", "e$", "i$", "y$"].compactMap { latinIndex[$0] })
  private static let arabicIndex = Dictionary(
    uniqueKeysWithValues: ArabicSounds.names.enumerated().map { ($1, UInt8($0)) })

  /// The keys of a folded word in a script.
  static func keys(of word: String, in script: Script) -> [UInt64] {
    switch script {
    case .latin: keys(latin: LatinSounds.symbols(of: word))
    case .arabic: keys(arabic: ArabicSounds.symbols(of: word))
    case .other: []
    }
  }

  /// The keys of a Latin word's sounds.
  static func keys(latin sounds: [UInt8]) -> [UInt64] { keys(of: options(latin: sounds)) }

  /// The keys of an Arabic word's sounds.
  static func keys(arabic sounds: [UInt8]) -> [UInt64] { keys(of: options(arabic: sounds)) }

  /// The one key of a folded word by all its consonants, each in one class; `nil` where there are fewer
  /// than three, which unrelated words share too often.
  static func whole(of word: String, in script: Script) -> UInt64? {
    let choices =
      switch script {
      case .latin: options(latin: LatinSounds.symbols(of: word))
      case .arabic: options(arabic: ArabicSounds.symbols(of: word))
      case .other: [Options]()
      }
    // What one script writes as a stop and the other as a fricative is the stop: Thomas is توماس.
    let consonants = choices.flatMap { $0.contains([.dental]) ? [.dental] : $0[0] }
    guard consonants.count >= 3 else { return nil }
    return consonants.reduce(0) { $0 << 4 | $1.rawValue }
  }

  private static func options(latin sounds: [UInt8]) -> [Options] {
    let c = latinIndex["c"]
    let d = latinIndex["d"]
    let j = latinIndex["j"]
    let s = latinIndex["s"]
    let t = latinIndex["t"]
    return sounds.enumerated().map { index, sound in
      let next = index + 1 < sounds.count ? sounds[index + 1] : nil
      // "dj" is one sound, s before t may be a hush, as in German, c is mostly an s before e, i and y,
      // and d and t are silent at the end, as in French.
      if sound == d, next == j { return [[]] }
      if sound == s, next == t { return [[.sibilant], [.hush]] }
      if sound == c, let next, frontVowels.contains(next) {
        return [[.sibilant], [.velar], [.hush]]
      }
      if next == nil, index > 2, sound == d || sound == t { return [[.dental], []] }
      return latinOptions[Int(sound)]
    }
  }

  private static func options(arabic sounds: [UInt8]) -> [Options] {
    let t = arabicIndex["ت"]
    let sh = arabicIndex["ش"]
    return sounds.enumerated().map { index, sound in
      let next = index + 1 < sounds.count ? sounds[index + 1] : nil
      // «تش» is one sound.
      return sound == t && next == sh ? [[]] : arabicOptions[Int(sound)]
    }
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

  /// The first two different consonants of a key, which spellings of one name that drop or double letters
  /// still share.
  static func short(_ key: UInt64) -> UInt64 {
    var sounds: [UInt64] = []
    for shift in stride(from: 4 * (length - 1), through: 0, by: -4) {
      let sound = key >> UInt64(shift) & 0xF
      if sound != 0, sound != sounds.last { sounds.append(sound) }
    }
    return sounds.prefix(2).reduce(0) { $0 << 4 | $1 }
  }

  /// The first consonant of a key as a bit; all bits where it has none.
  static func initial(_ key: UInt64) -> UInt16 {
    key == 0 ? .max : 1 << UInt16(key >> UInt64((63 - key.leadingZeroBitCount) / 4 * 4))
  }

  /// The key of two words in sequence.
  static func pair(_ first: UInt64, _ last: UInt64) -> UInt64 {
    first << 20 | last | 1 << 40
  }
}
