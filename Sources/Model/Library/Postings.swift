import Foundation

/// The articles of an entity, packed: their numbers ascending, each as the distance to the one
/// before.
enum Postings {
  /// The bytes of some articles in ascending order.
  static func packed(_ articles: [Int64]) -> [UInt8] {
    var writer = PackedWriter()
    var last: Int64 = 0
    for article in articles {
      writer.writeSigned(article &- last)
      last = article
    }
    return writer.bytes
  }

  /// How many articles some bytes hold.
  static func count(in data: Data) -> Int {
    // The last byte of every number is below 128.
    data.withUnsafeBytes { bytes in bytes.reduce(0) { $1 < 0x80 ? $0 + 1 : $0 } }
  }

  /// The articles in some bytes.
  static func articles(in data: Data) throws -> [Int64] {
    // One byte after the other: some entities have tens of thousands, and most gaps take one byte.
    try data.withUnsafeBytes { bytes in
      var articles: [Int64] = []
      articles.reserveCapacity(bytes.count)
      var last: Int64 = 0
      var value: UInt64 = 0
      var shift: UInt64 = 0
      for byte in bytes {
        guard shift < 63 || (shift == 63 && byte < 2) else { throw PackedReader.Damaged() }
        value |= UInt64(byte & 0x7F) << shift
        guard byte < 0x80 else {
          shift += 7
          continue
        }
        last = last &+ (Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
        articles.append(last)
        (value, shift) = (0, 0)
      }
      guard shift == 0 else { throw PackedReader.Damaged() }
      return articles
    }
  }
}
