import Foundation
import Testing

@testable import Reader

@Suite("READER_TRACE tells how long each key took") struct KeyTraceTests {
  /// A line of the trace.
  private struct Line: Decodable, Equatable {
    var key: String
    var view: String
    var read: Double
    var update: Double
    var draw: Double
    var output: Double
    var painted: Double
    var answered: Double?
  }

  private func lines(of file: URL) throws -> [Line] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  private func trace(in folder: TemporaryFolder) throws -> (KeyTrace, file: URL) {
    let file = folder.url.appending(path: "trace")
    return (try #require(try KeyTrace.named(in: ["READER_TRACE": file.path])), file)
  }

  @Test("A key that asks nothing has its line once it is painted")
  func painted() throws {
    let folder = try TemporaryFolder()
    let (trace, file) = try trace(in: folder)
    let key = trace.begin(.character("\""), read: 1000, view: "list")
    trace.updated(key, took: 0.25)
    #expect(try lines(of: file).isEmpty)
    trace.painted(draw: 1, output: 0.5, at: 1002)
    trace.painted(draw: 3, output: 3, at: 1010)
    #expect(
      try lines(of: file) == [
        Line(key: "\"", view: "list", read: 1000, update: 0.25, draw: 1, output: 0.5, painted: 2)
      ])
  }

  @Test("Keys that come by the hundred thousand while one is not answered are traced in no time")
  func manyKeys() throws {
    let folder = try TemporaryFolder()
    let (trace, file) = try trace(in: folder)
    let first = trace.begin(.enter, read: 0, view: "list")
    trace.asked(first)
    let count = 100_000
    for number in 1...count {
      let key = trace.begin(.character("j"), read: Double(number), view: "list")
      trace.updated(key, took: 1)
      trace.painted(draw: 1, output: 1, at: Double(number) + 1)
    }
    trace.answered(first, isAnswer: false)
    trace.painted(draw: 1, output: 1, at: Double(count) + 2)
    #expect(try lines(of: file).count == count + 1)
  }

  @Test("An answer counts when it is on the screen, and so does what it leads to")
  func answered() throws {
    let folder = try TemporaryFolder()
    let (trace, file) = try trace(in: folder)
    let first = trace.begin(.enter, read: 1000, view: "list")
    trace.asked(first)
    trace.painted(draw: 1, output: 1, at: 1004)
    trace.answered(first, isAnswer: true)
    trace.asked(first)
    trace.painted(draw: 1, output: 1, at: 1006)
    let second = trace.begin(.character("j"), read: 1006, view: "text")
    trace.painted(draw: 1, output: 1, at: 1007)
    // The lines stand in the order of the keys.
    #expect(try lines(of: file).isEmpty)
    trace.answered(first, isAnswer: true)
    trace.updated(first, took: 0.5)
    trace.painted(draw: 2, output: 3, at: 1009)
    let written = try lines(of: file)
    #expect(written.map(\.key) == ["Enter", "j"])
    #expect(written.map(\.painted) == [4, 1])
    #expect(written.map(\.answered) == [9, nil])
    #expect(written[0].draw == 2 && written[0].output == 3)
    #expect(second != first)
  }

  @Test("What has nothing to say, such as keeping a place, is not waited for on the screen")
  func nothingToSay() throws {
    let folder = try TemporaryFolder()
    let (trace, file) = try trace(in: folder)
    let key = trace.begin(.character("q"), read: 0, view: "text")
    trace.asked(key)
    trace.painted(draw: 1, output: 1, at: 2)
    trace.answered(key, isAnswer: false)
    trace.painted(draw: 1, output: 1, at: 30)
    #expect(try lines(of: file).map(\.painted) == [2])
    #expect(try lines(of: file).map(\.answered) == [nil])
  }

  @Test("The program writes a line for each key typed; the article it opened counts")
  func program() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "trace")
    let session = try TmuxSession(
      columns: 120, rows: 40, command: [TmuxSession.reader, Seeds.folder],
      environment: ["READER_TRACE": file.path])
    try session.wait(for: "Organizations")
    try session.send("j", "Tab", "p")
    try session.wait { !$0.contains("Organizations") }
    try session.wait { _ in ((try? lines(of: file))?.count ?? 0) == 3 }
    let written = try lines(of: file)
    #expect(written.map(\.key) == ["j", "Tab", "p"])
    #expect(written.map(\.view) == ["list", "list", "text"])
    #expect(written[0].answered != nil)
    for line in written { #expect(line.update >= 0 && line.draw > 0 && line.painted > line.draw) }
  }

  @Test("A file that can't be written is said, with the variable's name")
  func unwritable() throws {
    let error = #expect(throws: KeyTrace.Unwritable.self) {
      try KeyTrace.named(in: ["READER_TRACE": "/absent/trace"])
    }
    #expect(error?.description.contains("READER_TRACE") == true)
    #expect(try KeyTrace.named(in: [:]) == nil)
    #expect(try KeyTrace.named(in: ["READER_TRACE": ""]) == nil)
  }
}
