import Foundation

/// Reads an import's files and hands what they give to its workers, in batches.
struct ImportReading {
  let library: Library
  let pipeline: ImportPipeline<[ImportEntry<Article>], [ImportEntry<PackedArticle>]>

  private let reader: ArticleReader

  /// Prepares to read for an import into a library.
  init(
    library: Library, reader: ArticleReader,
    pipeline: ImportPipeline<[ImportEntry<Article>], [ImportEntry<PackedArticle>]>
  ) {
    self.library = library
    self.reader = reader
    self.pipeline = pipeline
  }

  /// How many files the library is asked about at a time.
  private static let stride = 256
  /// How many articles a batch has at most.
  private static let articles = 32
  /// How many scalars a batch has at most, one article's more or less.
  private static let scalars = 1 << 18

  /// Reads all files, until the pipeline wants no more.
  func read(_ files: [SourceFile]) {
    var batch = Batch()
    for start in Swift.stride(from: 0, to: files.count, by: Self.stride) {
      let some = files[start..<min(start + Self.stride, files.count)]
      let unchanged = unchangedCounts(of: some)
      for (file, count) in zip(some, unchanged) {
        if let count {
          batch.entries += [.unchanged(articles: count), .passed(bytes: file.size)]
        } else if !read(file, into: &batch) {
          return
        }
      }
    }
    _ = pipeline.submit(batch.entries)
  }

  private struct Batch {
    var entries: [ImportEntry<Article>] = []
    var scalars = 0
    /// The first batches are small, so that a handful of files goes to all cores.
    var limit = 1
  }

  private struct Stopped: Error {}

  private func read(_ file: SourceFile, into batch: inout Batch) -> Bool {
    var isComplete = true
    var lastLine = 0
    var passed = 0
    do {
      try reader.read(file) { result, bytesRead in
        switch result {
        case .success(let article):
          lastLine = max(lastLine, article.origin.line ?? 0)
          batch.scalars += article.text.count
          batch.entries.append(.article(article))
        case .failure(let failure):
          isComplete = false
          lastLine = max(lastLine, failure.line ?? 0)
          batch.entries.append(.failure(failure))
        }
        if batch.entries.count >= batch.limit || batch.scalars >= Self.scalars {
          // A file that grows meanwhile has no more bytes than were counted before.
          let now = min(bytesRead, file.size)
          batch.entries.append(.passed(bytes: now - passed))
          passed = now
          try submit(&batch)
        }
      }
    } catch {
      return false
    }
    batch.entries.append(.end(file, lastLine: lastLine, isComplete: isComplete))
    batch.entries.append(.passed(bytes: file.size - passed))
    return true
  }

  private func submit(_ batch: inout Batch) throws {
    guard pipeline.submit(batch.entries) else { throw Stopped() }
    batch.entries.removeAll()
    batch.scalars = 0
    batch.limit = min(batch.limit * 2, Self.articles)
  }

  /// How many articles each file gave, where it is as it was then; a library that can't be asked
  /// has none, and the writer will tell why.
  private func unchangedCounts(of files: ArraySlice<SourceFile>) -> [Int?] {
    let counts = try? library.read { db in
      try files.map { try ArticleStore.unchangedCount(of: $0, db) }
    }
    return counts ?? files.map { _ in nil }
  }
}

/// One step of an import, in the order of the files.
enum ImportEntry<Content: Sendable>: Sendable {
  /// An article was read.
  case article(Content)
  /// A file or line gave none.
  case failure(ImportFailure)
  /// A file is as it was when it gave this many articles.
  case unchanged(articles: Int)
  /// So many more bytes of the files are done with.
  case passed(bytes: Int)
  /// A file was read to its end, without failures if it is complete.
  case end(SourceFile, lastLine: Int, isComplete: Bool)
}
