import Foundation
import Model

/// The list of sources and what names in it mean.
enum SourceChoice {
  /// The file that lists the sources.
  static var file: SourceListFile {
    SourceListFile(
      path: Configuration.file(nil).deletingLastPathComponent().appending(path: "sources.toml").path
    )
  }

  /// The sources of the list with the settings that hold for them, folders and files by the whole paths
  /// that a library knows them by.
  static func all(in file: SourceListFile = file) throws(ConfigurationError) -> [Source] {
    try file.read().resolvedSources.map { source in
      var source = source
      if source.kind == .path { source.name = source.displayName }
      source.target = source.wholeTarget
      return source
    }
  }

  /// Tells a library what the sources are called, so that queries find their articles by it.
  ///
  /// A list that can't be read is left to who needs it: queries know the former names then.
  static func note(in library: Library) throws {
    guard let sources = try? all() else { return }
    try library.note(sources)
  }
}

extension SourceChoice {
  /// The source that an address of the web, a folder or a file means.
  ///
  /// Of a page that names feeds it is the first of them, of one that names none the page itself.
  ///
  /// - Returns: The source, and the other feeds that the page names, in words.
  /// - Throws: `SourceRefusal` for what is none, an `ImportFailure` where nothing came, and
  ///   `CancellationError`.
  static func found(at target: String) async throws -> (source: Source, others: [String]) {
    guard WebReader.isAddress(target) else {
      let path = URL(filePath: Configuration.path(target)).standardizedFileURL.path
      guard FileManager.default.fileExists(atPath: path) else {
        throw SourceRefusal(
          description: "\(target.displayable) is neither a web address nor a folder or file.")
      }
      let name = URL(filePath: path).lastPathComponent
      return (Source(kind: .path, target: path, name: name), [])
    }
    let response = try await WebAnswer.content(at: target)
    do {
      let feed = try Feed(response)
      let address = response.permanentAddress ?? target
      return (Source(kind: .feed, target: address, name: feed.title), [])
    } catch {
      guard case .page(let title, let feeds) = error else {
        throw SourceRefusal(description: "\(target.displayable) \(error)")
      }
      guard let first = feeds.first else {
        return (Source(kind: .page, target: target, name: title), [])
      }
      // What a page calls its feed is "RSS" as often as not.
      let answer = try? await WebAnswer.content(at: first.address)
      let name = answer.flatMap { (try? Feed($0))?.title } ?? first.title ?? title
      let others = feeds.dropFirst().map { other in
        [other.address, other.title.map { "(\($0))" }].compactMap(\.self)
          .joined(separator: " ").displayable
      }
      return (Source(kind: .feed, target: first.address, name: name), others)
    }
  }
}

/// Why something can't become a source, as a sentence.
struct SourceRefusal: Error, CustomStringConvertible {
  let description: String
}

extension SourceListFile {
  /// Adds a source that the list has not yet.
  func addNew(_ source: Source) throws {
    guard try !read().sources.contains(where: { $0.target == source.target }) else {
      throw SourceRefusal(
        description: "\(source.displayName) is among the sources already.")
    }
    try add(source)
  }
}

extension Source {
  /// What a library knows the source by: its target, of a folder or file the whole path.
  var wholeTarget: String {
    kind == .path
      ? URL(filePath: Configuration.path(target)).standardizedFileURL.path : target
  }
}
