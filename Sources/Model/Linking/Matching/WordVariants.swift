/// Tells whether two words of one script are spellings of one name: "Kazemi" and "Kadhimi".
enum WordVariants {
  /// How alike two words with one consonant key must be.
  private static let gate = 0.85

  /// Whether two folded words are one, in spellings that differ as transliterations do.
  static func areVariants(_ left: String, _ right: String, script: Script) -> Bool {
    if left == right { return true }
    guard script != .other else { return false }
    let x = normalized(left, script: script)
    let y = normalized(right, script: script)
    if x == y { return true }
    // Short words differ by what tells names apart, and in Arabic so do written vowels («حسن»,
    // «حسين»), so there only spellings that fold to the same are variants.
    guard script == .latin, min(x.count, y.count) > 3,
      key(x) == key(y) || key(hard(left)) == key(hard(right)), !endsDiffer(left, right),
      !vowelsDiffer(left, right)
    else { return false }
    return JaroWinkler.similarity(hard(left), hard(right)) >= gate
  }

  /// Whether two words may be one by a looser measure, for use inside one article.
  static func areAlike(_ left: String, _ right: String, script: Script) -> Bool {
    if areVariants(left, right, script: script) { return true }
    guard script == .arabic else { return false }
    let x = normalized(left, script: script)
    let y = normalized(right, script: script)
    return min(x.count, y.count) > 4 && key(x) == key(y) && JaroWinkler.similarity(x, y) >= gate
  }

  /// The consonants of a folded word: what all its variants share.
  static func consonantKey(_ word: String, script: Script) -> [UInt8] {
    guard script == .latin else { return key(normalized(word, script: script)) }
    // dh is spelled z as well as d.
    return key(hard(word).map { $0 == UInt8(ascii: "z") ? UInt8(ascii: "d") : $0 })
  }

  /// The letters of a word with the spellings of one sound made one, in letters from a to z.
  static func normalized(_ word: String, script: Script) -> [UInt8] {
    switch script {
    case .latin: normalized(latin: Array(word.utf8))
    case .arabic: normalized(arabic: word)
    case .other: Array(word.utf8)
    }
  }

