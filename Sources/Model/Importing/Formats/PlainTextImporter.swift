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
    let scalars = try source.text(limit: Self.largestFile).scalars
    let mending = TextMending(for: scalars)
    var composer = ArticleComposer(
      origin: ArticleOrigin(path: source.path),
      text: CleanText(cleaning: mending.mended(scalars)), modified: source.modified)
    composer.repairs = mending.repairs
    guard let article = composer.article() else { throw .blank(path: source.path) }
    return article
  }
}
