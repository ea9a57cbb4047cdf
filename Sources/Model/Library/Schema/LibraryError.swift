import Foundation
import GRDB

/// A library can't be opened, read or written.
public enum LibraryError: Error, Hashable, Sendable {
  /// A later version of the program made the library.
  case newerSchema(path: String)
  /// The file is something else, or damaged beyond opening.
  case notALibrary(path: String)
  /// The file or its folder may not be read or written.
  case noPermission(path: String)
  /// The file or its folder may be read but not written.
  case readOnly(path: String)
  /// The disk has no room left.
  case diskFull(path: String)
  /// The disk failed to read or write, or allows no more.
  case diskFailure(path: String)
  /// The file is there already, and is not written over.
  case exists(path: String)
  /// Another program keeps the file locked.
  case locked(path: String)
  /// The file is damaged.
  case damaged(path: String)
  /// Nothing at all can be read of the file.
  case unreadable(path: String)
  /// Anything else, as SQLite or the system tells it.
  case other(path: String, reason: String)
}

extension LibraryError: CustomStringConvertible, LocalizedError {
  /// A sentence for the person at the terminal, with the file and the way out.
  public var description: String {
    switch self {
    case .newerSchema(let path):
      "\(path) was made by a later version of reader. "
        + "Install that version, or choose another library with --library."
    case .notALibrary(let path):
      "\(path) is not a library of reader. Choose another file with --library."
    case .noPermission(let path):
      "\(path) can't be opened for reading and writing. "
        + "Give yourself permission to the file and its folder, or choose another with --library."
    case .readOnly(let path):
      "\(path) can be read but not changed. "
        + "Give yourself permission to write the file and its folder, or choose another library "
        + "with --library."
    case .diskFull(let path):
      "The disk that holds \(path) is full. What was stored before is safe: "
        + "make room and start again."
    case .diskFailure(let path):
      "\(path) could not be read or written: the disk reports an error. What was stored before is "
        + "safe: look at the disk, then start again."
    case .exists(let path):
      "\(path) is there already and is left as it is. Name another file."
    case .locked(let path):
      "\(path) is in use by another program. Wait until it is done, then try again."
    case .damaged(let path):
      "\(path): the library is damaged. `reader recover` saves what can still be read to a new one."
    case .unreadable(let path):
      "Nothing can be read of \(path). `reader restore FILE` puts a backup in its place; without "
        + "one, move it away and import the articles again."
    case .other(let path, let reason):
      "\(path) can't be used as a library: \(reason). Choose another file with --library."
    }
  }

  /// The same sentence.
  public var errorDescription: String? { description }
}

extension LibraryError {
  /// What an error met while using the library at `path` means.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LibraryError:
      self = error
    case let error as DatabaseError:
      self = Self.from(error, path: path)
    case is PackedReader.Damaged, is RowDecodingError:
      self = .damaged(path: path)
    case let error as CocoaError:
      self = Self.from(error, path: path)
    default:
      self = .other(path: path, reason: "\(error)")
    }
  }

  private static func from(_ error: DatabaseError, path: String) -> LibraryError {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notALibrary(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path)
    case .SQLITE_FULL: .diskFull(path: path)
    case .SQLITE_IOERR: .diskFailure(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .noPermission(path: path)
    case .SQLITE_READONLY: .readOnly(path: path)
    default: .other(path: path, reason: error.message ?? error.resultCode.description)
    }
  }

  private static func from(_ error: CocoaError, path: String) -> LibraryError {
    switch error.code {
    case .fileReadNoPermission, .fileWriteNoPermission, .fileWriteVolumeReadOnly:
      .noPermission(path: path)
    case .fileWriteOutOfSpace: .diskFull(path: path)
    default: .other(path: path, reason: error.localizedDescription)
    }
  }
}
