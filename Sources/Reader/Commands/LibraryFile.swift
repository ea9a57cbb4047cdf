import Foundation
import Model

/// Where the library is kept.
enum LibraryFile {
  /// The file to use: the one named, else the one in the user's data folder.
  static func url(_ named: String?) -> URL {
    if let named { return URL(filePath: named) }
    let environment = ProcessInfo.processInfo.environment
    let data: URL
    if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
      data = URL(filePath: folder)
    } else {
      // The XDG rule speaks of $HOME; the system's idea of it is for where that is not set.
      let home = environment["HOME"].map { URL(filePath: $0) }
      data = (home ?? FileManager.default.homeDirectoryForCurrentUser)
        .appending(path: ".local/share")
    }
    return data.appending(path: "reader/library.sqlite")
  }

  /// Opens the library, making it where there is none.
  static func open(_ named: String?) throws -> Library {
    let library = try Library(at: url(named))
    try library.refreshIndexes()
    return library
  }
}
