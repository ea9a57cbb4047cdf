/// What the program was asked to open.
enum Opening: Hashable, Sendable {
  /// Files, folders or standard input: nothing is kept.
  case paths([String])
  /// The library kept in a file.
  case library(String)
}
