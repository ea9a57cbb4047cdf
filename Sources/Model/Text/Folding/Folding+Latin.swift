extension Folding {
  /// The Latin letters that no decomposition takes apart, small and capital, and what is typed for
  /// them.
  static let latinExpansions: [Unicode.Scalar: String] = [
    "ß": "ss", "\u{1E9E}": "ss",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ĸ": "k", "ŋ": "ng", "Ŋ": "ng",
    "ŧ": "t", "Ŧ": "t", "ƒ": "f", "ɓ": "b", "Ɓ": "b", "ɗ": "d", "Ɗ": "d", "ƙ": "k", "Ƙ": "k",
    "ə": "e", "Ə": "e", "ǝ": "e", "Ǝ": "e", "ɛ": "e", "Ɛ": "e", "ɔ": "o", "Ɔ": "o",
  ]
}
