import Foundation
import Model

/// The file that lists the sources, `sources.toml` in the user's configuration folder.
struct SourceListFile: Sendable {
  /// Where it is.
  let path: String

  /// The largest file that is read.
  static let limit = 8 << 20

  /// Reads the file, which may be absent.
  func read() throws(ConfigurationError) -> SourceList {
    try Self.parse(try readText() ?? "", file: path).checked(file: self)
  }

  /// Adds a source at the end of the file; comments and order stay.
  func add(_ source: Source) throws(ConfigurationError) {
    var text = SourceFileText(try readText() ?? "")
    _ = try Self.parse(text.text, file: path)
    text.append(source)
    // What would not be read again, such as a source listed twice, is not written.
    _ = try Self.parse(text.text, file: path)
    try write(text.text, isSecret: source.holdsPassword)
  }

  /// Removes a source from the file; comments and order of the others stay.
  func remove(_ source: Source) throws(ConfigurationError) {
    var text = SourceFileText(try readText() ?? "")
    var list = try Self.parse(text.text, file: path)
    func isMeant(_ other: Source) -> Bool {
      other.kind == source.kind && other.wholeTarget == source.wholeTarget
    }
    guard let number = list.sources.firstIndex(where: isMeant) else {
      throw ConfigurationError(file: path, "has no source \(source.displayName)")
    }
    list.sources.remove(at: number)
    guard text.remove(at: number), try Self.parse(text.text, file: path) == list else {
      throw ConfigurationError(
        file: path,
        "is written in a way that can't be edited; remove \(source.displayName) by hand")
    }
    try write(text.text, isSecret: false)
  }

  /// Reads a text.
  static func parse(_ text: String, file: String) throws(ConfigurationError) -> SourceList {
    // A key of thousands of dots would nest as many tables.
    guard text.split(whereSeparator: \.isNewline).allSatisfy({ $0.utf8.count <= 16_384 }) else {
      throw ConfigurationError(file: file, "has a line of more than 16384 bytes")
    }
    var reader = SourceListReader(text, file: file)
    let list = reader.read()
    guard reader.mistakes.isEmpty else {
      throw ConfigurationError(mistakes: reader.mistakes.sorted { $0.isBefore($1) })
    }
    return list
  }

  private func readText() throws(ConfigurationError) -> String? {
    let data: Data
    do {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      data = try handle.read(upToCount: Self.limit + 1) ?? Data()
    } catch {
      throw ConfigurationError(file: path, "can't be read: \(error.localizedDescription)")
    }
    guard data.count <= Self.limit else {
      throw ConfigurationError(file: path, "is larger than \(Self.limit >> 20) MiB")
    }
    guard var text = String(validating: data, as: UTF8.self), !text.unicodeScalars.contains("\0")
    else { throw ConfigurationError(file: path, "is not text in UTF-8") }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// Writes the file in one step, so that no reader sees half of it; a link stays a link.
  private func write(_ text: String, isSecret: Bool) throws(ConfigurationError) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let old = try? FileManager.default.attributesOfItem(atPath: target.path)
    let mode = (old?[.posixPermissions] as? NSNumber)?.intValue ?? 0o600
    let folder = target.deletingLastPathComponent()
    let temporary = folder.appending(path: ".sources-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard
        FileManager.default.createFile(
          atPath: temporary.path, contents: Data(text.utf8),
          attributes: [.posixPermissions: isSecret ? 0o600 : mode])
      else { throw CocoaError(.fileWriteUnknown) }
      guard rename(temporary.path, target.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw ConfigurationError(file: path, "can't be written: \(error.localizedDescription)")
    }
  }
}

extension SourceList {
  /// The list, unless a password in it can be read by others.
  fileprivate func checked(file: SourceListFile) throws(ConfigurationError) -> SourceList {
    var status = stat()
    guard holdsPassword, stat(file.path, &status) == 0, status.st_mode & 0o077 != 0 else {
      return self
    }
    throw ConfigurationError(
      file: file.path,
      "holds a password and can be read by others; run `chmod 600 \(file.path)`")
  }
}
