import Foundation

/// A file that may hold articles, as the walk through the folders found it.
public struct SourceFile: Hashable, Sendable {
  /// The path, made of the path that was given and the names of the folders below it; `-` stands
  /// for standard input.
  public var path: String
  /// How many bytes it had when it was found.
  public var size: Int
  /// When it was last changed; `nil` for standard input.
  public var modified: Date?

  /// Makes a file.
  public init(path: String, size: Int, modified: Date?) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}
