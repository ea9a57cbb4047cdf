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
  /// Whether it has a capital letter, at its start or after a small one.
  var isCapitalized: Bool { !shape.isDisjoint(with: [.capital, .innerCapital]) }
  /// How many folded scalars it has.
  var length: Int
  /// What the lexicon knows of the whole word, clitics included.
  var wholeFlags: LexiconFlags
  /// The class of words with the same neighbours that the stem belongs to; zero where none is known.
  var cluster: UInt16
  /// How much an Arabic word looks like a person's name and a place's, from 0 to 15.
  var looks: (person: UInt8, place: UInt8) = (0, 0)
  /// The hash of the kinds of its scalars in order, rows of one kind taken together.
  var pattern: UInt32 = 0
  /// The hash of the clitics before it; zero where it has none.
  var clitics: UInt32 = 0
  /// The hashes of the stem's first one to four letters.
  var prefixes: SIMD4<UInt32> = .zero
  /// The hashes of the stem's last one to four letters.
  var suffixes: SIMD4<UInt32> = .zero
}

/// Reads the forms of an article's tokens.
struct WordFormReader {
  private let text: UnsafeBufferPointer<Unicode.Scalar>
  private let lexicon: Lexicon.Reader
  /// The folded scalars of the token read last.
  private(set) var folded: [UInt32] = []
  /// The folded scalars of that token without its clitics.
  private(set) var stem: ArraySlice<UInt32> = []
  /// The distance from the token's start of each folded scalar.
  private var distances: [Int] = []

  private let letters: LetterModel.Reader?

  init(
    text: UnsafeBufferPointer<Unicode.Scalar>, lexicon: Lexicon.Reader,
    letters: LetterModel.Reader? = nil
  ) {
    self.text = text
    self.lexicon = lexicon
    self.letters = letters
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
    var pattern = StableHash()
    var lastClass: ScalarClass?
    for place in token.start..<token.end {
      let scalar = text[place]
      let scalarClass = ScalarClass(scalar)
      if scalarClass != lastClass, scalarClass != .mark {
        pattern.combine(UInt32(scalarClass.rawValue) + 1)
        lastClass = scalarClass
      }
      switch scalarClass {
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
    let entry = token.kind == .punctuation ? Lexicon.Entry() : lexicon.entry(state.value)
    var form = WordForm(
      hash: state.value, stem: state.value, cliticLength: 0, flags: entry.flags, shape: shape,
      length: folded.count, wholeFlags: entry.flags, cluster: entry.cluster)
    stem = folded[...]
    form.pattern = UInt32(truncatingIfNeeded: pattern.value)
    var stemStart = 0
    if token.kind == .arabic {
      stemStart = takeClitics(from: &form)
      if let model = self.letters { form.looks = model.score(stem) }
    }
    if token.kind != .punctuation { takeAffixes(of: &form, from: stemStart) }
    return form
  }

  /// Notes the first and last letters of the stem that starts at a folded scalar.
  private func takeAffixes(of form: inout WordForm, from start: Int) {
    let count = min(4, folded.count - start)
    guard count > 0 else { return }
    var prefix = StableHash(seed: 1)
    var suffix = StableHash(seed: 2)
    for length in 0..<count {
      prefix.combine(folded[start + length])
      suffix.combine(folded[folded.count - 1 - length])
      form.prefixes[length] = UInt32(truncatingIfNeeded: prefix.value)
      form.suffixes[length] = UInt32(truncatingIfNeeded: suffix.value)
    }
  }

  /// How many scalars of the text the particles take before a name whose first word is `token`.
  ///
  /// What a form says of clitics is as the models were trained with it. A name's boundary can be had
  /// better: by the shortest row of particles that leaves something known, two letters among it.
  mutating func particleLength(before token: Token) -> Int {
    let whole = read(token).wholeFlags
    let isPart = whole.intersection(.anyName) == .surname
    // A word that is a name as it stands keeps its first letter: واشنطن, بغداد, لبنان.
    guard token.kind == .arabic, folded.count > 2, isPart || !whole.isName else { return 0 }
    for reading in Clitics.readings(of: folded, leaving: isPart ? 3 : 2).reversed() {
      let rest = lexicon.flags(reading.stem(of: folded))
      // What is listed as a part of names only (لمحمد) is none where the rest is a name by itself, and ك
      // before less than that is more often a part of it (كالابي) than "like".
      let isAlone = !rest.isDisjoint(with: [.person, .majorPlace])
      let isLike = folded[reading.length - 1] == 0x643
      if isAlone || !isPart && !isLike && (reading.isCertain || rest.isKnown) {
        return distances[reading.length]
      }
    }
    // An unknown word has و before it, unless it is the W of foreign names: ويليامز, وايت.
    let hasAnd = folded[0] == 0x648 && folded[1] != 0x64A && folded[1] != 0x627
    return hasAnd && folded.count > 3 && !whole.isKnown ? distances[1] : 0
  }

  /// Finds the reading of an Arabic word in which most is known of it; says where its stem starts.
  private mutating func takeClitics(from form: inout WordForm) -> Int {
    if Clitics.startsWithArticle(folded, at: 0) { form.shape.insert(.article) }
    // A word that is a name as it stands keeps its first letter: واشنطن, بغداد, لبنان.
    guard !form.flags.isKnown else { return 0 }
    for clitic in Clitics.readings(of: folded) {
      let key = clitic.stem(of: folded)
      let entry = lexicon.entry(key)
      if entry.flags.isKnown || clitic.isCertain {
        form.stem = key
        form.flags = entry.flags
        form.cluster = entry.cluster
        form.cliticLength = clitic.length < distances.count ? distances[clitic.length] : 0
        if clitic.isCertain { form.shape.insert(.article) }
        var state = StableHash(seed: 3)
        for letter in folded.prefix(clitic.length) { state.combine(letter) }
        form.clitics = UInt32(truncatingIfNeeded: state.value)
        stem = folded[clitic.length...]
        return clitic.length
      }
    }
    return 0
  }
}
