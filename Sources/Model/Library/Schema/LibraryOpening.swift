import Foundation
import GRDB

/// Opens the database of a library that is kept, with all its tables, made where they are missing.
struct LibraryOpening {
  /// How long what another program keeps locked is waited for, in seconds: longer than any of its steps
  /// takes on a busy machine.
  static let patience: TimeInterval = 60
  /// How long to wait before asking again for what another program keeps locked, in seconds.
  ///
  /// SQLite's own waiting asks ten times a second only, and misses the moment between two steps.
  static let pause: TimeInterval = 0.01

  let path: String
  let configuration: Configuration

  /// Opens it.
  ///
  /// SQLite waits for locks by itself, but refuses at once where two programs turn a file to WAL at the
  /// same time, since each would wait for the other; so it is tried again for as long.
  func run() throws -> DatabasePool {
    if isReadOnly { return try readOnly() }
    // SQLite gives the files beside it the same permissions.
    Self.makeFile(at: path)
    let end = Date(timeIntervalSinceNow: Self.patience)
    while true {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration)
        try makeTables(in: pool)
        return pool
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) && Date() < end
      {
        Thread.sleep(forTimeInterval: Self.pause)
      }
    }
  }

  /// Waits a little for what another program keeps locked, unless that was done often enough.
  static func waits(afterTries tries: Int) -> Bool {
    guard Double(tries) * pause < patience else { return false }
    Thread.sleep(forTimeInterval: pause)
    return true
  }

  /// Makes the folder of a file with those above it, for its owner alone, where they are missing.
  static func makeFolder(of url: URL) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  /// Makes an empty file for its owner alone where there is none; SQLite says why it can't be used.
  static func makeFile(at path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether the file is there, and it or its folder may not be written: SQLite keeps files beside it.
  private var isReadOnly: Bool {
    access(path, F_OK) == 0 && !(Self.isWritable(path) && Self.isWritable(folder))
  }

  private var folder: String { URL(filePath: path).deletingLastPathComponent().path }

  /// Whether a file may be written; who may write everything leaves alone what nobody is to write.
  private static func isWritable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, access(path, W_OK) == 0 else { return false }
    return status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) != 0
  }

  /// Opens a library for reading, which has to have all tables.
  private func readOnly() throws -> DatabasePool {
    let pool = try asItIs()
    guard try pool.read(isCurrent) else { throw LibraryError.readOnly(path: path) }
    return pool
  }

  /// Opens a database for reading, whatever it holds; no file is changed, and none made where that can
  /// be helped.
  func asItIs() throws -> DatabasePool {
    var configuration = configuration
    configuration.readonly = true
    // SQLite makes files for those who read at the same time, unless it is told that nobody writes.
    let isStill = ["-wal", "-shm"].allSatisfy { access(path + $0, F_OK) != 0 }
    let address = URL(filePath: path).absoluteString + "?immutable=1"
    return try DatabasePool(path: isStill ? address : path, configuration: configuration)
  }

  private func makeTables(in pool: DatabasePool) throws {
    while try !pool.read(isCurrent) {
      let known = try pool.read(Schema.migrator.appliedMigrations).count
      do {
        try Schema.migrator.migrate(pool)
      } catch {
        // Another program that was started at the same time may have made the same tables first.
        guard try pool.read(Schema.migrator.appliedMigrations).count > known else { throw error }
      }
    }
  }

  /// Whether a database has all tables; it may be empty, but not another program's.
  func isCurrent(_ db: Database) throws -> Bool {
    let migrator = Schema.migrator
    if try migrator.hasBeenSuperseded(db) { throw LibraryError.newerSchema(path: path) }
    if try migrator.hasCompletedMigrations(db) { return true }
    if try !migrator.appliedMigrations(db).isEmpty { return false }
    // The list of migrations may be all that a program which was killed has made.
    let sql = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
    let tables = try Int.fetchOne(db, sql: sql) ?? 0
    if tables > 0 { throw LibraryError.notALibrary(path: path) }
    return false
  }
}
