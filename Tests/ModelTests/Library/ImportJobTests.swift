import Foundation
import GRDB
import Testing

@testable import Model

@Suite struct ImportJobTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test func givesTheSameWhateverTheBatches() throws {
    for number in 0..<300 {
      try folder.write(
        "Title \(number)\n\nAl-Kazemi met number \(number) in Baghdad.\n",
        to: String(format: "%04d.txt", number), day: number % 7)
    }
    var seen: [[ArticleContent]] = []
    for _ in 0..<2 {
      let library = try Library.inMemory()
      let report = try folder.fill(library)
      #expect(report.added == 300)
      var contents: [ArticleContent] = []
      try library.forEachArticle { content, _ in contents.append(content) }
      seen.append(contents)
    }
    #expect(seen[0] == seen[1])
    #expect(seen[0].map(\.summary.title) == (0..<300).map { "Title \($0)" })
    #expect(seen[0].allSatisfy { $0.mentions.count == 2 })
  }

  @Test func passesOverUnchangedFiles() throws {
    for number in 0..<5 { try folder.write("T\(number)\n\nText \(number).\n", to: "\(number).txt") }
    let library = try Library(at: folder.libraryFile)
    #expect(try folder.fill(library).added == 5)
    let generation = try library.generation()
    let again = try folder.fill(library)
    #expect(again.unchanged == 5)
    #expect(again.added + again.replaced + again.removed == 0)
    #expect(try library.generation() == generation)
    // Touched, but the same: only its date is another.
    try folder.touch("3.txt", day: 4)
    #expect(try folder.fill(library).unchanged == 5)
    #expect(try library.titles(.newestFirst).first == "T3")
    try folder.write("T3\n\nText 3, corrected.\n", to: "3.txt", day: 5)
    let changed = try folder.fill(library)
    #expect(changed.replaced == 1)
    #expect(changed.unchanged == 4)
    #expect(try library.articleCount() == 5)
    #expect(try library.found("corrected") == ["T3"])
  }

  @Test func keepsTheSameArticleInTwoPlacesOnce() throws {
    let first = try folder.write("Same\n\nThe same text.\n", to: "a.txt", day: 1)
    let second = try folder.write("Same\n\nThe same text.\n", to: "b/b.txt", day: 2)
    let library = try Library(at: folder.libraryFile)
    let report = try folder.fill(library)
    #expect(report.added == 1)
    #expect(report.unchanged == 1)
    #expect(try library.articleCount() == 1)
    #expect(try library.articles(at: first) == library.articles(at: second))
    // One of them changes: now they are two.
    try folder.write("Same\n\nNo more the same text.\n", to: "a.txt", day: 3)
    #expect(try folder.fill(library).replaced == 1)
    #expect(try library.articleCount() == 2)
    #expect(try library.found("more").count == 1)
    // It changes back: the other version has no place any more.
    try folder.write("Same\n\nThe same text.\n", to: "a.txt", day: 4)
    #expect(try folder.fill(library).removed == 1)
    #expect(try library.articleCount() == 1)
    #expect(try library.found("more").isEmpty)
    let inMemory = try Library.inMemory()
    #expect(try folder.fill(inMemory).added == 2)
    #expect(try inMemory.articleCount() == 2)
  }

  @Test func givesTheSamePathOnce() throws {
    let path = try folder.write("One\n\nText.\n", to: "a.txt")
    let library = try Library.inMemory()
    let report = try folder.fill(library, from: [path, path])
    #expect(report.added == 1)
    #expect(try library.articleCount() == 1)
  }

  private func lines(_ articles: [(title: String, text: String)]) -> String {
    articles.map { #"{"title": "\#($0.title)", "text": "\#($0.text)"}"# + "\n" }.joined()
  }

  @Test func followsTheLinesOfAFile() throws {
    let path = try folder.write(
      lines([("One", "First text."), ("Two", "Second text."), ("Three", "Third text.")]),
      to: "news.jsonl", day: 1)
    let library = try Library(at: folder.libraryFile)
    #expect(try folder.fill(library).added == 3)
    let ids = try library.articles(at: path)
    #expect(ids.count == 3)
    try library.setRead(true, article: ids[0])
    // A line more at the top, one changed, one gone.
    try folder.write(
      lines([("Zero", "New text."), ("One", "First text."), ("Two", "Second text, corrected.")]),
      to: "news.jsonl", day: 2)
    let report = try folder.fill(library)
    #expect(report.removed == 2)
    #expect(try library.articleCount() == 3)
    let now = try library.articles(at: path)
    #expect(now[1] == ids[0])
    let first = try #require(library.summaries(of: [ids[0]]).first)
    #expect(first.isRead)
    #expect(first.origin == ArticleOrigin(path: path, line: 2))
    #expect(try library.found("corrected") == ["Two"])
    #expect(try library.found("third").isEmpty)
    #expect(try library.found("second").count == 1)
  }

  @Test func listsWhatCanNotBeRead() throws {
    try folder.write("Good\n\nText.\n", to: "good.txt")
    try folder.write("", to: "empty.txt")
    let missing = folder.articles + "/missing.txt"
    let library = try Library(at: folder.libraryFile)
    let report = try folder.fill(library, from: [folder.articles, missing])
    #expect(report.added == 1)
    #expect(
      Set(report.failures.map { URL(filePath: $0.path).lastPathComponent })
        == ["empty.txt", "missing.txt"])
    // A file that failed is tried again, and read when it is mended.
    try folder.write("Now\n\nIt has text.\n", to: "empty.txt")
    #expect(try folder.fill(library).added == 1)
  }

  @Test func nothingIsImportedFromNothing() throws {
    for library in [try Library.inMemory(), try Library(at: folder.libraryFile)] {
      try FileManager.default.createDirectory(
        atPath: folder.articles, withIntermediateDirectories: true)
      #expect(try folder.fill(library) == ImportReport())
      #expect(try folder.fill(library, from: []) == ImportReport())
      #expect(try library.articleCount() == 0)
    }
  }

  @Test func tellsHowFarItIs() throws {
    for number in 0..<10 { try folder.write("T\(number)\n\nText.\n", to: "\(number).txt") }
    let library = try Library.inMemory()
    var steps: [ImportProgress] = []
    _ = try ImportJob(
      library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver
    ).run(paths: [folder.articles]) { steps.append($0) }
    #expect(steps.last?.phase == .finished)
    #expect(steps.last?.articles == 10)
    #expect(steps.map(\.articles) == steps.map(\.articles).sorted())
  }

  @Test(
    "Names are joined before the end only for a screen: the numbers of entities depend on nothing else",
    arguments: [true, false])
  func joinsMeanwhile(isForScreen: Bool) throws {
    for number in 0..<400 {
      try folder.write(
        "T\(number)\n\nA ferry in Baghdad.\n", to: String(format: "%03d.txt", number))
    }
    let library = try Library.inMemory()
    var wereJoined = false
    _ = try ImportJob(
      library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver,
      joinsMeanwhile: isForScreen
    ).run(paths: [folder.articles]) { progress in
      guard progress.phase == .reading else { return }
      let count = try? library.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entity") }
      wereJoined = wereJoined || count.flatMap { $0 } ?? 0 > 0
    }
    #expect(wereJoined == isForScreen)
  }

  @Test func stopsWhenCancelledAndGoesOnLater() async throws {
    for number in 0..<500 {
      try folder.write("T\(number)\n\nText \(number).\n", to: String(format: "%03d.txt", number))
    }
    let library = try Library(at: folder.libraryFile)
    let (job, path) = (
      ImportJob(library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver),
      folder.articles
    )
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try job.run(paths: [path])
    }
    let report = try await task.value
    #expect(report.isCancelled)
    #expect(try library.articleCount() == report.added)
    let rest = try folder.fill(library)
    #expect(rest.added == 500 - report.added)
    #expect(try library.articleCount() == 500)
    #expect(try library.titles(.path) == (0..<500).map { "T\($0)" })
  }

  @Test func readersGoOnWhileItWrites() throws {
    for number in 0..<400 {
      try folder.write(
        "T\(number)\n\nA ferry in Baghdad.\n", to: String(format: "%03d.txt", number))
    }
    for library in [try Library.inMemory(), try Library(at: folder.libraryFile)] {
      var counts: [Int] = []
      _ = try ImportJob(
        library: library, tagger: TestFolder.tagger, resolver: TestFolder.resolver
      ).run(paths: [folder.articles]) { progress in
        let found = try? library.search(SearchQuery("ferry"), order: .newestFirst, limit: 1).total
        counts.append(found ?? -1)
        #expect(found == progress.articles)
      }
      #expect(counts.last == 400)
    }
  }

  @Test func namesAreJoinedAnewWhenArticlesCome() throws {
    // Names that neither sound alike nor translate each other: only joining finds one by the other.
    try folder.write("A\n\nThe United States spoke.\n", to: "a.txt")
    let library = try Library(at: folder.libraryFile)
    try folder.fill(library)
    #expect(try library.found("أمريكا").isEmpty)
    try folder.write("B\n\nتحدثت أمريكا.\n", to: "b.txt")
    try folder.fill(library)
    #expect(try library.found("أمريكا") == ["A", "B"])
    try folder.write("B\n\nلم يتحدث أحد.\n", to: "b.txt", day: 2)
    try folder.fill(library)
    #expect(try library.found("أمريكا").isEmpty)
    #expect(try library.found("united states") == ["A"])
  }
}
