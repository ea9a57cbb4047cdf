/// Why a file, or a line of one, gave no article.
///
/// Its description is a sentence for the user that names the file and says what to do about it.
public struct ImportFailure: Error, Hashable, Sendable {
  /// The file's path, or `-` for standard input.
  public var path: String
  /// The line of a JSON lines file, counted from 1; `nil` if the whole file was not read.
  public var line: Int?
  /// What happened and what to do, as the rest of a sentence that starts with the file's name.
  public var reason: String

  /// Creates a failure with the rest of the sentence.
  public init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// A failure of a file in which there is no word.
  static func blank(path: String) -> ImportFailure {
    ImportFailure(path: path, reason: "contains only white space; there is nothing to read")
  }
}

extension ImportFailure: CustomStringConvertible {
  /// The whole sentence, free of control characters whatever the file is called.
  public var description: String {
    let name = path == "-" ? "Standard input" : CleanText.displayed(path)
    let place = line.map { "\(name), line \($0)," } ?? name
    return "\(place) \(reason)."
  }
}
