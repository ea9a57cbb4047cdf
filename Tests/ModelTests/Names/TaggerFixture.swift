import Foundation

@testable import Model

/// The product's tagger, and articles to try it on.
enum TaggerFixture {
  static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Model/Resources")

  /// The tagger that imports use.
  static let quick = Result { try NewsTagger(folder: resources) }
  /// The tagger that reads carefully.
  static let tagger = Result { try NewsTagger(folder: resources, isCareful: true) }
  static let resolver = Result { try NewsResolver(folder: resources) }

  /// An article of some paragraphs.
  static func article(_ lines: [String], language: Language) -> Article {
    var scalars: [Unicode.Scalar] = []
    var paragraphs: [Paragraph] = []
    for line in lines {
      let start = scalars.count
      scalars += Array(line.unicodeScalars)
      paragraphs.append(Paragraph(role: .body, range: TextRange(start, scalars.count)))
      scalars.append("\n")
    }
    return Article(
      origin: ArticleOrigin(path: "-"), text: ScalarText(scalars), paragraphs: paragraphs,
      title: "", language: language)
  }

  /// The names found in some paragraphs, each after the first letters of its kind.
  static func names(_ lines: [String], language: Language) throws -> [String] {
    try names(in: article(lines, language: language))
  }

  /// The names found in an article, each after the first letters of its kind.
  static func names(in article: Article) throws -> [String] {
    try tagger.get().mentions(in: article).map {
      "\($0.kind.rawValue.prefix(3)) \(article.text[$0.range])"
    }
  }
}
