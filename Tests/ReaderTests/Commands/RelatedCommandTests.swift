import Foundation
import Testing

@testable import Reader

/// The output that `reader related` promises.
@Suite("reader related") struct RelatedCommandTests {
  private struct Report: Decodable {
    struct Article: Decodable {
      let path: String
      let line: Int?
      let related: [Related]
    }

    struct Related: Decodable {
      let path: String
      let line: Int?
      let score: Double
    }

    let articles: [Article]
  }

  private func report(_ arguments: [String]) throws -> Report {
    let run = try ProgramRun(["related", "--format", "json"] + arguments)
    #expect(run.status == 0)
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("The seeds are each other's best, as JSON and as text")
  func seeds() throws {
    let report = try report([Seeds.folder])
    #expect(report.articles.map(\.path) == [Seeds.english, Seeds.arabic])
    #expect(report.articles.map { $0.related.map(\.path) } == [[Seeds.arabic], [Seeds.english]])
    #expect(report.articles.allSatisfy { (0.3...1).contains($0.related[0].score) })
    let text = try ProgramRun(["related", Seeds.folder]).output
    #expect(text.contains("\(Seeds.english)\n  0."))
    #expect(text.contains("\(Seeds.arabic)\tMustafa Al-Kazemi, "))
  }

  @Test("Every given path is listed, even if two have the same article or one shares nothing")
  func everyPath() throws {
    let folder = try TemporaryFolder()
    let text = Data("Talks in Baghdad went on, said Donald Trump.\n".utf8)
    let paths = try [("1.txt", text), ("2.txt", text), ("3.txt", Data("٧ تفاحات.\n".utf8))].map {
      try folder.write($1, to: $0).path
    }
    let library = ["--library", folder.url.appending(path: "library.sqlite").path]
    #expect(try ProgramRun(["import"] + library + paths).status == 0)
    for report in [try report(paths), try report(library)] {
      #expect(report.articles.map(\.path) == paths)
      #expect(report.articles[0].related.map(\.path) == [paths[1]])
      #expect(report.articles[1].related.map(\.path) == [paths[0]])
      #expect(report.articles[2].related.isEmpty)
    }
  }

  @Test("Of a file of many articles the lines are named; --limit takes a number above zero")
  func lines() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<3).map { #"{"title": "T\#($0)", "text": "Donald Trump was in Baghdad."}"# }
    let file = try folder.write(Data(lines.joined(separator: "\n").utf8), to: "a.jsonl").path
    let report = try report(["--limit", "1", file])
    #expect(report.articles.map(\.line) == [1, 2, 3])
    #expect(report.articles.map { $0.related.map(\.line) } == [[2], [1], [1]])
    #expect(try ProgramRun(["related", "--limit", "0", file]).status == 2)
    #expect(try ProgramRun(["related", folder.url.path + "/absent"]).status == 1)
  }
}
