import Foundation

/// Reads files with one article as a JSON object on each line.
struct JSONLinesImporter: Importer {
  /// After so many broken lines the rest of them are only counted.
  private static let mostFailures = 1000

  func recognizes(path: String, head: [UInt8]) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return true }
    // Another name does not matter where the first line opens an object and its first member.
    let start = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0x20 || $0 == 0x0A }
    guard start.first == UInt8(ascii: "{") else { return false }
    let member = start.dropFirst().drop { $0 == 0x20 }
    let key = member.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    return member.first == UInt8(ascii: "\"")
      && JSONLinesRecord.keys.contains(String(decoding: key, as: UTF8.self))
  }

  func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    var lines = LineSplitter(source)
    let decoder = JSONDecoder()
    var failures = 0
    while true {
      let line: LineSplitter.Line
      do {
        guard let next = try lines.next() else { break }
        line = next
      } catch {
        return try body(.failure(error))
      }
      guard !line.isBlank else { continue }
      let result = result(of: line, source: source, decoder: decoder)
      if case .failure = result {
        failures += 1
        if failures > Self.mostFailures { continue }
      }
      try body(result)
    }
    if failures > Self.mostFailures {
      let more = failures - Self.mostFailures
      try body(
        .failure(
          ImportFailure(path: source.path, reason: "has \(more) more lines that were not read")))
    }
  }

  private func result(
    of line: LineSplitter.Line, source: ByteSource, decoder: JSONDecoder
  ) -> Result<Article, ImportFailure> {
    func failure(_ reason: String) -> Result<Article, ImportFailure> {
      .failure(ImportFailure(path: source.path, line: line.number, reason: reason))
    }
    guard let bytes = line.bytes else {
      return failure("is longer than \(LineSplitter.longestLine >> 20) MiB; make it shorter")
    }
    let noObject =
      "is not a JSON object; each line must be one, with `title`, `date`, `source`, `url` and `text`"
    guard bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") else {
      return failure(noObject)
    }
    // Decoding and encoding again puts U+FFFD for bytes that are no UTF-8.
    let data = Data(JSONRepair.repaired(String(decoding: bytes, as: UTF8.self).utf8))
    let record: JSONLinesRecord
    do {
      record = try decoder.decode(JSONLinesRecord.self, from: data)
    } catch let mistake as JSONLinesRecord.Mistake {
      return failure(mistake.reason)
    } catch {
      return failure(noObject)
    }
    let origin = ArticleOrigin(path: source.path, line: line.number)
    guard let article = record.article(origin: origin, modified: source.modified) else {
      return failure("has neither a `title` nor a `text`")
    }
    return .success(article)
  }
}
