import Foundation
import Model

/// What a person configured: settings and keys.
struct Configuration: Hashable, Sendable {
  /// The settings.
  var settings = Settings()
  /// The keys.
  var keymap = Keymap.standard
  /// The user's own converters of documents, which are asked in this order.
  var converters: [UserConverter] = []

  /// The largest file that is read.
  static let limit = 256 << 10

  /// The file to use: the one named, else the one in the user's configuration folder.
  static func file(
    _ named: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL {
    if let named { return URL(filePath: path(named, environment: environment)) }
    return XDGFolder.configuration.url(in: environment).appending(path: "reader/config.toml")
  }

  /// A path as it is written in a configuration or on the command line of the program, with what
  /// `~/` stands for.
  static func path(
    _ written: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    guard written.hasPrefix("~/"), let home = environment["HOME"] else { return written }
    return home + written.dropFirst()
  }

  /// Reads the file named, or the user's, which may be absent.
  static func read(
    _ named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ConfigurationError) -> Configuration {
    let path = file(named, environment: environment).path
    let name = named ?? path
    var status = stat()
    guard stat(path, &status) == 0 else {
      if named == nil, errno == ENOENT || errno == ENOTDIR { return Configuration() }
      throw ConfigurationError(file: name, "can't be opened: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError(file: name, "is not a file")
    }
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      data = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
      let reason =
        code.domain == NSPOSIXErrorDomain
        ? String(cString: strerror(Int32(code.code))) : error.localizedDescription
      throw ConfigurationError(file: name, "can't be read: \(reason)")
    }
    return try Configuration(parsing: data, file: name)
  }

}

extension Configuration {
  /// Reads the bytes of a file.
  init(parsing data: Data, file: String) throws(ConfigurationError) {
    guard data.count <= Self.limit else {
      throw ConfigurationError(file: file, "is larger than \(Self.limit >> 10) KiB")
    }
    guard var text = String(validating: data, as: UTF8.self), !text.unicodeScalars.contains("\0")
    else { throw ConfigurationError(file: file, "is not text in UTF-8") }
    // A key of thousands of dots would nest as many tables.
    guard text.split(whereSeparator: \.isNewline).allSatisfy({ $0.utf8.count <= 4_096 }) else {
      throw ConfigurationError(file: file, "has a line of more than 4096 bytes")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var reader = ConfigurationReader(text, file: file)
    self = reader.read()
    guard reader.mistakes.isEmpty else {
      throw ConfigurationError(mistakes: reader.mistakes.sorted { $0.isBefore($1) })
    }
  }
}

/// The mistakes of a configuration, all that were found.
struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One mistake.
  struct Mistake: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named.
    let file: String
    /// Where in the file, unless it is all of it.
    let position: TOMLPositions.Position?
    /// What is wrong.
    let message: String

    /// The mistake in a line: `config.toml:12:3: there is no setting mesure; did you mean measure?`.
    var description: String {
      let place = position.map { ":\($0.line):\($0.column):" } ?? ""
      return "\(file)\(place) \(message)".displayable
    }

    /// Whether it stands earlier in the file.
    func isBefore(_ other: Mistake) -> Bool {
      guard let position, let place = other.position else { return position == nil }
      return position < place
    }
  }

  /// The mistakes in the order of the file, never none.
  let mistakes: [Mistake]

  /// Makes an error of mistakes.
  init(mistakes: [Mistake]) {
    self.mistakes = mistakes
  }

  /// Makes an error about a whole file.
  init(file: String, _ message: String) {
    mistakes = [Mistake(file: file, position: nil, message: message)]
  }

  /// A line for each mistake.
  var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
