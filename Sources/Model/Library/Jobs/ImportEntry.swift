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
