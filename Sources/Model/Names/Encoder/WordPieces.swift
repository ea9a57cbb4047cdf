/// Splits words into the pieces that the encoder knows, where the sum of the pieces' scores is
/// greatest (Kudo, "Subword Regularization", ACL 2018).
///
/// `Tools/names/pieces.py` does the same for training.
struct WordPieces {
  /// The number of the mark before a window.
  static let begin = 0
  /// The number of the mark after a window.
  static let end = 2
  /// The number of what is no piece.
  static let unknown = 3
  /// How many pieces a word has at most; the rest of it is not read.
  static let most = 12
  private static let longest = 16
  private static let unknownScore: Float = -24
  /// Stands for the space before a word.
  private static let space: UInt32 = 0x2581

  private let table: UnsafeRawBufferPointer
  private let mask: Int

  /// Reads pieces from slots of eight bytes: a fingerprint (32 bits, zero where empty), the number and
  /// the score in thousandths (16 bits each).
  init(table: UnsafeRawBufferPointer) {
    self.table = table
    mask = table.count / 8 - 1
  }

  /// Appends the numbers of a word's pieces.
  func split(_ word: some Collection<Unicode.Scalar>, into numbers: inout [Int]) {
    var letters = [Self.space]
    letters.reserveCapacity(word.count + 1)
    for scalar in word where !Self.isMark(scalar) { letters.append(scalar.value) }
    if letters.count == 1 { for scalar in word { letters.append(scalar.value) } }
    // A word longer than any has no need to be split to its end.
    if letters.count > Self.most * Self.longest {
      letters.removeSubrange((Self.most * Self.longest)...)
    }
    var scores = [Float](repeating: -.infinity, count: letters.count + 1)
    var origins = [(start: Int, number: Int)](repeating: (0, 0), count: letters.count + 1)
    scores[0] = 0
    for start in letters.indices {
      var hash = StableHash()
      for end in start..<min(letters.count, start + Self.longest) {
        hash.combine(letters[end])
        var found = piece(hash.value)
        if found == nil, end == start { found = (Self.unknown, Self.unknownScore) }
        guard let found, scores[start] + found.score > scores[end + 1] else { continue }
        scores[end + 1] = scores[start] + found.score
        origins[end + 1] = (start, found.number)
      }
    }
    var found: [Int] = []
    var end = letters.count
    while end > 0 {
      let origin = origins[end]
      if origin.number != Self.unknown || found.last != Self.unknown { found.append(origin.number) }
      end = origin.start
    }
    numbers += found.reversed().prefix(Self.most)
  }

  private func piece(_ hash: UInt64) -> (number: Int, score: Float)? {
    let wanted = max(UInt32(truncatingIfNeeded: hash >> 32), 1)
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0...mask {
      let found = UInt32(
        littleEndian: table.loadUnaligned(fromByteOffset: 8 * slot, as: UInt32.self))
      if found == wanted {
        let number = table.loadUnaligned(fromByteOffset: 8 * slot + 4, as: UInt16.self)
        let score = table.loadUnaligned(fromByteOffset: 8 * slot + 6, as: Int16.self)
        return (Int(UInt16(littleEndian: number)), Float(Int16(littleEndian: score)) / 1000)
      }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a scalar says nothing of a word: vowel marks of Arabic, tatweel, what directs text.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x640, 0x64B...0x652, 0x670, 0x200B...0x200F, 0x202A...0x202E: true
    default: false
    }
  }
}
