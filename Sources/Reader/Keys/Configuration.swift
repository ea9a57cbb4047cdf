/// What the reader configured: settings and keys.
struct Configuration: Hashable, Sendable {
  /// The settings.
  var settings = Settings()
  /// The keys.
  var keymap = Keymap.standard
}

/// What is wrong with a file of configuration.
struct ConfigurationError: Error, CustomStringConvertible {
  /// A mistake and where it stands.
  struct Mistake: Hashable, Sendable {
    /// The line, counted from 1, where it is known.
    var line: Int?
    /// The column, counted from 1.
    var column = 1
    /// What is wrong.
    var text: String
  }

  /// The path of the file.
  let path: String
  /// All mistakes, in the order of the file.
  let mistakes: [Mistake]

  var description: String {
    mistakes.map { mistake in
      let place = mistake.line.map { "\(path):\($0):\(mistake.column)" } ?? path
      return "\(place): \(mistake.text)"
    }.joined(separator: "\n")
  }
}
