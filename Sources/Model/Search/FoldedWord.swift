/// A word of a text as the index knows it.
struct FoldedWord {
  /// The longest word that is told apart, in bytes; what follows in the same word is passed over.
  ///
  /// No language has such words; broken and hostile files do.
  static let limit = 192

  /// The folded word in UTF-8.
  var bytes: [UInt8] = []
  /// For every byte, the position of the scalar it was folded from; empty where nobody asked.
  var origins: [Int] = []
  /// The position of the word's first scalar.
  var start = 0
  /// The position after the word's last scalar, marks that follow it included.
  var end = 0
  /// How many bytes stand before the apostrophe of a possessive ("iraq's").
  var possessed: Int?

  /// Makes room for another word.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    possessed = nil
  }
}

extension FoldedWord {
  /// A form under which a word is found: a stretch of its bytes, with an alef put before it where
  /// the spelling elides one.
  struct Form: Equatable {
    /// Whether an alef is read before the bytes (للكتاب is ل and الكتاب).
    var alef = false
    /// The bytes of the word.
    var range: Range<Int>
  }

  /// The forms under which the word is found beside the whole of it.
  var forms: [Form] {
    var forms = WordFronts.forms(of: bytes)
    if let possessed { forms.append(Form(range: 0..<possessed)) }
    return forms
  }
}

extension FoldedWord {
  /// The bytes of one of the word's forms.
  func bytes(of form: Form) -> [UInt8] {
    form.alef ? [0xD8, 0xA7] + bytes[form.range] : Array(bytes[form.range])
  }
}

extension FoldedWord {
  /// The scalars of the text that `length` bytes of the word from `start` on were folded from; marks
  /// after the last letter belong to it.
  func textRange(_ start: Int, length: Int) -> TextRange {
    let stop = start + max(length, 1)
    let first = origins[start]
    let last = origins[stop - 1]
    // The next letter that came from another scalar ends the range.
    let next = origins[stop...].first { $0 > last } ?? end
    return TextRange(first, max(next, last + 1))
  }
}
