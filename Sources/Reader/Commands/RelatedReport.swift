import Model

/// What `reader related` prints.
struct RelatedReport: Encodable {
  /// An article, once for every place it was read from.
  struct Article: Encodable {
    let path: String
    let line: Int?
    let related: [Related]
  }

  /// An article that tells of the same.
  struct Related: Encodable {
    let path: String
    let line: Int?
    let score: Double
  }

  let articles: [Article]

  /// Compares all articles of a library.
  init(of library: Library, limit: Int) throws {
    var origins: [(article: ArticleID, origins: [ArticleOrigin])] = []
    try library.forEachOrigin { origins.append(($0, $1)) }
    let places = Dictionary(uniqueKeysWithValues: origins.map { ($0.article, $0.origins) })
    articles = try origins.flatMap { article, origins in
      let related = try library.related(to: article, limit: limit)
      return origins.map { origin in
        // The article's other places hold the very same.
        let copies = origins.filter { $0 != origin }.map { ($0, 1.0) }
        let others = related.flatMap { one in
          (places[one.article] ?? []).map { ($0, (one.score * 10_000).rounded() / 10_000) }
        }
        return Article(
          path: origin.path, line: origin.line,
          related: (copies + others).prefix(limit).map {
            Related(path: $0.0.path, line: $0.0.line, score: $0.1)
          })
      }
    }
  }

  /// The report as text: each article and, indented below it, those that tell of the same.
  var text: String {
    articles.map { article in
      let rows = article.related.map {
        "  \(Self.decimal($0.score))\t\(Self.label($0.path, $0.line))\n"
      }
      return Self.label(article.path, article.line) + "\n" + rows.joined()
    }.joined(separator: "\n")
  }

  private static func label(_ path: String, _ line: Int?) -> String {
    ArticleOrigin(path: path, line: line).label
  }

  private static func decimal(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}
