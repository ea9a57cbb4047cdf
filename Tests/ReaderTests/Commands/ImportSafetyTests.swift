import Foundation
import Testing

@testable import Model
@testable import Reader

@Suite("An import loses nothing, whatever ends it")
struct ImportSafetyTests {
  private let folder: TemporaryFolder
  private let articles: URL
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    articles = folder.url.appending(path: "articles")
    file = folder.url.appending(path: "library.sqlite")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
  }

  private func arguments(into file: URL) -> [String] {
    ["import", "--library", file.path, articles.path]
  }

  private func titles(in library: Library) throws -> [ArticleID: String] {
    let all = try library.summaries(in: 0..<10_000, order: .path)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.title) })
  }

  @Test("Killed at 20 moments, it keeps what it had stored, and in the end has every article once")
  func kills() throws {
    // The first run has most to do; how long it takes tells how late a kill may come. Later ones have
    // less, and perhaps a quieter machine: after each that ended by itself, kills come earlier.
    let first = MadeArticles.lines(0..<1500)
    try first.write(to: articles.appending(path: "00.jsonl"))
    let start = ContinuousClock.now
    let reference = folder.url.appending(path: "reference.sqlite")
    #expect(try ProgramRun(arguments(into: reference)).status == 0)
    var span = (ContinuousClock.now - start) / .seconds(1)

    var random = SeededRandom(seed: 2_020)
    var known: [ArticleID: String] = [:]
    var kills = 0
    for round in 0..<20 {
      if round > 0 {
        let lines = MadeArticles.lines(1400 + 100 * round..<1500 + 100 * round)
        try lines.write(to: articles.appending(path: String(format: "%02d.jsonl", round)))
      }
      let run = try BackgroundRun(arguments(into: file))
      Thread.sleep(forTimeInterval: Double.random(in: 0...span, using: &random))
      run.send(SIGKILL)
      if run.waitForEnd() == 128 + SIGKILL { kills += 1 } else { span /= 2 }
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let now = try titles(in: Library(at: file))
      for (id, title) in known { #expect(now[id] == title) }
      known = now
    }
    #expect(kills > 0)

    #expect(try ProgramRun(arguments(into: file)).status == 0)
    let library = try Library(at: file)
    let titles = try titles(in: library)
    #expect(titles.values.sorted() == (0..<3400).map(MadeArticles.title).sorted())
    for (id, title) in known { #expect(titles[id] == title) }
    #expect(try library.check() == [])
    #expect(try library.search(SearchQuery("article"), order: .path, limit: 1).total == 3400)
  }

  @Test("A full disk is reported, and stored articles are kept; with room the import goes on")
  func fullDisk() throws {
    try MadeArticles.lines(0..<100).write(to: folder.url.appending(path: "few.jsonl"))
    try MadeArticles.lines(0..<4000).write(to: folder.url.appending(path: "many.jsonl"))
    // The disk is one of a few megabytes that only the script and what it runs can see.
    let script = """
      mount -t tmpfs -o size=2m none disk || exit 9
      "$0" import --library disk/library few.jsonl; echo "first $?"
      "$0" import --library disk/library many.jsonl; echo "second $?"
      "$0" check --library disk/library; echo "check $?"
      mount -o remount,size=64m disk
      "$0" check --library disk/library; echo "check $?"
      "$0" import --library disk/library many.jsonl; echo "third $?"
      "$0" check --library disk/library; echo "check $?"
      "$0" search --library disk/library number >/dev/null; echo "search $?"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments =
      [getuid() == 0 ? "-m" : "-Urm", "/bin/sh", "-c", script, TmuxSession.reader]
    process.currentDirectoryURL = folder.url
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "disk"), withIntermediateDirectories: true)
    let output = try folder.write(Data(), to: "output")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(lines)")
    #expect(lines.contains("first 0\n"), "\(lines)")
    #expect(lines.contains("disk that holds") && lines.contains("second 1\n"), "\(lines)")
    // All that may be wrong meanwhile is that the names of what was stored wait for the next import.
    for fault in lines.split(separator: "\n") where fault.contains("disk/library: ") {
      #expect(fault.contains("never joined"))
    }
    #expect(lines.contains("third 0\n"), "\(lines)")
    #expect(lines.contains("disk/library is whole: 4000 articles\ncheck 0\n"), "\(lines)")
    #expect(lines.hasSuffix("search 0\n"), "\(lines)")
  }

  @Test(
    "Ctrl-C stops it with status 130; what was stored stays, with its names, and it goes on later")
  func interruption() throws {
    for number in 0..<20 {
      let lines = MadeArticles.lines(200 * number..<200 * (number + 1))
      try lines.write(to: articles.appending(path: String(format: "%02d.jsonl", number)))
    }
    // It can't end by itself: standard input, which comes last, has no end.
    let endless = Pipe()
    let run = try BackgroundRun(arguments(into: file) + ["-"], input: endless)
    try run.wait("articles to be stored") {
      FileManager.default.fileExists(atPath: file.path)
        && (try? Library(at: file).articleCount()) ?? 0 > 0
    }
    run.send(SIGINT)
    #expect(run.waitForEnd() == 130)
    #expect(run.errors.contains("Stopped") && run.errors.contains("goes on from here"))
    let count = try Library(at: file).articleCount()
    #expect(count > 0 && run.output.hasPrefix("\(count) added, "))
    #expect(try Library(at: file).check() == [])

    #expect(try ProgramRun(arguments(into: file)).status == 0)
    let library = try Library(at: file)
    #expect(
      try titles(in: library).values.sorted() == (0..<4000).map(MadeArticles.title).sorted())
    #expect(try library.check() == [])
    try endless.fileHandleForWriting.close()
  }

  @Test("A list that is open shows what an import beside it brings; two readers and it get on")
  func besideReaders() throws {
    try MadeArticles.lines(0..<10).write(to: articles.appending(path: "a.jsonl"))
    #expect(try ProgramRun(arguments(into: file)).status == 0)
    let readers = try (0..<2).map { _ in
      try TmuxSession(
        columns: 120, rows: 40, command: [TmuxSession.reader, "--library", file.path])
    }
    for reader in readers { try reader.wait(for: "Library 1/10") }
    try MadeArticles.lines(10..<2000).write(to: articles.appending(path: "b.jsonl"))
    let run = try BackgroundRun(arguments(into: file))
    // Both change the library while it is imported into: what is opened counts as read.
    while run.isRunning {
      for reader in readers { try reader.send("J", "r") }
    }
    #expect(run.waitForEnd() == 0, "\(run.errors)")
    for reader in readers {
      let screen = try reader.wait(for: #/Library \d+/2000/#)
      #expect(!screen.contains("in use by another program"))
      try reader.send("Q")
      #expect(try reader.waitForEnd() == .status(0))
    }
    #expect(try Library(at: file).check() == [])
  }

  @Test("Programs that make one library at the same time all find it made")
  func madeAtOnce() throws {
    try MadeArticles.lines(0..<10).write(to: articles.appending(path: "a.jsonl"))
    for _ in 0..<5 {
      let runs = try (0..<3).map { _ in try BackgroundRun(arguments(into: file)) }
      for run in runs { #expect(run.waitForEnd() == 0, "\(run.errors)") }
      #expect(try Library(at: file).articleCount() == 10)
      try FileManager.default.removeItem(at: file)
    }
  }
}
