/// The consonants of a name by coarse classes, which Latin and Arabic spellings of it share.
///
/// Vowels go, and the sounds that one script writes and the other does not; what one script has a
/// single letter for is one class.
enum SoundSkeleton {
  /// The fewest consonants that tell a name: two are shared by chance too often.
  private static let shortest = 3

  /// The number of a word's skeleton; `nil` where it has too few consonants.
  static func number(of word: some Sequence<Unicode.Scalar>) -> UInt64? {
    var skeleton: UInt64 = 0
    var count = 0
    var last: UInt64 = 0
    let letters = Array(word)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      let sound = sound(of: letter, before: next)
      // A doubled letter, and a pair that writes one sound, are one consonant.
      if sound != 0, sound != last {
        skeleton = skeleton << 4 | sound
        count += 1
      }
      last = sound
    }
    return count < shortest ? nil : skeleton
  }

  /// The class of a folded letter; 0 for what goes.
  private static func sound(of letter: Unicode.Scalar, before next: Unicode.Scalar?) -> UInt64 {
    switch letter {
    case "b", "p", "ب": 1
    case "f", "v", "ف": 2
    // "th" and «ث» are either of two; both go with the stop that most names have.
    case "d", "t", "ت", "ط", "د", "ض", "ث", "ذ", "ظ": 3
    case "c": next == "e" || next == "i" || next == "y" ? 4 : 5
    case "s" where next == "h": 6
    case "s", "z", "ز", "س", "ص": 4
    case "ش": 6
    case "g", "k", "q", "x", "j", "ج", "غ", "ق", "ك", "خ": 5
    case "l", "ل": 7
    case "m", "م": 8
    case "n", "ن": 9
    case "r", "ر": 10
    default: 0
    }
  }
}
