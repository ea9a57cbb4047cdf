import Foundation

/// Judgements as a file: one JSON object a line, in the order in which they were made.
///
/// ```
/// {"judgement":"same","kind":"person","name":"Al-Kazemi","article":"9f86d081884c7d65",
///  "other":{"kind":"person","name":"Mustafa Al-Kazemi"}}
/// {"judgement":"rename","kind":"place","name":"Peking","as":"Beijing"}
/// {"judgement":"kind","kind":"place","name":"Ajax","as":"organization"}
/// {"judgement":"hide","kind":"person","name":"Read More"}
/// {"judgement":"spans","kind":"person","name":"Hela Moyes Karim Bello",
///  "spans":["Hela Moyes","Karim Bello"]}
/// ```
///
/// `judgement` is same, different, unsure, rename, kind, hide or spans; `kind` is person, place or
/// organization; `spans` are the names that stand where `name` does; `article` is the digest of the one
/// text that is meant, in hexadecimal, and absent where the name is meant everywhere.
public enum JudgementFile {
  /// A file can't be read as judgements.
  public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
    /// The file.
    public var path: String
    /// The line at fault, counted from 1; 0 where it is the whole file.
    public var line: Int

    /// A sentence for the person at the terminal.
    public var description: String {
      line == 0
        ? "\(path) can't be read. Name a file that `reader judgements export` wrote."
        : "\(path), line \(line), is no judgement; nothing was imported. Mend or remove the line, "
          + "then try again."
    }

    /// The same sentence.
    public var errorDescription: String? { description }
  }

  /// A file can't be written.
  public struct Unwritable: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String

    /// Makes the error.
    public init(path: String) {
      self.path = path
    }

    /// A sentence for the person at the terminal.
    public var description: String {
      "\(path) can't be written. Name another file, or give yourself permission to its folder."
    }
  }

  /// The largest file that is read, in bytes.
  private static let limit = 1 << 28

  /// The text of a file with some judgements.
  public static func text(of judgements: [Judgement]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = ""
    for judgement in judgements {
      text +=
        String(decoding: try encoder.encode(Line(judgement)), as: UTF8.self).withEscapesInJSON
        + "\n"
    }
    return text
  }

  /// The judgements in a file; empty lines are passed over.
  ///
  /// - Throws: ``Unreadable``.
  public static func judgements(at url: URL) throws -> [Judgement] {
    guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= limit,
      let data = try? Data(contentsOf: url)
    else { throw Unreadable(path: url.path, line: 0) }
    return try judgements(in: data, path: url.path)
  }

  /// The judgements in the bytes of a file.
  static func judgements(in data: Data, path: String) throws -> [Judgement] {
    let decoder = JSONDecoder()
    var judgements: [Judgement] = []
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
      guard let decoded = try? decoder.decode(Line.self, from: Data(line)),
        let judgement = decoded.judgementMade
      else { throw Unreadable(path: path, line: number + 1) }
      judgements.append(judgement)
    }
    return judgements
  }

  /// A line of the file.
  private struct Line: Codable {
    struct Name: Codable {
      var kind: EntityKind
      var name: String
      var article: String?
    }

    var judgement: String
    var kind: EntityKind
    var name: String
    var article: String?
    var other: Name?
    var `as`: String?
    var spans: [String]?

    init(_ judgement: Judgement) {
      let name = judgement.names[0]
      self.judgement = judgement.verdict
      kind = name.kind
      self.name = name.text
      article = Self.hexadecimal(name.article)
      if judgement.names.count > 1 {
        let name = judgement.names[1]
        other = Name(
          kind: name.kind, name: name.text, article: Self.hexadecimal(name.article))
      }
      switch judgement {
      case .rename(_, let text): self.as = text
      case .kind(_, let kind): self.as = kind.rawValue
      case .spans(_, let parts): spans = parts
      case .same, .different, .unsure, .hide: break
      }
    }

    /// The judgement of the line; `nil` where it is none.
    var judgementMade: Judgement? {
      guard let left = Self.judged(Name(kind: kind, name: name, article: article)) else {
        return nil
      }
      var right: JudgedName?
      if let other {
        guard let name = Self.judged(other) else { return nil }
        right = name
      }
      let shown = self.as.map(CleanText.displayed)
      if shown?.isEmpty == true { return nil }
      return Judgement(
        verdict: judgement, name: left, other: right, text: shown,
        kind: shown.flatMap(EntityKind.init), parts: (spans ?? []).map(CleanText.displayed)
      )?.cleaned
    }

    /// A name with what could harm a terminal taken out; `nil` where nothing is left.
    private static func judged(_ name: Name) -> JudgedName? {
      let text = CleanText.displayed(name.name)
      guard !text.isEmpty else { return nil }
      guard let digits = name.article else { return JudgedName(kind: name.kind, text: text) }
      guard let bits = UInt64(digits, radix: 16) else { return nil }
      return JudgedName(kind: name.kind, text: text, article: Int64(bitPattern: bits))
    }

    private static func hexadecimal(_ digest: Int64?) -> String? {
      digest.map { String(UInt64(bitPattern: $0), radix: 16) }
    }
  }
}
