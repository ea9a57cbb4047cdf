import Foundation

/// Reads what ``PackedWriter`` wrote.
///
/// The bytes may come from a damaged file: reading beyond their end or a number out of range throws,
/// never traps.
struct PackedReader {
  /// The bytes do not hold what they should.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  /// How many bytes were read.
  private(set) var position = 0

  /// Makes a reader of some bytes.
  init(_ data: Data) {
    bytes = Array(data)
  }

  /// Makes a reader of some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Whether all was read.
  var isAtEnd: Bool { position >= bytes.count }

  /// Reads a byte.
  mutating func readByte() throws -> UInt8 {
    guard position < bytes.count else { throw Damaged() }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a non-negative integer.
  mutating func readInt() throws -> Int {
    let value = try readBits()
    guard let result = Int(exactly: value) else { throw Damaged() }
    return result
  }

  /// Reads an integer written as signed.
  mutating func readSigned() throws -> Int64 {
    let value = try readBits()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// Reads how many things follow, each of at least one byte.
  mutating func readCount() throws -> Int {
    let count = try readInt()
    guard count <= bytes.count - position else { throw Damaged() }
    return count
  }

  /// Reads a string.
  mutating func readString() throws -> String {
    let count = try readCount()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  /// Passes over a string.
  mutating func skipString() throws {
    let count = try readCount()
    position += count
  }

  /// The bytes that were not yet read.
  var rest: ArraySlice<UInt8> { bytes[position...] }

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
