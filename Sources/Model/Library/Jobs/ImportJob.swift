import Foundation

/// Brings articles into a library: reads files, finds names, stores both, and joins the names.
///
/// Reading, finding names and storing go on at the same time on all cores; what comes of it depends
/// on the files alone. What was stored when it ends early stays, and the next import goes on there.
public struct ImportJob: Sendable {
  let library: Library
  let tagger: any Tagger
  let resolver: any Resolver
  /// Reads the files.
  let reader: ArticleReader
  /// Whether links in folders are followed.
  let followsLinks: Bool
  /// Whether names are joined before the end too, for a screen that shows them meanwhile; how far they are
  /// then depends on time, and so may the numbers of entities.
  let joinsMeanwhile: Bool
  /// When all names are joined together.
  var policy = EntityStore.Policy()

  /// Makes a job.
  public init(
    library: Library, tagger: any Tagger, resolver: any Resolver,
    reader: ArticleReader = ArticleReader(), followsLinks: Bool = false,
    joinsMeanwhile: Bool = false
  ) {
    self.joinsMeanwhile = joinsMeanwhile
    self.reader = reader
    self.followsLinks = followsLinks
    self.library = library
    self.tagger = tagger
    self.resolver = resolver
  }

  /// Imports all files under `paths`, `-` being standard input; unchanged ones are passed over.
  ///
  /// It blocks, and ends early where its task is cancelled: what waits to be stored then still is,
  /// and names are joined.
  ///
  /// - Parameters:
  ///   - paths: The files and folders to import.
  ///   - progress: Called from this thread after each step.
  /// - Throws: ``LibraryError``. Files that can't be read are listed in the report.
  public func run(
    paths: [String], progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    let (files, failures) = reader.files(
      under: library.isKept ? paths.map(Self.absolute) : paths, followingLinks: followsLinks)
    var writer = ImportWriter(library: library, files: files)
    writer.report.failures = failures
    progress(writer.progress)
    try feed(files, to: &writer, progress)
    writer.progress.phase = .linking
    progress(writer.progress)
    // What was not reached may still be there; the names of what was are joined all the same.
    if !writer.report.isCancelled { try writer.sweep() }
    try EntityStore(library: library, resolver: resolver, policy: policy).resolve { percent in
      writer.progress.percentJoined = percent
      progress(writer.progress)
    }
    writer.progress.phase = .finished
    progress(writer.progress)
    return writer.report
  }

  /// Joins all names together where articles changed, or many came in small lots.
  ///
  /// It takes seconds in a large library and blocks nobody meanwhile; it is for a program that is idle.
  public func settle() throws {
    try EntityStore(library: library, resolver: resolver, policy: policy).settle()
  }

  private typealias Pipeline = ImportPipeline<
    [ImportEntry<Article>], [ImportEntry<PackedArticle>]
  >

  private func feed(
    _ files: [SourceFile], to writer: inout ImportWriter, _ progress: (ImportProgress) -> Void
  ) throws {
    // A walk that was broken off may have found nothing.
    writer.report.isCancelled = Task.isCancelled
    guard !files.isEmpty else { return }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let spans = try library.read { try JudgedSpans($0) }
    let pipeline = Pipeline(capacity: 4 * cores)
    let threads = DispatchGroup()
    WorkThread.start(in: threads) {
      ImportReading(library: library, reader: reader, pipeline: pipeline).read(files)
      pipeline.complete()
    }
    for _ in 0..<cores {
      WorkThread.start(in: threads) { pipeline.work { $0.map { pack($0, spans) } } }
    }
    defer {
      pipeline.stop()
      // Not for ever: standard input may be read, and nothing come from there any more.
      _ = threads.wait(timeout: .now() + .seconds(1))
    }
    var joining = JoiningSchedule()
    while let batch = pipeline.receive() {
      guard try writer.add(batch) else { continue }
      progress(writer.progress)
      if joinsMeanwhile, joining.isDue(articles: writer.progress.articles) {
        try EntityStore(library: library, resolver: resolver, policy: policy).resolve()
      }
    }
    writer.report.isCancelled = Task.isCancelled
    try writer.flush()
    progress(writer.progress)
  }

  private func pack(
    _ entry: ImportEntry<Article>, _ spans: JudgedSpans
  ) -> ImportEntry<PackedArticle> {
    switch entry {
    case .article(let article):
      .article(
        PackedArticle(
          ExtractedArticle(article, tagger: tagger, resolver: resolver, spans: spans),
          isHasty: tagger.isQuick))
    case .failure(let failure): .failure(failure)
    case .unchanged(let articles): .unchanged(articles: articles)
    case .passed(let bytes): .passed(bytes: bytes)
    case .end(let file, let lastLine, let isComplete):
      .end(file, lastLine: lastLine, isComplete: isComplete)
    }
  }

  private static func absolute(_ path: String) -> String {
    path == "-" || ArticleReader.isAddress(path)
      ? path : URL(filePath: path).standardizedFileURL.path
  }
}

/// When names are joined before the end of an import, so that a screen that is open meanwhile has
/// some to show.
private struct JoiningSchedule {
  private var next = 100

  /// Whether it is time: each time after four times as many articles, since all are joined anew.
  mutating func isDue(articles: Int) -> Bool {
    guard articles >= next else { return false }
    while next <= articles { next *= 4 }
    return true
  }
}
