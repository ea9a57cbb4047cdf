import Foundation
import GRDB

/// The articles and all that is known of them, in an SQLite database.
///
/// All its functions block and may be called from any thread; none should be called from the one
/// that answers keys. Readers never wait for an import into a library on disk.
public final class Library: Sendable {
  let database: any DatabaseWriter
  /// How the library is called in messages.
  let path: String
  /// Whether the library stays after the program; then an article found in two places is listed
  /// once, and paths are kept as absolute ones.
  let isKept: Bool
  /// What was last derived from the articles and entities.
  let derived = DerivedValues()

  /// Makes a library that nothing is kept of.
  ///
  /// It lives in memory, and what does not fit in a file without a name that is gone with it.
  public static func inMemory() throws -> Library {
    let name = "The library in memory"
    return try wrapping(name) {
      var configuration = configuration()
      configuration.prepareDatabase { db in
        try db.execute(
          sql: """
            PRAGMA cache_size = -65536;
            PRAGMA journal_mode = MEMORY;
            PRAGMA synchronous = OFF;
            """)
      }
      // SQLite: an empty name is a private temporary database.
      let queue = try DatabaseQueue(path: "", configuration: configuration)
      try Schema.migrator.migrate(queue)
      return Library(queue, path: name, isKept: false)
    }
  }

  /// Opens the library at `url`; the file and its folders are made where there are none, for their
  /// owner alone.
  ///
  /// A library that may be read only is opened like that, and ``isReadOnly`` says so.
  ///
  /// - Throws: ``LibraryError``.
  public convenience init(at url: URL) throws {
    let path = url.path
    let database = try Self.wrapping(path) {
      try LibraryOpening.makeFolder(of: url)
      return try LibraryOpening(path: path, configuration: Self.configuration()).run()
    }
    self.init(database, path: path, isKept: true)
  }

  /// Whether nothing can be changed in the library, since its file or folder may not be written.
  public var isReadOnly: Bool { database.configuration.readonly }

  /// Rebuilds the full-text indexes if an earlier version of the program made them, which folded text
  /// in another way; until then, a few words are not found.
  ///
  /// It takes about a minute for 100,000 articles, and others read and write meanwhile.
  ///
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  public func refreshIndexes() throws {
    if try !read(IndexStore.isCurrent) { try IndexRebuild(library: self).run() }
  }

  private init(_ database: any DatabaseWriter, path: String, isKept: Bool) {
    self.database = database
    self.path = path
    self.isKept = isKept
  }

  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "reader.library"
    configuration.maximumReaderCount = 3
    configuration.busyMode = .callback(LibraryOpening.waits(afterTries:))
    configuration.prepareDatabase { db in
      db.add(tokenizer: FoldingTokenizer.self)
      try db.execute(sql: "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }
}

extension Library {
  /// Reads from the library; errors are told as ``LibraryError``.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.wrapping(path) { try database.read(body) }
  }

  /// Changes the library in one transaction; errors are told as ``LibraryError``.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard !isReadOnly else { throw LibraryError.readOnly(path: path) }
    return try Self.wrapping(path) { try database.write(body) }
  }

  /// Lets other programs that wait to change the library go first: work of many transactions, one right
  /// after the other, would keep it locked nearly all the time.
  func giveWay() {
    if isKept { Thread.sleep(forTimeInterval: 2 * LibraryOpening.pause) }
  }

  /// Does something with the library at a path; errors are told as ``LibraryError``.
  static func wrapping<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CancellationError {
      throw error
    } catch {
      throw LibraryError(error, path: path)
    }
  }
}
