import Foundation

/// Tells by its letters how much an unknown Arabic word looks like a name.
///
/// A log-linear model over the word's rows of two to four letters, its ends marked: how much more
/// likely it is part of a person's name, or a place's, than another word. The file holds, after the
/// header, two signed bytes for each row's number.
struct LetterModel: Sendable {
  /// How the file names its format.
  static let format = "RDLETTER"
  /// The version of the file format and of the rows' numbers.
  static let version: UInt32 = 1
  /// How many numbers there are.
  static let size = 1 << 15

  private let table: MappedTable

  /// Maps the model of a file.
  init(file: URL) throws {
    table = try MappedTable(file: file, format: Self.format, version: Self.version, slotSize: 2)
    guard table.slotCount == Self.size, table.slotsOffset == MappedTable.headerSize else {
      throw MappedTable.Malformed(path: file.path)
    }
  }

  /// Calls `add` with the number of each row of two to four letters.
  @inline(__always)
  static func rows(of letters: ArraySlice<UInt32>, add: (Int) -> Void) {
    let mark: UInt32 = 1
    func letter(_ place: Int) -> UInt32 {
      place < letters.startIndex || place >= letters.endIndex ? mark : letters[place]
    }
    for start in (letters.startIndex - 1)..<letters.endIndex {
      var state = StableHash(seed: 7)
      state.combine(letter(start))
      for length in 2...4 where start + length <= letters.endIndex + 1 {
        state.combine(letter(start + length - 1))
        add(Int(truncatingIfNeeded: state.value >> 20) & (size - 1))
      }
    }
  }

  /// Calls `body` with a reader that scores words while the file is mapped.
  func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
    try table.data.withUnsafeBytes { bytes in
      try body(Reader(weights: UnsafeRawBufferPointer(rebasing: bytes[table.slotsOffset...])))
    }
  }

  /// Scores words.
  struct Reader {
    fileprivate let weights: UnsafeRawBufferPointer

    /// How much a word looks like a person's name and a place's, each from 0 to 15.
    func score(_ letters: ArraySlice<UInt32>) -> (person: UInt8, place: UInt8) {
      var person = 0
      var place = 0
      LetterModel.rows(of: letters) { row in
        person += Int(Int8(bitPattern: weights[2 * row]))
        place += Int(Int8(bitPattern: weights[2 * row + 1]))
      }
      // 16 steps of half a unit of log-odds, a unit being 16.
      return (
        UInt8(min(max(person / 12 + 8, 0), 15)), UInt8(min(max(place / 12 + 8, 0), 15))
      )
    }
  }
}
