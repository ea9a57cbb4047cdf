import Foundation
import GRDB

/// Opens the database of a library that is kept, with all its tables, made where they are missing.
struct LibraryOpening {
  /// How long what another program keeps locked is waited for, in seconds.
  static let patience: TimeInterval = 10

  let path: String
  let configuration: Configuration

  /// Opens it.
  ///
  /// SQLite waits for locks by itself, but refuses at once where two programs turn a file to WAL at the
  /// same time, since each would wait for the other; so it is tried again for as long.
  func run() throws -> DatabasePool {
    let end = Date(timeIntervalSinceNow: Self.patience)
    while true {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration)
        try makeTables(in: pool)
        return pool
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) && Date() < end
      {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
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
  private func isCurrent(_ db: Database) throws -> Bool {
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
