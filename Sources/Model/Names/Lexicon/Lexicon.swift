import Foundation

/// What is known of words and sequences of words: names of people, places and organizations, and
/// the words that announce them.
///
/// An open-addressing hash table in a memory-mapped file. A slot is four bytes of the key, two of
/// flags, two of the word's cluster; a key that hashes alike by chance is found with a probability below one in a
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
    try table.withSlots { try body(Reader(slots: $0, mask: $1)) }
  }

  /// What is known of a word or sequence.
  struct Entry: Hashable, Sendable {
    /// What it is known as.
    var flags: LexiconFlags = []
    /// The class of words with the same neighbours that it belongs to; zero where none is known.
    var cluster: UInt16 = 0
  }

  /// Looks up keys.
  struct Reader {
    fileprivate let slots: UnsafeRawBufferPointer
    fileprivate let mask: Int

    /// What a word or sequence is known as.
    func flags(_ key: UInt64) -> LexiconFlags { entry(key).flags }

    /// What is known of the key of a word or sequence.
    func entry(_ key: UInt64) -> Entry {
      let wanted = Lexicon.fingerprint(key)
      var slot = Int(truncatingIfNeeded: key >> 32) & mask
      // A table that is full, which no builder writes, must not hang the program.
      for _ in 0...mask {
        let offset = slot * Lexicon.slotSize
        let found = UInt32(
          littleEndian: slots.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        if found == wanted {
          let flags = slots.loadUnaligned(fromByteOffset: offset + 4, as: UInt16.self)
          let cluster = slots.loadUnaligned(fromByteOffset: offset + 6, as: UInt16.self)
          return Entry(
            flags: LexiconFlags(rawValue: UInt16(littleEndian: flags)),
            cluster: UInt16(littleEndian: cluster))
        }
        if found == 0 { return Entry() }
        slot = (slot + 1) & mask
      }
      return Entry()
    }
  }
}
