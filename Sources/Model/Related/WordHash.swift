/// Numbers by which folded words are compared.
enum WordHash {
  /// The number of a folded word in UTF-8: FNV-1a of its bytes.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The numbers of the words of a text, each in its barest form: without article and particles.
  static func bare(_ text: String) -> [UInt64] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var hashes: [UInt64] = []
    while scanner.next(into: &word) {
      hashes.append(of(word.bare[...]))
    }
    return hashes
  }

  /// The numbers of the words of a text as they stand.
  static func whole(_ text: String) -> [UInt64] {
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    var hashes: [UInt64] = []
    while scanner.next(into: &word) { hashes.append(of(word.bytes[...])) }
    return hashes
  }
}

extension FoldedWord {
  /// The word without article, particles before it, and possessive.
  var bare: [UInt8] {
    forms.min { $0.count < $1.count }.map(bytes(of:)) ?? bytes
  }
}

extension FoldedWord.Form {
  /// How many bytes the form has.
  fileprivate var count: Int { range.count + (alef ? 2 : 0) }
}
