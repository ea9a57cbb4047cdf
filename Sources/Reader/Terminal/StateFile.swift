import Foundation
import Model

/// The small files in which the program keeps its state, as JSON.
enum StateFile {
  /// Where a file is kept (XDG Base Directory Specification).
  static func url(_ name: String, environment: [String: String]) -> URL {
    XDGFolder.state.url(in: environment).appending(path: "reader").appending(path: name)
  }

  /// The most bytes of a file that is read; the program writes far fewer.
  private static let limit = 1 << 20

  /// What a file holds; `nil` where there is none, or none that can be read.
  static func load<Value: Decodable>(
    _ name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Value? {
    let file = url(name, environment: environment)
    guard let known = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]),
      known.isRegularFile == true, let size = known.fileSize, size <= limit,
      let data = try? Data(contentsOf: file)
    else { return nil }
    return try? JSONDecoder().decode(Value.self, from: data)
  }

  /// Keeps a value, readable for its owner only.
  static func save(
    _ value: some Encodable, _ name: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let file = url(name, environment: environment)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(value).write(to: file, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }
}
