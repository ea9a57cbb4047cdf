/// Cuts a text into folded words.
///
/// A word is a run of letters and digits; marks and joiners inside it leave nothing, an apostrophe
/// between two letters neither (Sana'a is Sanaa), everything else separates words. A word ends, too,
/// where Arabic letters meet digits or letters of another script (بـ10, وF-16).
struct WordScanner<Scalars: IteratorProtocol<Unicode.Scalar>> {
  private var scalars: Scalars
  private var position: Int
  private let tracksOrigins: Bool
  /// Folded letters that belong to the next word, and what they were folded from, the last first.
  private var held: [(letter: Unicode.Scalar, scalar: Unicode.Scalar, position: Int)] = []
  /// The scalar that the last letter was folded from, where no mark followed it.
  private var last: Unicode.Scalar?

  /// Makes a scanner of `scalars`, the first of which stands at `position`.
  init(_ scalars: Scalars, at position: Int = 0, tracksOrigins: Bool = false) {
    self.scalars = scalars
    self.position = position
    self.tracksOrigins = tracksOrigins
  }

  /// Reads the next word into `word`, and says whether there was one.
  mutating func next(into word: inout FoldedWord) -> Bool {
    word.removeAll()
    var state = State()
    last = nil
    if !held.isEmpty, takeHeld(&word, &state) { return finish(&word, state) }
    while let scalar = scalars.next() {
      let here = position
      position += 1
      switch Folding.fold(scalar) {
      case .letter(let letter):
        guard take(letter, of: scalar, at: here, &word, &state) else {
          held = [(letter, scalar, here)]
          return finish(&word, state)
        }
      case .expansion:
        held = Folding.expansion(of: scalar).reversed().map { ($0, $0, here) }
        if takeHeld(&word, &state) { return finish(&word, state) }
      case .ignored:
        // A mark after an apostrophe is not the word's.
        guard state.hasStarted, state.apostrophe != word.bytes.count else { continue }
        word.takeMark(at: here)
        if scalar == "\u{670}" { noteDagger(at: here, in: &word) }
        last = scalar == "\u{621}" ? scalar : nil
      case .apostrophe:
        // The second of two apostrophes in a row closes a quotation.
        if state.hasStarted, state.apostrophe != word.bytes.count {
          state.apostrophe = word.bytes.count
        } else if state.hasStarted {
          return finish(&word, state)
        }
      case .separator:
        if state.hasStarted { return finish(&word, state) }
      }
    }
    return state.hasStarted ? finish(&word, state) : false
  }

  /// How far a word has come.
  private struct State {
    var hasStarted = false
    var isArabic = false
    /// How many bytes stand before an apostrophe.
    var apostrophe: Int?
  }

  /// Takes letters that were held back; says whether the word ended among them.
  private mutating func takeHeld(_ word: inout FoldedWord, _ state: inout State) -> Bool {
    while let (letter, scalar, place) = held.last {
      if letter == " " {
        held.removeLast()
        if state.hasStarted { return true }
        continue
      }
      guard take(letter, of: scalar, at: place, &word, &state) else { return true }
      held.removeLast()
    }
    return false
  }

  /// Adds a letter; one of another script is not taken.
  private mutating func take(
    _ letter: Unicode.Scalar, of scalar: Unicode.Scalar, at place: Int,
    _ word: inout FoldedWord, _ state: inout State
  ) -> Bool {
    let isArabic = (0x620...0x6FF).contains(letter.value)
    if !state.hasStarted {
      state.hasStarted = true
      state.isArabic = isArabic
      word.start = place
    } else if state.isArabic != isArabic {
      return false
    }
    // A hamza before waw is written on a waw or on a ya: مسؤول and مسئول, رءوس and رؤوس.
    if letter == "\u{648}", scalar == letter, let last, !word.bytes.isEmpty {
      switch last {
      case "\u{626}":
        word.bytes[word.bytes.count - 1] = 0x88
      case "\u{621}":
        append(letter, from: place, to: &word)
      default: break
      }
    }
    let count = word.bytes.count
    append(letter, from: place, to: &word)
    if Self.isCapital(scalar, foldedTo: letter), word.bytes.count > count {
      word.capitals.append(count)
    }
    word.end = place + 1
    last = scalar
    return true
  }

  /// Whether a scalar is a Latin capital, with marks or without.
  private static func isCapital(
    _ scalar: Unicode.Scalar, foldedTo letter: Unicode.Scalar
  ) -> Bool {
    switch scalar.value {
    case 0x41...0x5A: true
    case 0..<0x80: false
    default: ("a"..."z").contains(letter) && scalar.properties.isUppercase
    }
  }

  private func append(_ letter: Unicode.Scalar, from position: Int, to word: inout FoldedWord) {
    guard word.bytes.count + 4 <= FoldedWord.limit else { return }
    if letter.value < 0x80 {
      word.bytes.append(UInt8(truncatingIfNeeded: letter.value))
    } else {
      word.bytes.append(
        contentsOf: Unicode.UTF8.encode(letter) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    while tracksOrigins, word.origins.count < word.bytes.count {
      word.origins.append(TextRange(position, position + 1))
    }
  }

  /// Notes a dagger alef: on a waw or a ya without a vowel sign of its own it is read in its place.
  private func noteDagger(at place: Int, in word: inout FoldedWord) {
    let end = word.bytes.count
    let isCarried = last == "\u{648}" || last == "\u{649}"
    word.daggers.append(
      FoldedWord.Dagger(range: (isCarried ? end - 2 : end)..<end, position: place))
  }

  private func finish(_ word: inout FoldedWord, _ state: State) -> Bool {
    if let apostrophe = state.apostrophe, apostrophe > 0, apostrophe == word.bytes.count - 1,
      word.bytes.last == 0x73
    {
      word.possessed = apostrophe
    }
    // At the end of a word the dagger only says how alef maqsura is read: موسىٰ.
    if let last = word.daggers.last, !last.range.isEmpty, last.range.upperBound == word.bytes.count
    {
      word.daggers.removeLast()
    }
    return true
  }
}
