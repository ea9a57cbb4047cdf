import Foundation

/// The names that a file watches for.
public struct WatchList: Hashable, Sendable {
  /// The names in the order of the file.
  public var names: [WatchedName]
  /// How many entries of the file name nothing that texts are searched for: ships, passports.
  public var passedOver = 0

  /// Creates a list of names.
  public init(names: [WatchedName], passedOver: Int = 0) {
    self.names = names
    self.passedOver = passedOver
  }
}

/// Reads lists of names: a table (RFC 4180) with a `name` column, entities of FollowTheMoney as JSON lines,
/// or a name a line.
///
/// Entries may be in either script. What is wrong is an ``ImportFailure`` that names the file and line.
public struct WatchListReader: Sendable {
  /// The most bytes of a table or plain list, and the most names of any list.
  private static let largest = 64 << 20
  static let most = 1_000_000

  private let path: String

  /// Prepares to read the file at a path; `-` is standard input.
  public init(path: String) {
    self.path = path
  }

  /// Reads the list.
  ///
  /// Complexity: O(*n*) in the length of the file.
  public func read() throws(ImportFailure) -> WatchList {
    let source =
      path == "-"
      ? ByteSource(descriptor: STDIN_FILENO, path: path, modified: nil)
      : try ByteSource(opening: SourceFile(path: path, size: 0, modified: nil))
    let head = try source.head()
    let first = head.first { $0 > 0x20 && !TextEncoding.utf8.byteOrderMark.contains($0) }
    guard first != UInt8(ascii: "[") else {
      throw ImportFailure(
        path: path,
        reason: "is JSON, but not an entity a line; convert it with `jq -c '.[]'` first")
    }
    let list =
      first == UInt8(ascii: "{")
      ? try entities(in: source) : try Self.list(of: try scalars(in: source), path: path)
    guard !list.names.isEmpty else {
      throw ImportFailure(
        path: path,
        reason: "has no names to watch for; give it a name a line, a table with a column called "
          + "name, or FollowTheMoney entities")
    }
    return list
  }

  private func scalars(in source: ByteSource) throws(ImportFailure) -> [Unicode.Scalar] {
    var bytes: [UInt8] = []
    while let piece = try source.next() {
      bytes += piece
      guard bytes.count <= Self.largest else {
        throw ImportFailure(
          path: path,
          reason: "is larger than \(Self.largest >> 20) MiB; split it, for example with "
            + "`split -C \(Self.largest >> 20)M`")
      }
    }
    do {
      return try DecodedText(bytes).scalars
    } catch {
      throw ImportFailure(path: path, reason: error.reason)
    }
  }

  // MARK: - Tables and plain lists

  /// Reads a table or a plain list, whichever the first line shows it to be.
  static func list(of scalars: [Unicode.Scalar], path: String) throws(ImportFailure) -> WatchList {
    for separator in [",", ";", "\t"] as [Unicode.Scalar] {
      var scanner = CSVScanner(scalars, separator: separator)
      if let header = try? scanner.next(), let columns = Columns(header.fields) {
        return try table(&scanner, columns, path: path)
      }
    }
    guard !path.lowercased().hasSuffix(".csv") else {
      throw ImportFailure(
        path: path, line: 1,
        reason: "has no column called name; write the names of the columns into the first line")
    }
    var list = WatchList(names: [])
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let text = String(String.UnicodeScalarView(line))
      guard let name = WatchedName(names: [text]) else { continue }
      try append(name, to: &list, path: path, line: number + 1)
    }
    return list
  }

  /// The columns of a table that are read.
  private struct Columns {
    var name: Int
    var id: Int?
    var aliases: Int?
    var kind: Int?

    /// Finds them in the first record; `nil` where there is none for names.
    init?(_ header: [String]) {
      let titles = header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
      func column(_ wanted: String...) -> Int? { titles.firstIndex(where: wanted.contains) }
      guard let name = column("name") else { return nil }
      self.name = name
      id = column("id")
      aliases = column("aliases", "alias")
      kind = column("kind", "schema")
    }
  }

  private static func table(
    _ scanner: inout CSVScanner, _ columns: Columns, path: String
  ) throws(ImportFailure) -> WatchList {
    var list = WatchList(names: [])
    while let record = try nextRecord(&scanner, path: path) {
      guard !record.isBlank else { continue }
      func field(_ column: Int?) -> String {
        column.flatMap { record.fields.indices.contains($0) ? record.fields[$0] : nil } ?? ""
      }
      guard record.fields.indices.contains(columns.name) else {
        throw ImportFailure(
          path: path, line: record.line,
          reason: "has \(record.fields.count) columns, too few to have a name; mend the line")
      }
      let kind = WatchedKind(field(columns.kind))
      let aliases = field(columns.aliases).split(whereSeparator: { ";|\n".contains($0) })
      guard kind != .unsought,
        let name = WatchedName(
          id: field(columns.id), names: [field(columns.name)] + aliases.map(String.init),
          kind: kind.kind)
      else {
        list.passedOver += 1
        continue
      }
      try append(name, to: &list, path: path, line: record.line)
    }
    return list
  }

  private static func nextRecord(
    _ scanner: inout CSVScanner, path: String
  ) throws(ImportFailure) -> CSVScanner.Record? {
    do {
      return try scanner.next()
    } catch {
      throw ImportFailure(
        path: path, line: error.line,
        reason: "opens a quote that nothing closes; write a quote inside a field twice")
    }
  }

  private static func append(
    _ name: WatchedName, to list: inout WatchList, path: String, line: Int
  ) throws(ImportFailure) {
    guard list.names.count < most else {
      throw ImportFailure(
        path: path, line: line,
        reason: "is beyond \(most) names, the limit of a list; split the file")
    }
    list.names.append(name)
  }

  // MARK: - FollowTheMoney

  /// An entity of FollowTheMoney, as OpenSanctions and Aleph write them.
  private struct Entity: Decodable {
    struct Properties: Decodable {
      var name: [String]?
      var alias: [String]?
      var weakAlias: [String]?

      /// All names, the weakest last.
      var names: [String] { (name ?? []) + (alias ?? []) + (weakAlias ?? []) }
    }

    var id: String?
    var schema: String
    var properties: Properties
  }

  private func entities(in source: ByteSource) throws(ImportFailure) -> WatchList {
    let decoder = JSONDecoder()
    var list = WatchList(names: [])
    var lines = LineSplitter(source)
    while let line = try lines.next() {
      guard !line.isBlank else { continue }
      guard let bytes = line.bytes, let entity = try? decoder.decode(Entity.self, from: Data(bytes))
      else {
        throw ImportFailure(
          path: path, line: line.number,
          reason: "is no entity of FollowTheMoney, which has schema and properties; "
            + "mend or remove the line")
      }
      let kind = WatchedKind(entity.schema)
      guard kind != .unsought,
        let name = WatchedName(id: entity.id, names: entity.properties.names, kind: kind.kind)
      else {
        list.passedOver += 1
        continue
      }
      try Self.append(name, to: &list, path: path, line: line.number)
    }
    return list
  }
}
