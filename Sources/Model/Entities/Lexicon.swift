import Foundation

/// What is known of words and sequences of words: names of people, places and organizations, and
/// the words that announce them.
///
/// An open-addressing hash table in a memory-mapped file. A slot is four bytes of the key, two of
/// flags, two unused; a key that hashes alike by chance is found with a probability below one in a
/// billion.
struct Lexicon: Sendable {
  /// How the file names its format.
  static let format = "RDLEXICN"
  /// The version of the file format and of the folding its keys are made with.
  static let version: UInt32 = 1
  /// How many bytes a slot takes.
  static let slotSize = 8
  /// How many words the longest sequences looked for have.
  static let longestSequence = 8

  private let table: MappedTable

  /// Maps the table of a file.
  init(file: URL) throws {
    table = try MappedTable(
      file: file, format: Self.format, version: Self.version, slotSize: Self.slotSize)
  }

  /// The key of a sequence of words, longer by one word than that of `prefix`.
  static func key(_ prefix: UInt64, then word: UInt64) -> UInt64 {
    StableHash.of(prefix, word)
  }

  /// What is stored in a slot for a key; zero marks an empty slot.
  static func fingerprint(_ key: UInt64) -> UInt32 {
    let low = UInt32(truncatingIfNeeded: key)
    return low == 0 ? 1 : low
  }

  /// Calls `body` with a reader that looks up keys while the file is mapped.
  func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
    try table.data.withUnsafeBytes { bytes in
      try body(
        Reader(
          slots: UnsafeRawBufferPointer(rebasing: bytes[table.slotsOffset...]),
          mask: table.slotCount - 1))
    }
  }

  /// Looks up keys.
  struct Reader {
    fileprivate let slots: UnsafeRawBufferPointer
    fileprivate let mask: Int

    /// What is known of the key of a word or sequence.
    func flags(_ key: UInt64) -> LexiconFlags {
      let wanted = Lexicon.fingerprint(key)
      var slot = Int(truncatingIfNeeded: key >> 32) & mask
      // A table that is full, which no builder writes, must not hang the program.
      for _ in 0...mask {
        let offset = slot * Lexicon.slotSize
        let found = UInt32(
          littleEndian: slots.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        if found == wanted {
          return LexiconFlags(
            rawValue: UInt16(
              littleEndian: slots.loadUnaligned(fromByteOffset: offset + 4, as: UInt16.self)))
        }
        if found == 0 { return [] }
        slot = (slot + 1) & mask
      }
      return []
    }
  }
}
