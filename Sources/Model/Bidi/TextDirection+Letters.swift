extension TextDirection {
  /// The direction in which most letters of a text run; `nil` where there is no letter.
  ///
  /// Complexity: O(*n*) up to 20,000 scalars, which are enough.
  public init?(mostLettersOf text: some Sequence<ArraySlice<Unicode.Scalar>>) {
    var count = StrongCount()
    for slice in text {
      count.add(slice.prefix(20_000))
      if count.scalars >= 20_000 { break }
    }
    guard count.left + count.right > 0 else { return nil }
    self = count.right > count.left ? .rightToLeft : .leftToRight
  }

  /// The direction of a paragraph of a text that runs in this direction (UAX #9 HL1).
  ///
  /// It is that of the text, whatever the paragraph begins with, unless hardly one of its letters runs
  /// that way: a quotation in another language has its own.
  public func ofParagraph(_ paragraph: ArraySlice<Unicode.Scalar>) -> TextDirection {
    var count = StrongCount()
    count.add(paragraph)
    let own = self == .rightToLeft ? count.right : count.left
    let others = count.left + count.right - own
    guard others > Self.strongestMinority * own else { return self }
    return self == .rightToLeft ? .leftToRight : .rightToLeft
  }

  /// How many letters of the other direction one letter of the text's holds against.
  private static let strongestMinority = 8
}

/// How many letters of each direction a text has.
private struct StrongCount {
  var scalars = 0
  var left = 0
  var right = 0

  mutating func add(_ text: ArraySlice<Unicode.Scalar>) {
    scalars += text.count
    for scalar in text {
      switch BidiClass(scalar) {
      case .L: left += 1
      case .R, .AL: right += 1
      default: continue
      }
    }
  }
}

extension Language {
  /// The direction of a title or paragraph of an article in this language; `nil` where the language is
  /// not known, so that the paragraph's first letter gives it.
  public func direction(of paragraph: String) -> TextDirection? {
    let direction: TextDirection
    switch self {
    case .arabic: direction = .rightToLeft
    case .english: direction = .leftToRight
    case .undetermined: return nil
    }
    return direction.ofParagraph(Array(paragraph.unicodeScalars)[...])
  }
}
