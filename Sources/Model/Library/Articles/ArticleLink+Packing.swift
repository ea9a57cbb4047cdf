import Foundation

extension ArticleLink {
  /// The links' bytes: for each where it stands, counted from 1 and 0 where it stands nowhere, how long it
  /// is, and where it leads; `nil` for none.
  static func packed(_ links: [ArticleLink]) -> [UInt8]? {
    guard !links.isEmpty else { return nil }
    var writer = PackedWriter()
    writer.write(links.count)
    for link in links {
      writer.write(link.range.map { $0.lowerBound + 1 } ?? 0)
      writer.write(link.range?.count ?? 0)
      writer.write(link.address)
    }
    return writer.bytes
  }

  /// Reads the links of a text of `count` scalars.
  static func all(in data: Data, count: Int) throws -> [ArticleLink] {
    var reader = PackedReader(data)
    return try (0..<reader.readCount()).map { _ in
      let start = try reader.readInt()
      let length = try reader.readInt()
      let address = try reader.readString()
      guard start > 0 else { return ArticleLink(address: address) }
      guard start - 1 <= count, length <= count - (start - 1) else { throw PackedReader.Damaged() }
      return ArticleLink(address: address, range: TextRange(start - 1, start - 1 + length))
    }
  }
}
