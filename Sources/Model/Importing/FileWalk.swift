import Foundation

/// Finds the files under paths, in an order that depends on nothing but their names.
struct FileWalk {
  /// The identity of a folder, whatever path led to it.
  private struct FolderIdentity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// Whether links in folders are followed.
  let followsLinks: Bool
  private(set) var files: [SourceFile] = []
  private(set) var failures: [ImportFailure] = []

  /// Starts a walk.
  init(followsLinks: Bool) {
    self.followsLinks = followsLinks
  }

  /// Adds the file at `path` or all files below it.
  ///
  /// A folder is walked in the order of the names' UTF-8 bytes. Hidden files and folders are left out,
  /// and no folder is entered twice, so circular links end. The walk ends early if the task is
  /// cancelled.
  mutating func add(_ path: String) {
    guard path != "-" else {
      files.append(SourceFile(path: "-", size: 0, modified: nil))
      return
    }
    guard !PageAddress.isAbsolute(path) else {
      files.append(SourceFile(path: path, size: 0, modified: nil))
      return
    }
    var entered: Set<FolderIdentity> = []
    var waiting = [path]
    while !Task.isCancelled, let next = waiting.popLast() {
      var status = stat()
      let isFollowed = followsLinks || next == path
      let bytes = FileName.bytes(next)
      guard (isFollowed ? stat(bytes, &status) : lstat(bytes, &status)) == 0 else {
        failures.append(ImportFailure(path: next, reason: missing(next, code: errno)))
        continue
      }
      switch FileType(status) {
      case .file:
        files.append(
          SourceFile(path: next, size: Int(status.st_size), modified: status.lastModified))
      case .folder:
        let identity = FolderIdentity(
          device: UInt64(truncatingIfNeeded: status.st_dev),
          number: UInt64(truncatingIfNeeded: status.st_ino))
        guard entered.insert(identity).inserted else { continue }
        waiting += contents(of: next).reversed()
      case .link: continue
      case let other:
        failures.append(ImportFailure(path: next, reason: other.refusal ?? "is not a file"))
      }
    }
  }

  private mutating func contents(of folder: String) -> [String] {
    guard let names = FileName.names(in: folder) else {
      failures.append(
        ImportFailure(
          path: folder,
          reason: "is a folder that cannot be listed: permission denied; change that with `chmod`"))
      return []
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { prefix + $0 }
  }

  private func missing(_ path: String, code: Int32) -> String {
    // An argument has U+FFFD for bytes that are not UTF-8; no such file is found then.
    if code == ENOENT, path.unicodeScalars.contains("\u{FFFD}") {
      return "has a name that is not UTF-8; give the folder that it is in"
    }
    return SystemError.reason(code)
  }
}

/// A file that may contain articles, as it was found in its folder.
public struct SourceFile: Hashable, Sendable {
  /// The given path with the names of the folders below it appended, `-` for standard input, or an
  /// address of the web.
  public var path: String
  /// How many bytes it had when it was found.
  public var size: Int
  /// When it was last changed; `nil` for standard input and what is on the web.
  public var modified: Date?

  /// Creates a file with its size and the time of its last change.
  public init(path: String, size: Int, modified: Date?) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}
