import Foundation

/// The articles of an entity, packed: their numbers ascending, each as the distance to the one
/// before.
enum Postings {
  /// The bytes of some articles in ascending order.
  static func packed(_ articles: some Sequence<Int64>) -> [UInt8] {
    var writer = PackedWriter()
    var last: Int64 = 0
    for article in articles {
      writer.writeSigned(article &- last)
      last = article
    }
    return writer.bytes
  }

  /// How many articles some bytes hold.
  static func count(in bytes: some Sequence<UInt8>) -> Int {
    // The last byte of every number is below 128.
    bytes.reduce(0) { $1 < 0x80 ? $0 + 1 : $0 }
  }

  /// The articles in some bytes.
  static func articles(in data: Data) throws -> [Int64] {
    var articles: [Int64] = []
    articles.reserveCapacity(data.count)
    try forEach(in: Array(data)[...]) { articles.append($0) }
    return articles
  }

  /// The bytes of some articles and more, ascending: they are lengthened where these come after those.
  static func adding(_ more: [Int64], to data: Data) throws -> Data {
    guard let first = more.first else { return data }
    var last = try last(in: data)
    guard first > last || data.isEmpty else {
      return try Data(packed(Set(articles(in: data)).union(more).sorted()))
    }
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
    try forEach(in: Array(data)[...]) { last = $0 }
    return last
  }

  /// Calls `body` with each article in some bytes.
  @inline(__always)
  static func forEach(in bytes: ArraySlice<UInt8>, _ body: (Int64) -> Void) throws {
    var reader = PackedReader(bytes)
    var last: Int64 = 0
    while !reader.isAtEnd {
      last = last &+ (try reader.readSigned())
      body(last)
    }
  }
}