  private static func normalized(latin bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      var letter = byte
      switch byte {
      case UInt8(ascii: "h"):
        // dh, kh and gh are one sound; before a consonant and at the end h is silent.
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let previous = result.last ?? 0
        if previous == UInt8(ascii: "d") {
          result[result.count - 1] = UInt8(ascii: "z")
          continue
        }
        if previous == UInt8(ascii: "k") || previous == UInt8(ascii: "g") { continue }
        if index > 0, isVowel(bytes[index - 1]), !isVowel(next) { continue }
      case UInt8(ascii: "q"), UInt8(ascii: "c"): letter = UInt8(ascii: "k")
      case UInt8(ascii: "o"): letter = UInt8(ascii: "u")
      case UInt8(ascii: "e"), UInt8(ascii: "y"): letter = UInt8(ascii: "i")
      default: break
      }
      if letter != result.last { result.append(letter) }
    }
    return result
  }

  private static let arabicLetters: [Unicode.Scalar: UInt8] = [
    "ا": UInt8(ascii: "a"), "ب": UInt8(ascii: "b"), "ت": UInt8(ascii: "t"),
    "ث": UInt8(ascii: "c"), "ج": UInt8(ascii: "g"), "ح": UInt8(ascii: "h"),
    "خ": UInt8(ascii: "x"), "د": UInt8(ascii: "d"), "ذ": UInt8(ascii: "v"),
    "ر": UInt8(ascii: "r"), "ز": UInt8(ascii: "z"), "س": UInt8(ascii: "s"),
    "ش": UInt8(ascii: "j"), "ص": UInt8(ascii: "p"), "ض": UInt8(ascii: "o"),
    "ط": UInt8(ascii: "t"), "ظ": UInt8(ascii: "e"), "ع": UInt8(ascii: "w"),
    "غ": UInt8(ascii: "g"), "ف": UInt8(ascii: "f"), "ق": UInt8(ascii: "q"),
    "ك": UInt8(ascii: "k"), "ل": UInt8(ascii: "l"), "م": UInt8(ascii: "m"),
    "ن": UInt8(ascii: "n"), "ه": UInt8(ascii: "y"), "و": UInt8(ascii: "u"),
    "ي": UInt8(ascii: "i"),
  ]

  private static func normalized(arabic word: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in word.unicodeScalars {
      if let letter = arabicLetters[scalar] {
        if letter != result.last { result.append(letter) }
      } else {
        result.append(contentsOf: String(scalar).utf8)
      }
    }
    // A final ha and alef are spelled one for the other («سورية», «سوريا»).
    if result.count > 3, result.last == UInt8(ascii: "y") {
      result[result.count - 1] = UInt8(ascii: "a")
    }
    return result
  }

  private static func key(_ normalized: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for (index, letter) in normalized.enumerated() {
      let kept = letter == UInt8(ascii: "g") ? UInt8(ascii: "k") : letter
      if index == 0 ? isVowel(letter) : isVowel(letter) || letter == UInt8(ascii: "w") { continue }
      if kept != key.last { key.append(kept) }
    }
    return key
  }

  /// Whether one word ends in a and the other in i, o or u, as names of women and men do; an e at the end
  /// is spelled a as well, and an h after it is silent.
  private static func endsDiffer(_ left: String, _ right: String) -> Bool {
    let ends = [left, right].map { word in word.utf8.last { $0 != UInt8(ascii: "h") } }
    guard let x = ends[0], let y = ends[1], x != y else { return false }
    return x == UInt8(ascii: "a") && closed.contains(y)
      || y == UInt8(ascii: "a") && closed.contains(x)
  }

  /// The letters of a Latin word with the sounds that some spell by one letter and some by two made the one:
  /// dh is d, g is k.
  private static func hard(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    var last: UInt8 = 0
    for letter in word.utf8 {
      if last != UInt8(ascii: "d") || letter != UInt8(ascii: "h") { letters.append(letter) }
      last = letter
    }
    return normalized(latin: letters).map { $0 == UInt8(ascii: "g") ? UInt8(ascii: "k") : $0 }
  }

  /// Whether one word has an a where the other has an i, o or u between the same consonants: Khamenei is
  /// not Khomeini, Jamal not Jamil.
  ///
  /// An e stands for a and for i. So it is where only one ends in a vowel.
  private static func vowelsDiffer(_ left: String, _ right: String) -> Bool {
    let (x, y) = (vowels(left), vowels(right))
    guard x.count == y.count else { return false }
    // A last vowel makes another name, as an Arab adjective of origin does, unless it is mute.
    let last = [x[x.count - 1], y[y.count - 1]]
    if last.contains([]), last.contains(where: { !$0.subtracting("e".utf8).isEmpty }) {
      return true
    }
    let open: Set<UInt8> = [UInt8(ascii: "a")]
    return zip(x, y).contains { first, second in
      first == open && !second.isEmpty && second.isSubset(of: closed)
        || second == open && !first.isEmpty && first.isSubset(of: closed)
    }
  }

  private static let closed = Set("iyou".utf8)

  /// The vowels of a Latin word before, between and after its consonants; h is none.
  private static func vowels(_ word: String) -> [Set<UInt8>] {
    var groups: [Set<UInt8>] = [[]]
    var last: UInt8?
    for letter in word.utf8 where letter != UInt8(ascii: "h") {
      if isVowel(letter) {
        groups[groups.count - 1].insert(letter)
      } else if letter != last {
        groups.append([])
      }
      last = letter
    }
    return groups
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    LatinSounds.isVowel(letter) || letter == UInt8(ascii: "y")
  }
}
