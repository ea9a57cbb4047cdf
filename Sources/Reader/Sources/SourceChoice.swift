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

extension Source {
  /// What a library knows the source by: its target, of a folder or file the whole path.
  var wholeTarget: String {
    kind == .path
      ? URL(filePath: Configuration.path(target)).standardizedFileURL.path : target
  }
}
