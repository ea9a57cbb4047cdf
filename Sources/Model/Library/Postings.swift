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

  /// The articles in some bytes.
  static func articles(in data: Data) throws -> [Int64] {
    var reader = PackedReader(data)
    var articles: [Int64] = []
    var last: Int64 = 0
    while !reader.isAtEnd {
      last = last &+ (try reader.readSigned())
      articles.append(last)
    }
    return articles
  }
}
