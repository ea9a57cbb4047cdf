import Foundation

/// A table of fixed-size slots in a memory-mapped file, after a header that says what it is.
///
/// The header is 32 bytes, little-endian: eight bytes that name the format, its version (32 bits),
/// the number of slots (32 bits, a power of two), two 32-bit values the format defines, and the
/// size of what stands between header and slots (32 bits, then 32 unused).
struct MappedTable: Sendable {
  /// A file that is not a table of the kind that was asked for.
  struct Malformed: Error, CustomStringConvertible {
    /// The file's path.
    var path: String
    /// A sentence for the person at the terminal.
    var description: String {
      "\(path) is damaged or belongs to another version of the program. "
        + "Install the program again with `make install`."
    }
  }

  /// How long the header is.
  static let headerSize = 32

  /// The whole file.
  let data: Data
  /// How many slots there are: a power of two.
  let slotCount: Int
  /// Where the slots start.
  let slotsOffset: Int
  /// The two values that the format defines.
  let parameters: (UInt32, UInt32)

  /// Maps a file.
  ///
  /// - Throws: ``Malformed`` where the file is something else, or what Foundation throws where it
  ///   cannot be read.
  init(file: URL, format: String, version: UInt32, slotSize: Int) throws {
    let data = try Data(contentsOf: file, options: .alwaysMapped)
    let malformed = Malformed(path: file.path)
    guard data.count >= Self.headerSize, data.prefix(8).elementsEqual(format.utf8) else {
      throw malformed
    }
    let fields = data.withUnsafeBytes { bytes in
      (0..<6).map { field in
        UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + 4 * field, as: UInt32.self))
      }
    }
    guard fields[0] == version, fields[1] > 0, fields[1] & (fields[1] - 1) == 0 else {
      throw malformed
    }
    slotCount = Int(fields[1])
    parameters = (fields[2], fields[3])
    slotsOffset = Self.headerSize + Int(fields[4])
    guard data.count == slotsOffset + slotCount * slotSize else { throw malformed }
    self.data = data
  }

  /// Calls `body` with the slots, and the mask by which a hash leads to one.
  func withSlots<Result>(
    _ body: (_ slots: UnsafeRawBufferPointer, _ mask: Int) throws -> Result
  ) rethrows -> Result {
    try data.withUnsafeBytes { bytes in
      try body(UnsafeRawBufferPointer(rebasing: bytes[slotsOffset...]), slotCount - 1)
    }
  }
}
