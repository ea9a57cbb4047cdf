/// A word, number or mark of an article's text, the smallest thing the tagger looks at.
struct Token: Hashable, Sendable {
  /// What a token is made of.
  enum Kind: UInt8, Sendable {
    /// Letters of the Latin script or another one with no right-to-left letters.
    case word
    /// Letters of the Arabic script.
    case arabic
    /// Digits, with the signs that stand inside a number.
    case number
    /// An address or a handle.
    case address
    /// Anything else.
    case punctuation
  }

  /// Where it starts in the article's text.
  var start: Int
  /// Where it ends in the article's text.
  var end: Int
  /// What it is made of.
  var kind: Kind
  /// Whether white space or the paragraph's start stands before it.
  var followsSpace: Bool
  /// Whether a sentence starts with it.
  var startsSentence = false

  /// Whether it can be part of a name by itself.
  var isWord: Bool { kind == .word || kind == .arabic }
}
