import GRDB

/// Articles that came from a source and are in no library yet.
struct NewArticles {
  /// The articles.
  let articles: [PackedArticle]
  /// Joins their names.
  let resolver: any Resolver

  /// The positions of those that a query finds, as it would in a library of these articles alone.
  func positions(of query: SearchQuery) throws -> Set<Int> {
    guard !articles.isEmpty else { return [] }
    let library = try Library.inMemory()
    try library.write { db in
      let store = ArticleStore(db: db, keepsCopies: true)
      let file = try store.file(at: "-")
      for (line, article) in articles.enumerated() {
        _ = try store.store(article, file: file, line: line + 1)
      }
      try store.noteChange(difference: articles.count)
    }
    try EntityStore(library: library, resolver: resolver).resolve()
    let list = try library.list(query, order: .path)
    let found = Set(list.articles(in: 0..<list.count))
    let all = try library.allArticles()
    return Set(all.indices.filter { found.contains(all[$0]) })
  }
}
