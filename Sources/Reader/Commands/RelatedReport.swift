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
    /// The entities that explain it; text has their names.
    let shared: [EntityID]

    private enum CodingKeys: CodingKey {
      case path, line, score
    }
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
        let copies = origins.filter { $0 != origin }.map {
          Related(path: $0.path, line: $0.line, score: 1, shared: [])
        }
        let others = related.flatMap { one in
          (places[one.article] ?? []).map {
            Related(
              path: $0.path, line: $0.line, score: (one.score * 10_000).rounded() / 10_000,
              shared: one.shared)
          }
        }
        return Article(
          path: origin.path, line: origin.line, related: Array((copies + others).prefix(limit)))
      }
    }
  }

  /// How many names are told of two articles.
  private static let told = 3

  /// The report as text: each article and, indented below it, those that tell of the same.
  func text(names: ([EntityID]) throws -> [EntityID: Entity]) throws -> String {
    try articles.map { article in
      let rows = try article.related.map { one in
        let shared = Array(one.shared.prefix(Self.told))
        let known = try names(shared)
        let told = shared.compactMap { known[$0]?.displayName(preferring: .latin).displayable }
        return "  \(Self.decimal(one.score))\t\(Self.label(one.path, one.line))"
          + (told.isEmpty ? "" : "\t\(told.joined(separator: ", "))") + "\n"
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
