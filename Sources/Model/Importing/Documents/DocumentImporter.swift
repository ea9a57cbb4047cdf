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
    var isEmpty = true
    try readTexts(source) { result in
      switch result {
      case .failure(let failure):
        isEmpty = false
        try body(.failure(failure))
      case .success(let text):
        number += 1
        let origin = ArticleOrigin(path: source.path, line: holdsMany ? number : nil)
        if let article = text.article(origin: origin, modified: source.modified) {
          isEmpty = false
          try body(.success(article))
        }
      }
    }
    if isEmpty {
      try body(.failure(ImportFailure(path: source.path, reason: "holds no text to read")))
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
    let shown = blocks.filter { $0.kind != .caption && !$0.line.isEmpty }
    let body = shown.map(\.line).joined(separator: "\n\n")
    var composer = ArticleComposer(
      origin: origin, title: title ?? "", text: body, modified: modified, mends: false)
    composer.source = source.flatMap(ArticleComposer.field)
    composer.url = url.flatMap(ArticleComposer.field)
    guard var article = composer.article() else { return nil }
    if let published { article.date = ArticleDate(seconds: published, origin: .stated) }
    article.author = author.flatMap(ArticleComposer.field)
    article.identifier = identifier.flatMap(ArticleComposer.field)
    article.links = links(in: shown, of: article)
    return article
  }

  /// The most links that are kept of an article.
  private static let mostLinks = 1_000

  /// The links of the blocks that an article shows, where they stand in its text.
  private func links(in shown: [TextBlock], of article: Article) -> [ArticleLink] {
    var start = (title ?? "").unicodeScalars.count + 2
    var links: [ArticleLink] = []
    for block in shown {
      let line = block.line.unicodeScalars.count
      // The mark of a point of a list stands before its text.
      let text = start + line - block.text.unicodeScalars.count
      for link in block.links where links.count < Self.mostLinks {
        guard let address = ArticleComposer.field(link.address) else { continue }
        let lower = article.position(ofOriginal: text + link.range.lowerBound)
        let upper = article.position(ofOriginal: text + link.range.upperBound)
        links.append(
          ArticleLink(address: address, range: lower < upper ? TextRange(lower, upper) : nil))
      }
      start += line + 2
    }
    return links
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

extension Article {
  /// The first position of the text that comes of what stood at `original` or after it.
  ///
  /// Complexity: O(log² *n*).
  fileprivate func position(ofOriginal original: Int) -> Int {
    (0..<text.count).partitioningIndex { offsets.original($0) >= original }
  }
}
