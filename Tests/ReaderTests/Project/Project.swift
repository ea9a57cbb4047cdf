import Foundation

/// The project's own files, which the tests of this folder check.
enum Project {
  /// The folder that Package.swift is in.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  /// A text file, with its path from the root.
  struct File {
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules that the file imports.
    var imports: [Substring] {
      lines.filter { $0.contains(#/^(@\w+ )?(\w+ )?import /#) }
        .compactMap { $0.split(separator: " ").last }
    }
  }

  /// The files under a folder whose names end in `suffix`, in the order of their paths.
  static func files(under folder: String, suffix: String) throws -> [File] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(suffix) && !$0.contains(".build/") }
      .sorted()
      .map { try file(folder.isEmpty ? $0 : "\(folder)/\($0)") }
  }

  /// The file at a path from the root.
  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// Every Swift source, tests included.
  static func swiftFiles() throws -> [File] {
    try files(under: "Sources", suffix: ".swift") + files(under: "Tests", suffix: ".swift")
  }
}
