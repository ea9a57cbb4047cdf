import Foundation
import Testing

@testable import Reader

@Suite("Arguments, paths and libraries that are not as they should be")
struct HostileArgumentTests {
  private let folder: TemporaryFolder
  private var library: String { folder.url.appending(path: "library.sqlite").path }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func fill() throws {
    let articles = try folder.write(MadeArticles.lines(0..<3), to: "articles.jsonl")
    #expect(try ProgramRun(["import", "--library", library, articles.path]).status == 0)
  }

  @Test("An empty path is refused before anything is read")
  func emptyPath() throws {
    for arguments in [
      ["import", ""], ["show", ""], ["entities", ""], ["search", "word", ""],
      ["check", "--library", ""],
      ["judgements", "export", ""], ["config", "--check", ""], ["backup", ""], ["recover", ""],
    ] {
      let run = try ProgramRun(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.output.isEmpty && run.errors.contains("empty"), "\(arguments)")
    }
  }

  @Test("A library that is named and not there is no new library, but for an import, which says so")
  func misspelledLibrary() throws {
    for command in [
      ["search", "word"], ["entities"], ["related"], ["reindex"], ["check"],
      ["judgements", "export"],
      ["backup", folder.url.path + "/copy"], ["open"],
    ] {
      let run = try ProgramRun(command + ["--library", library])
      #expect(run.status == 2, "\(command)")
      #expect(run.errors.contains(library), "\(command)")
      #expect(!FileManager.default.fileExists(atPath: library), "\(command)")
    }
    let article = try folder.write(MadeArticles.lines(0..<1), to: "a.jsonl")
    let run = try ProgramRun(["import", "--library", library, article.path])
    #expect(run.status == 0 && run.errors.contains(library))
    #expect(try ProgramRun(["import", "--library", library, article.path]).errors.isEmpty)
  }

  @Test("Nothing of an argument, a path or a query is obeyed by the terminal that shows the error")
  func hostileArguments() throws {
    let text = "a\u{1B}]0;b\u{7}\u{9B}31m\u{202E}c\u{85}"
    for arguments in [
      ["show", text], ["--\(text)"], [text, text], ["search", "\(text)lang:xx"],
      ["search", "x", "--library", text], ["entities", "--format", text], ["--config", text],
      ["judgements", "import", text], ["config", "--check", text], ["restore", text],
    ] {
      let run = try ProgramRun(arguments)
      #expect(run.status != 0, "\(arguments)")
      let said = (run.errors + run.output).unicodeScalars
      #expect(!run.errors.isEmpty, "\(arguments)")
      for scalar in said where scalar != "\n" {
        #expect(!scalar.isObeyedByTerminals, "\(arguments): \(scalar.value)")
      }
    }
  }

  @Test("JSON has escapes for what a terminal would obey, and means the same")
  func escapesInJSON() throws {
    let name = "a\u{9B}31m\u{202E}\u{7F}b.jsonl"
    try folder.write(MadeArticles.lines(0..<1), to: name)
    let run = try ProgramRun(["search", "article", "--format", "json", folder.url.path])
    #expect(run.status == 0)
    for scalar in run.output.unicodeScalars where scalar != "\n" {
      #expect(!scalar.isObeyedByTerminals)
    }
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let hits = report?["hits"] as? [[String: Any]]
    #expect((hits?.first?["path"] as? String)?.hasSuffix(name) == true)
  }

  @Test("What is made is its owner's alone")
  func permissions() throws {
    let article = try folder.write(MadeArticles.lines(0..<1), to: "a.jsonl")
    let data = folder.url.appending(path: "data")
    let environment = ["XDG_DATA_HOME": data.path]
    #expect(try ProgramRun(["import", article.path], environment: environment).status == 0)
    #expect(try mode(of: data.appending(path: "reader")) == 0o700)
    #expect(try mode(of: data.appending(path: "reader/library.sqlite")) == 0o600)
    let copy = folder.url.appending(path: "copy")
    #expect(try ProgramRun(["backup", copy.path], environment: environment).status == 0)
    #expect(try mode(of: copy) == 0o600)
  }

  private func mode(of url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test("A library that may only be read is read, and says that it can't be changed")
  func readOnly() throws {
    try fill()
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: library)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(try ProgramRun(["search", "kazemi", "--library", library]).status == 0)
    #expect(try ProgramRun(["check", "--library", library]).status == 0)
    let reindex = try ProgramRun(["reindex", "--library", library])
    #expect(reindex.status == 1 && reindex.errors.contains("read but not changed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == before)
    let session = try TmuxSession(command: [TmuxSession.reader, "--library", library])
    try session.wait(for: "Library 1/3")
    try session.send("Enter", "j", "q", "q")
    #expect(try session.waitForEnd() == .status(0))
  }

  @Test("A disk that takes no more ends an import in a sentence, and the next one completes it")
  func failingWrites() throws {
    let articles = try folder.write(MadeArticles.lines(0..<400), to: "articles.jsonl")
    let arguments = ["import", "--library", library, articles.path]
    for blocks in [40, 400, 1200] {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      // Without the signal, a write beyond the limit fails as on a full disk.
      process.arguments =
        ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", TmuxSession.reader]
        + arguments
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      let said = String(
        decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 1, "\(blocks)")
      #expect(said.contains(library), "\(blocks): \(said)")
    }
    #expect(try ProgramRun(arguments).status == 0)
    let check = try ProgramRun(["check", "--library", library])
    #expect(check.status == 0 && check.output.contains("400 articles"), "\(check.errors)")
  }

  @Test("A link in a folder is followed only where that is wished for; one that is named always is")
  func links() throws {
    let inside = folder.url.appending(path: "inside")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    try folder.write(Data("Secret\n\nSecret text.\n".utf8), to: "secret.txt")
    try folder.write(Data("Open\n\nOpen text.\n".utf8), to: "inside/open.txt")
    try FileManager.default.createSymbolicLink(
      at: inside.appending(path: "link.txt"),
      withDestinationURL: folder.url.appending(path: "secret.txt"))
    let plain = try ProgramRun(["show", inside.path])
    #expect(plain.status == 0 && plain.output.contains("Open") && !plain.output.contains("Secret"))
    #expect(try ProgramRun(["show", "--follow", inside.path]).output.contains("Secret"))
    #expect(try ProgramRun(["show", inside.path + "/link.txt"]).output.contains("Secret"))
  }
}
