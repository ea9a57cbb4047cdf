import Foundation
import GRDB

/// Copies of a library in one file: made while others use it, and put back in its place.
public enum LibraryBackup {
  /// How many pages are copied at a time; between two, the work can be broken off.
  private static let stride: CInt = 1024

  /// Copies a library as it is at one time to a new file, which its owner alone may read.
  ///
  /// - Parameters:
  ///   - library: The library; others may read and change it meanwhile.
  ///   - url: The file.
  ///   - progress: Called with the share that is done, from 0 to 1.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  public static func make(
    of library: Library, at url: URL, progress: @escaping (Double) -> Void = { _ in }
  ) throws {
    guard !FileManager.default.fileExists(atPath: url.path) else {
      throw LibraryError.exists(path: url.path)
    }
    try Library.wrapping(library.path) { try copy(library.database, to: url, progress) }
  }

  /// Puts a backup in the place of a library.
  ///
  /// - Returns: Where the library is now that was in its place, if there was one.
  /// - Throws: ``LibraryError``; `CancellationError` where the task is cancelled.
  public static func restore(
    _ backup: URL, to url: URL, progress: @escaping (Double) -> Void = { _ in }
  ) throws -> URL? {
    let source = try Library.wrapping(backup.path) {
      let opening = LibraryOpening(path: backup.path, configuration: Library.configuration())
      let source = try opening.asItIs()
      // One that an earlier version made is taken too.
      let isLibrary = try source.read { db in
        try opening.isCurrent(db) || !Schema.migrator.appliedMigrations(db).isEmpty
      }
      guard isLibrary else { throw LibraryError.notALibrary(path: backup.path) }
      let fault = try source.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      guard fault == "ok" else { throw LibraryError.damaged(path: backup.path) }
      return source
    }
    return try Library.wrapping(url.path) {
      let copied = url.appendingPathExtension("restored")
      try? FileManager.default.removeItem(at: copied)
      try copy(source, to: copied, progress)
      let former = try moveAway(url)
      try FileManager.default.moveItem(at: copied, to: url)
      return former
    }
  }

  /// Copies a database to a file that is complete when it gets its name.
  private static func copy(
    _ source: some DatabaseReader, to url: URL, _ progress: @escaping (Double) -> Void
  ) throws {
    try LibraryOpening.makeFolder(of: url)
    let part = url.appendingPathExtension("part")
    try? FileManager.default.removeItem(at: part)
    LibraryOpening.makeFile(at: part.path)
    do {
      let target = try DatabaseQueue(path: part.path)
      try source.backup(to: target, pagesPerStep: stride) { state in
        guard !Task.isCancelled else { throw CancellationError() }
        progress(Double(state.completedPageCount) / Double(max(1, state.totalPageCount)))
      }
      try target.close()
      try FileManager.default.moveItem(at: part, to: url)
    } catch {
      try? FileManager.default.removeItem(at: part)
      throw error
    }
  }

  /// Gives a library another name, unless somebody uses it.
  private static func moveAway(_ url: URL) throws -> URL? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    try close(url)
    var number = 1
    var former = url.appendingPathExtension("before-restore")
    while FileManager.default.fileExists(atPath: former.path) {
      number += 1
      former = url.appendingPathExtension("before-restore-\(number)")
    }
    for suffix in ["", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: url.path + suffix) {
      try FileManager.default.moveItem(atPath: url.path + suffix, toPath: former.path + suffix)
    }
    return former
  }

  /// Writes what stands in the log beside a library into its file; fails where it is in use.
  private static func close(_ url: URL) throws {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(1)
      let queue = try DatabaseQueue(path: url.path, configuration: configuration)
      // SQLite: only who is alone with a database can leave the mode with a log.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
    } catch let error as DatabaseError
      where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
    {
      throw LibraryError.locked(path: url.path)
    } catch is DatabaseError {
      // What can't be opened is moved away as it is.
    }
  }
}
