import Foundation

/// A converter from the user's configuration: which files it is for, and the command that turns one
/// into text.
///
/// `/bin/sh` runs the command with the file on its standard input; `$1` is the file's path, for
/// programs that need a name or its ending. What it writes is read like a file of that content.
public struct UserConverter: Hashable, Sendable {
  /// A pattern of the shell for the name of a file, such as `*.ps`, in upper or lower case; one that
  /// holds a slash is for the whole path.
  public var match: String
  /// The command.
  public var run: String

  /// Creates a converter for files that match a pattern.
  public init(match: String, run: String) {
    self.match = match
    self.run = run
  }

  /// Whether the file at `path` is for the converter.
  public func matches(_ path: String) -> Bool {
    let name = match.contains("/") ? path : path.split(separator: "/").last.map(String.init) ?? path
    return fnmatch(match.lowercased(), name.lowercased(), 0) == 0
  }

  /// The text that the command makes of `source`, to be read in its place.
  func converted(_ source: ByteSource) throws(ImportFailure) -> ByteSource {
    let file = try DocumentFile(source)
    let path = source.path == "-" ? DocumentFile.path : source.path
    let shell = Converter(
      program: "/bin/sh", arguments: ["-c", run, "sh", path.hasPrefix("-") ? "./\(path)" : path],
      keepsEnvironment: true)
    do {
      let bytes = try shell.output(of: file)
      return ByteSource(data: Data(bytes), path: source.path, modified: source.modified)
    } catch {
      throw ImportFailure(path: source.path, reason: reason(error))
    }
  }

  private func reason(_ failure: ConverterFailure) -> String {
    guard case .failed(_, let message) = failure else { return failure.reason }
    let command = CleanText.displayed(run)
    return "was not converted by `\(command)`\(message.isEmpty ? "" : " (\(message))"); "
      + "check `run` of the converter for `\(CleanText.displayed(match))` in the configuration"
  }
}
