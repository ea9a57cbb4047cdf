import Foundation

/// Reads what ``PackedWriter`` wrote.
///
/// The bytes may come from a damaged file: reading beyond their end or a number out of range throws,
/// never traps.
struct PackedReader {
  /// The bytes do not hold what they should.
  struct Damaged: Error {}

  private let bytes: ArraySlice<UInt8>
  /// The index of the next byte.
  private var next: Int

  /// Reads from a column of the library.
  init(_ data: Data) {
    self.init(Array(data)[...])
  }

  /// Reads from a stretch of bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Whether all was read.
  var isAtEnd: Bool { next >= bytes.endIndex }

  /// How many bytes were read.
  var position: Int { next - bytes.startIndex }

  /// Reads a byte.
  @inline(__always)
  mutating func readByte() throws -> UInt8 {
    guard next < bytes.endIndex else { throw Damaged() }
    defer { next += 1 }
    return bytes[next]
  }

  /// Reads a non-negative integer.
  mutating func readInt() throws -> Int {
    let value = try readBits()
    guard let result = Int(exactly: value) else { throw Damaged() }
    return result
  }

  /// Reads an integer written as signed.
  @inline(__always)
  mutating func readSigned() throws -> Int64 {
    let value = try readBits()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// Reads a range of a text of `count` scalars: the step from `position` to its start, its length.
  mutating func readRange(after position: Int, count: Int) throws -> TextRange {
    let (start, overflow) = position.addingReportingOverflow(Int(try readSigned()))
    let length = try readInt()
    guard !overflow, start >= 0, start <= count, length <= count - start else { throw Damaged() }
    return TextRange(start, start + length)
  }

  /// Reads how many things follow, each of at least one byte.
  mutating func readCount() throws -> Int {
    let count = try readInt()
    guard count <= bytes.endIndex - next else { throw Damaged() }
    return count
  }

  /// Reads a string.
  mutating func readString() throws -> String {
    let count = try readCount()
    defer { next += count }
    return String(decoding: bytes[next..<next + count], as: UTF8.self)
  }

  /// Passes over a string.
  mutating func skipString() throws {
    next += try readCount()
  }

  /// The bytes that were not yet read.
  var rest: ArraySlice<UInt8> { bytes[next...] }

  @inline(__always)
  private mutating func readBits() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try readByte()
      guard shift < 63 || (shift == 63 && byte < 2) else { throw Damaged() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
