/// What Arabic writes onto the front of a word: the article and one-letter particles.
///
/// With the article the seam is plain, so such words are indexed under their inner forms too. A
/// particle without it can't be distinguished from a first letter (وزير, بغداد) by the word alone; for
/// these the query is widened instead: always by the conjunctions, and by the prepositions only where
/// what is searched is itself a word.
enum WordFronts {
  /// The letters of the particles, folded, in UTF-8.
  private static let waw: [UInt8] = [0xD9, 0x88]
  private static let feh: [UInt8] = [0xD9, 0x81]
  private static let beh: [UInt8] = [0xD8, 0xA8]
  private static let lam: [UInt8] = [0xD9, 0x84]
  private static let kaf: [UInt8] = [0xD9, 0x83]
  private static let alef: [UInt8] = [0xD8, 0xA7]

  /// What a query looks for before a word without article.
  enum Reach: Hashable, Sendable {
    /// Nothing.
    case none
    /// The conjunctions و and ف.
    case conjunctions
    /// The conjunctions and the prepositions ب, ل and ك.
    case particles

    /// What may be written before the word, folded, in UTF-8.
    var fronts: [[UInt8]] {
      switch self {
      case .none: []
      case .conjunctions: WordFronts.conjunctions
      case .particles: WordFronts.particles
      }
    }
  }

  /// The conjunctions, folded, in UTF-8.
  static let conjunctions = [waw, feh]

  private static let particles: [[UInt8]] = {
    let joined = conjunctions.flatMap { first in [beh, lam, kaf].map { first + $0 } }
    return conjunctions + [beh, lam, kaf] + joined
  }()

  /// The fewest bytes of a word that particles are looked for before: three Arabic letters.
  private static let shortestWidened = 6
  /// The fewest bytes that remain of a word without its article: two Arabic letters.
  private static let shortestBare = 4

  /// Words that begin like the article and are none with it: الله, الذي, التي, الذين, اليه, اليها,
  /// الان.
  private static let whole: Set<[UInt8]> = Set(
    ["الله", "الذي", "التي", "الذين", "اليه", "اليها", "الان"].map { Array($0.utf8) })

  /// Whether a query for `word` reaches behind particles.
  ///
  /// It is where the word is Arabic, long enough, and without article: with one, the index knows
  /// the inner forms.
  static func widens(_ word: [UInt8]) -> Bool {
    guard word.count >= shortestWidened, let first = word.first, (0xD8...0xDB).contains(first)
    else { return false }
    return !(word.starts(with: alef + lam) && word.count >= 4 + shortestBare)
  }

  /// The inner forms of a folded word that has the article: with the article but without particles,
  /// and without either.
  static func forms(of word: [UInt8]) -> [FoldedWord.Form] {
    guard word.count >= 4 + shortestBare, let first = word.first, first == 0xD8 || first == 0xD9
    else { return [] }
    var seam = 0
    if letter(waw, in: word, at: seam) || letter(feh, in: word, at: seam) { seam += 2 }
    if letter(lam, in: word, at: seam), letter(lam, in: word, at: seam + 2) {
      return elidedForms(of: word, at: seam)
    }
    if letter(beh, in: word, at: seam) || letter(kaf, in: word, at: seam) { seam += 2 }
    guard
      letter(alef, in: word, at: seam), letter(lam, in: word, at: seam + 2),
      word.count - seam - 4 >= shortestBare
    else { return [] }
    let article = FoldedWord.Form(range: seam..<word.count)
    let bare = FoldedWord.Form(range: seam + 4..<word.count)
    if whole.contains(Array(word[seam...])) { return seam == 0 ? [] : [article] }
    return seam == 0 ? [bare] : [article, bare]
  }

  /// The forms of a word whose article lost its alef after lam: للكتاب is الكتاب, and للجنة may be
  /// اللجنة.
  private static func elidedForms(of word: [UInt8], at seam: Int) -> [FoldedWord.Form] {
    guard word.count - seam - 4 >= shortestBare else { return [] }
    return [
      FoldedWord.Form(alef: true, range: seam + 2..<word.count),
      FoldedWord.Form(range: seam + 4..<word.count),
      FoldedWord.Form(alef: true, range: seam..<word.count),
    ]
  }

  private static func letter(_ letter: [UInt8], in word: [UInt8], at index: Int) -> Bool {
    index + 1 < word.count && word[index] == letter[0] && word[index + 1] == letter[1]
  }
}
