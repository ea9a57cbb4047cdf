import Foundation
import Testing

@testable import Model

/// The bytes of a file beside the tests.
func fixture(_ name: String) throws -> Data {
  try Data(contentsOf: fixtureURL(name))
}

func fixtureURL(_ name: String) throws -> URL {
  let folder = try #require(Bundle.module.resourceURL)
  return folder.appending(path: "Fixtures/importing/\(name)")
}

/// The article read from a text in a file of the given name.
func imported(_ text: String, path: String = "article.txt", modified: Date? = nil) throws -> Article
{
  try imported(Data(text.utf8), path: path, modified: modified)
}

func imported(_ data: Data, path: String = "article.txt", modified: Date? = nil) throws -> Article {
  let articles = try ArticleReader().read(data: data, path: path, modified: modified)
  #expect(articles.count == 1)
  return try #require(articles.first)
}

/// Where a word stands first in a text.
func find(_ word: String, in text: ScalarText) -> TextRange? {
  let wanted = Array(word.unicodeScalars)
  return (0...max(0, text.count - wanted.count)).lazy
    .map { TextRange($0, min(text.count, $0 + wanted.count)) }
    .first { text.slice($0).elementsEqual(wanted) }
}

/// The sentence that says why there is no article; empty if there is one.
func refusal(_ data: Data, path: String = "article.txt") -> String {
  do {
    _ = try ArticleReader().read(data: data, path: path, modified: nil)
    return ""
  } catch {
    return error.description
  }
}

extension ArticleReader {
  /// The articles of `data`, with `path` (`-` for standard input) as their origin.
  ///
  /// - Throws: the first failure if there is no article at all.
  func read(
    data: Data, path: String, modified: Date?
  ) throws(ImportFailure) -> [Article] {
    var articles: [Article] = []
    var failure: ImportFailure?
    read(data: data, path: path, modified: modified) { result in
      switch result {
      case .success(let article): articles.append(article)
      case .failure(let error): failure = failure ?? error
      }
    }
    if articles.isEmpty, let failure { throw failure }
    return articles
  }
}

extension Article {
  /// The paragraphs of a role, each as a string.
  func paragraphs(_ role: Paragraph.Role) -> [String] {
    paragraphs.filter { $0.role == role }.map { text[$0.range] }
  }

  /// The day that the article states, as 2020-08-18; empty where it states none.
  var statedDay: String {
    guard let date, date.origin == .stated else { return "" }
    return String(
      Date(timeIntervalSince1970: TimeInterval(date.seconds)).ISO8601Format().prefix(10))
  }
}

/// A folder that is there for the length of a test.
struct TemporaryFolder: ~Copyable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the folders it needs.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
