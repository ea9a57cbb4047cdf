/// Cuts a paragraph into words, numbers and marks.
///
/// A name is always whole tokens, but for the clitics of Arabic, which ``Clitics`` takes off: so
/// hyphens, possessives, quotes, changes of script and words run together after a full stop all
/// end a token.
struct Tokenizer {
  private let text: UnsafeBufferPointer<Unicode.Scalar>
  private let end: Int
  private var position: Int

  /// The tokens of `range` of `text`, the first of each sentence marked.
  static func tokens(of text: ScalarText, in range: TextRange) -> [Token] {
    text.scalars.withUnsafeBufferPointer { buffer in
      var tokens: [Token] = []
      tokens.reserveCapacity(range.count / 5 + 4)
      let whole = range.range.clamped(to: buffer.indices)
      var tokenizer = Tokenizer(text: buffer, end: whole.upperBound, position: whole.lowerBound)
      tokenizer.run(into: &tokens)
      SentenceBreaks.mark(&tokens, in: buffer)
      return tokens
    }
  }

  private func scalarClass(_ place: Int) -> ScalarClass {
    place < end ? ScalarClass(text[place]) : .space
  }

  private mutating func run(into tokens: inout [Token]) {
    var followsSpace = true
    while position < end {
      let first = scalarClass(position)
      if first == .space || first == .mark || isJoint(position) {
        followsSpace = followsSpace || first != .mark
        position += 1
        continue
      }
      let start = position
      let kind = scan(first)
      tokens.append(Token(start: start, end: position, kind: kind, followsSpace: followsSpace))
      followsSpace = false
    }
  }

  /// Whether the scalar at `place` joins the words of a tag, as #مصطفى_الكاظمي does.
  private func isJoint(_ place: Int) -> Bool {
    text[place] == "_" && place > 0 && scalarClass(place - 1).isWordPart
      && scalarClass(place + 1).isWordPart
  }

  /// Moves past the token that starts here and says what it is.
  private mutating func scan(_ first: ScalarClass) -> Token.Kind {
    switch first {
    case .arabic:
      scanArabic()
      return .arabic
    case .digit:
      return scanNumber()
    case .upper, .lower, .caseless:
      if startsAddress() {
        skipToSpace()
        return .address
      }
      scanWord()
      return .word
    case .apostrophe:
      position += contractionLength(at: position) ?? 1
      return .punctuation
    default:
      if text[position] == "@", scalarClass(position + 1).isWordPart {
        skipToSpace()
        return .address
      }
      let mark = text[position]
      repeat { position += 1 } while position < end && text[position] == mark
      return .punctuation
    }
  }

  private mutating func scanArabic() {
    let start = position
    while position < end {
      let current = scalarClass(position)
      guard current == .arabic || current == .mark else { return }
      if position > start, isLostSpace(at: position, from: start) { return }
      position += 1
    }
  }

  /// Whether a space is missing before `place`: a ta marbuta ends every word, and a hamza under an
  /// alef starts one, but for the particles before it.
  private func isLostSpace(at place: Int, from start: Int) -> Bool {
    if text[place - 1] == "\u{629}" {
      return scalarClass(place) == .arabic && scalarClass(place + 1) == .arabic
    }
    guard text[place] == "\u{625}", place - start >= 3 else { return false }
    return !text[start..<place].allSatisfy { letter in
      switch letter {
      case "و", "ف", "ب", "ل", "ك", "ا", "أ": true
      default: ScalarClass(letter) == .mark
      }
    }
  }

  private mutating func scanNumber() -> Token.Kind {
    while position < end {
      let current = scalarClass(position)
      if current == .digit || current == .upper || current == .lower {
        position += 1
      } else if scalarClass(position + 1) == .digit, isInsideNumber(text[position]) {
        position += 2
      } else {
        break
      }
    }
    return .number
  }

  private func isInsideNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "-", ":", "/", "\u{66B}", "\u{66C}": true
    default: false
    }
  }

  private mutating func scanWord() {
    let start = position
    while position < end {
      let current = scalarClass(position)
      switch current {
      case .upper, .lower, .caseless, .mark, .digit:
        position += 1
      case .apostrophe:
        // O'Brien and Sana'a are one word, Trump's and we're are not.
        guard scalarClass(position + 1).isLetter, contractionLength(at: position) == nil else {
          return
        }
        position += 1
      case .stop:
        guard scanStop(from: start) else { return }
      case .other:
        // AT&T
        guard text[position] == "&", scalarClass(position - 1) == .upper,
          scalarClass(position + 1) == .upper
        else { return }
        position += 1
      default:
        return
      }
    }
  }

  /// Takes the full stop at the current position into the word that starts at `start` where it
  /// belongs to it: U.S., Mr., W., reader.example.
  private mutating func scanStop(from start: Int) -> Bool {
    let next = scalarClass(position + 1)
    let letters = position - start
    let isInitials =
      scalarClass(position - 1).isLetter && (letters == 1 || text[position - 2] == ".")
    if isInitials, letters > 1 || scalarClass(start) == .upper || next.isLetter {
      position += 1
      return true
    }
    if Abbreviations.contains(text[start..<position]) {
      position += 1
      return false
    }
    if next == .lower || next == .digit, scalarClass(position - 1) != .upper {
      position += 1
      return true
    }
    return false
  }

  /// How long a contraction or possessive is that starts with the apostrophe at `place`.
  private func contractionLength(at place: Int) -> Int? {
    guard scalarClass(place - (place > 0 ? 1 : 0)).isLetter else { return nil }
    for length in 1...2 where !scalarClass(place + length + 1).isWordPart {
      guard scalarClass(place + length).isLetter else { return nil }
      let letters = text[(place + 1)...(place + length)].map { $0.properties.lowercaseMapping }
      switch letters.joined() {
      case "s", "d", "m", "t", "re", "ve", "ll": return length + 1
      default: continue
      }
    }
    return nil
  }

  private func startsAddress() -> Bool {
    for prefix in ["http://", "https://", "www."] {
      let scalars = prefix.unicodeScalars
      if position + scalars.count <= end,
        zip(scalars, text[position...]).allSatisfy({ $0 == $1 })
      {
        return true
      }
    }
    return false
  }

  private mutating func skipToSpace() {
    while position < end, scalarClass(position) != .space { position += 1 }
  }
}
