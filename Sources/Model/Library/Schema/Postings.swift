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
    var articles: [Int64] = []
    articles.reserveCapacity(data.count)
    try forEach(in: data) { articles.append($0) }
    return articles
  }

  /// The bytes of some articles and more behind them; `nil` where these do not come after those.
  static func appending(_ more: [Int64], to data: Data) throws -> Data? {
    guard let first = more.first else { return data }
    var last = try last(in: data)
    guard first > last || data.isEmpty else { return nil }
    var writer = PackedWriter()
    for article in more {
      writer.writeSigned(article &- last)
      last = article
    }
    return data + writer.bytes
  }

  /// The last article in some bytes; 0 where there is none.
  private static func last(in data: Data) throws -> Int64 {
    var last: Int64 = 0
    try forEach(in: data) { last = $0 }
    return last
  }

  /// Calls `body` with each article in some bytes.
  @inline(__always)
  private static func forEach(in data: Data, _ body: (Int64) -> Void) throws {
    // One byte after the other: some entities have tens of thousands, and most gaps take one byte.
    try data.withUnsafeBytes { bytes in
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
        body(last)
        (value, shift) = (0, 0)
      }
      guard shift == 0 else { throw PackedReader.Damaged() }
    }
  }
}
