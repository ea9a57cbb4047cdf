/// Reads a text file as one article.
struct PlainTextImporter: Importer {
  /// The most bytes that are read as one article: some dozen long books.
  static let largestFile = 16 << 20

  func recognizes(path: String, head: [UInt8]) -> Bool {
    true
  }

  func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    let result: Result<Article, ImportFailure>
    do {
      result = .success(try article(in: source))
    } catch {
      result = .failure(error)
    }
    try body(result)
  }

  private func article(in source: ByteSource) throws(ImportFailure) -> Article {
    let bytes = try source.all(limit: Self.largestFile)
    let text: CleanText
    do {
      text = CleanText(cleaning: try DecodedText(bytes).scalars)
    } catch {
      throw ImportFailure(path: source.path, reason: error.reason)
    }
    let composer = ArticleComposer(
      origin: ArticleOrigin(path: source.path), text: text, modified: source.modified)
    guard let article = composer.article() else {
      throw ImportFailure(
        path: source.path, reason: "contains only white space; there is nothing to read")
    }
    return article
  }
}
