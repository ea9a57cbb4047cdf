/// What a single token looks like and what is known of it.
struct WordForm: Sendable {
  /// How a token is written.
  struct Shape: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// It starts with a capital letter.
    static let capital = Shape(rawValue: 1 << 0)
    /// It has two letters or more, all of them capitals.
    static let allCapitals = Shape(rawValue: 1 << 1)
    /// It has a capital letter after a small one.
    static let innerCapital = Shape(rawValue: 1 << 2)
    /// It has a digit.
    static let digit = Shape(rawValue: 1 << 3)
    /// It has a full stop or apostrophe.
    static let mark = Shape(rawValue: 1 << 4)
    /// It is an Arabic word with the article.
    static let article = Shape(rawValue: 1 << 5)
    /// It has a lower-case letter.
    static let small = Shape(rawValue: 1 << 6)
  }

  /// The hash of its folded scalars.
  var hash: UInt64
  /// The hash of the word without the clitics before it; `hash` where it has none.
  var stem: UInt64
  /// How many scalars of the text the clitics take.
  var cliticLength: Int
  /// What the lexicon knows of the stem.
  var flags: LexiconFlags
  /// How it is written.
  var shape: Shape
  /// How many folded scalars it has.
  var length: Int
  /// What the lexicon knows of the whole word, clitics included.
  var wholeFlags: LexiconFlags
}

/// Reads the forms of an article's tokens.
struct WordFormReader {
  private let text: UnsafeBufferPointer<Unicode.Scalar>
  private let lexicon: Lexicon.Reader
  /// The folded scalars of the token read last.
  private(set) var folded: [UInt32] = []
  /// The distance from the token's start of each folded scalar.
  private var distances: [Int] = []

  init(text: UnsafeBufferPointer<Unicode.Scalar>, lexicon: Lexicon.Reader) {
    self.text = text
    self.lexicon = lexicon
    folded.reserveCapacity(32)
    distances.reserveCapacity(32)
  }

  /// The form of a token.
  mutating func read(_ token: Token) -> WordForm {
    folded.removeAll(keepingCapacity: true)
    distances.removeAll(keepingCapacity: true)
    var shape: WordForm.Shape = []
    var letters = 0
    var capitals = 0
    var state = StableHash()
    for place in token.start..<token.end {
      let scalar = text[place]
      switch ScalarClass(scalar) {
      case .upper:
        capitals += 1
        letters += 1
        if place == token.start { shape.insert(.capital) }
        if shape.contains(.small) { shape.insert(.innerCapital) }
      case .lower:
        letters += 1
        shape.insert(.small)
      case .digit: shape.insert(.digit)
      case .apostrophe, .stop: shape.insert(.mark)
      default: break
      }
      let value = NameFolding.fold(scalar)
      guard value != 0 else { continue }
      state.combine(value)
      folded.append(value)
      distances.append(place - token.start)
    }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    let flags = token.kind == .punctuation ? [] : lexicon.flags(state.value)
    var form = WordForm(
      hash: state.value, stem: state.value, cliticLength: 0, flags: flags, shape: shape,
      length: folded.count, wholeFlags: flags)
    if token.kind == .arabic { takeClitics(from: &form) }
    return form
  }

  /// Finds the reading of an Arabic word in which most is known of it.
  private func takeClitics(from form: inout WordForm) {
    if Clitics.startsWithArticle(folded, at: 0) { form.shape.insert(.article) }
    // A word that is a name as it stands keeps its first letter: واشنطن, بغداد, لبنان.
    guard !form.flags.isKnown else { return }
    for clitic in Clitics.readings(of: folded) {
      let stem = clitic.stem(of: folded)
      let flags = lexicon.flags(stem)
      if flags.isKnown || clitic.isCertain {
        form.stem = stem
        form.flags = flags
        form.cliticLength = clitic.length < distances.count ? distances[clitic.length] : 0
        if clitic.beforeArticle { form.shape.insert(.article) }
        return
      }
    }
  }
}

extension LexiconFlags {
  /// Whether anything is known of the word itself, not only that a longer entry starts with it.
  var isKnown: Bool { !subtracting(.continues).isEmpty }

  /// Whether it is known as a name or part of one.
  var isName: Bool { !isDisjoint(with: .anyName) }

  /// All the flags of names.
  static let anyName: LexiconFlags = [
    .person, .place, .majorPlace, .organization, .givenName, .surname,
  ]
}
