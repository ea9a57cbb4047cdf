import Foundation

@testable import Model

/// A folder of its own for one test, removed with it, and imports from it.
final class TestFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Where the test keeps its library.
  var libraryFile: URL { url.appending(path: "data/library.sqlite") }

  /// The folder with the articles.
  var articles: String { url.appending(path: "articles").path }

  /// Writes a file, changed at `day` days after 1 January 2024.
  @discardableResult
  func write(_ text: String, to name: String, day: Int = 0) throws -> String {
    let file = url.appending(path: "articles/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try touch(name, day: day)
    return file.path
  }

  /// Sets a file's date of change.
  func touch(_ name: String, day: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_704_067_200 + Double(day) * 86_400)],
      ofItemAtPath: url.appending(path: "articles/\(name)").path)
  }

  /// Imports some paths, by default all articles of the folder.
  @discardableResult
  func fill(_ library: Library, from paths: [String]? = nil) throws -> ImportReport {
    try ImportJob(library: library, tagger: Self.tagger, resolver: Self.resolver)
      .run(paths: paths ?? [articles])
  }

  static let tagger = FakeTagger(names: [
    "Al-Kazemi": .person, "الكاظمي": .person, "Baghdad": .place, "بغداد": .place,
    "United States": .place, "أمريكا": .place, "Saudi Kingdom": .place, "المملكة": .place,
  ])

  static let resolver = FakeResolver(groups: [
    ["Al-Kazemi", "الكاظمي"], ["Baghdad", "بغداد"], ["United States", "أمريكا"],
    ["Saudi Kingdom", "المملكة"],
  ])
}

extension Library {
  /// The titles in an order.
  func titles(_ order: ArticleOrder) throws -> [String] {
    try summaries(in: 0..<1000, order: order).map(\.title)
  }

  /// The titles that a search finds, in its order.
  func found(_ query: String, order: ArticleOrder = .path) throws -> [String] {
    try search(SearchQuery(query), order: order, limit: 100).hits.map(\.summary.title)
  }

  /// The texts that a search marks in the articles it finds.
  func marked(_ query: String) throws -> [String] {
    try search(SearchQuery(query), order: .path, limit: 100).hits.flatMap { hit in
      let text = try content(of: hit.summary.id)?.article.text
      return hit.ranges.compactMap { text?[$0] }
    }
  }
}
