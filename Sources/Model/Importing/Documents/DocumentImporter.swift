import Foundation

/// Reads the articles of one format that has a structure of its own.
protocol DocumentImporter: Importer {
  /// Hands the articles of `source`, or why there are none, to `body`, one at a time and in order.
  ///
  /// Only errors of `body` are thrown; errors of the source are failures passed to `body`.
  func readTexts(
    _ source: ByteSource, body: (Result<StructuredText, ImportFailure>) throws -> Void
  ) rethrows

  /// Whether a file may hold several articles, so that each is known by its number in it.
  var holdsMany: Bool { get }
}

extension DocumentImporter {
  var holdsMany: Bool { false }

  func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    var number = 0
    try readTexts(source) { result in
      switch result {
      case .failure(let failure): try body(.failure(failure))
      case .success(let text):
        number += 1
        let origin = ArticleOrigin(path: source.path, line: holdsMany ? number : nil)
        if let article = text.article(origin: origin, modified: source.modified) {
          try body(.success(article))
        } else if !holdsMany {
          try body(.failure(ImportFailure(path: source.path, reason: "holds no text to read")))
        }
      }
    }
  }
}

/// Reads a format whose files are one article, or few enough to be held in memory.
protocol WholeDocumentImporter: DocumentImporter {
  /// The articles of `source`.
  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText]
}

extension WholeDocumentImporter {
  func readTexts(
    _ source: ByteSource, body: (Result<StructuredText, ImportFailure>) throws -> Void
  ) rethrows {
    let found: Result<[StructuredText], ImportFailure>
    do {
      found = .success(try articles(in: source))
    } catch {
      found = .failure(error)
    }
    switch found {
    case .failure(let failure): try body(.failure(failure))
    case .success(let articles):
      for article in articles { try body(.success(article)) }
    }
  }
}

extension StructuredText {
  /// The article; `nil` where there is neither a title nor a text.
  ///
  /// The text that offsets lead back to is the title and the blocks, each after an empty line.
  func article(origin: ArticleOrigin, modified: Date?) -> Article? {
    let body = blocks.filter { $0.kind != .caption }.map(\.line).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
    var composer = ArticleComposer(
      origin: origin, title: title ?? "", text: body, modified: modified, mends: false)
    composer.source = source.flatMap(ArticleComposer.field)
    composer.url = url.flatMap(ArticleComposer.field)
    guard var article = composer.article() else { return nil }
    if let published { article.date = ArticleDate(seconds: published, origin: .stated) }
    article.author = author.flatMap(ArticleComposer.field)
    article.identifier = identifier.flatMap(ArticleComposer.field)
    article.links = blocks.flatMap(\.links).compactMap { ArticleComposer.field($0.address) }
    return article
  }
}

extension TextBlock {
  /// The block as a paragraph; a point of a list has its mark before it.
  fileprivate var line: String {
    switch kind {
    case .item(_, let number?): "\(number). \(text)"
    case .item(_, nil): "\u{2022} \(text)"
    default: text
    }
  }
}
