import Foundation

/// The type of the file at a path.
enum FileType {
  case file
  case folder
  case link
  case pipe
  case socket
  case device

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// Why it cannot be read as a file; `nil` if it can.
  var refusal: String? {
    switch self {
    case .file: nil
    case .folder: "is a folder now, not a file; give its path again to read the files in it"
    case .link: "is a link; give the path that it leads to"
    case .pipe: "is a pipe; redirect it to standard input and use the path `-`"
    case .socket: "is a socket, not a file; there is no text in it to read"
    case .device: "is a device, not a file; there is no text in it to read"
    }
  }
}

extension stat {
  /// When the file was last changed.
  var lastModified: Date {
    #if canImport(Darwin)
      let time = st_mtimespec
    #else
      let time = st_mtim
    #endif
    return Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
  }
}
