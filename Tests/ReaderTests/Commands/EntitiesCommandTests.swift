import Foundation
import Testing

@testable import Reader

/// The format that `reader entities --format json` promises to programs.
@Suite("The JSON of reader entities")
struct EntitiesCommandTests {
  private struct Report: Decodable {
    struct Article: Decodable {
      let path: String
      let language: String
      let mentions: [Mention]
    }

    struct Mention: Decodable {
      let start: Int
      let end: Int
      let text: String
      let kind: String
      let entity: Int64
    }

    struct Entity: Decodable {
      let id: Int64
      let kind: String
      let name: String
    }

    let articles: [Article]
    let entities: [Entity]
  }

  private func report(_ paths: [String]) throws -> Report {
    let run = try ProgramRun(["entities", "--format", "json"] + paths)
    #expect(run.status == 0)
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("Offsets count the scalars of the file's decoded text, line ends unchanged")
  func offsets() throws {
    let folder = try TemporaryFolder()
    let text =
      "Talks in Baghdad\r\n\r\n\u{1B}[31mMustafa Al-Kazemi met\u{202E} Donald Trump\r\nin Washington.\r\n"
    let file = try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), to: "crlf.txt")
    let article = try #require(try report([file.path]).articles.first)
    let scalars = Array(text.unicodeScalars)
    #expect(!article.mentions.isEmpty)
    for mention in article.mentions {
      let slice = String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
      #expect(slice.filter { $0 != "\u{202E}" } == mention.text)
    }
    let texts = article.mentions.map(\.text)
    #expect(texts.contains("Washington") && texts.contains { $0.hasSuffix("Kazemi") })
  }

  @Test("Kinds are words, every mention's entity is listed, and the seeds share entities")
  func shape() throws {
    let report = try report([Seeds.folder])
    #expect(report.articles.map(\.language) == ["en", "ar"])
    let ids = Set(report.entities.map(\.id))
    #expect(ids.count == report.entities.count)
    for mention in report.articles.flatMap(\.mentions) {
      #expect(["person", "place", "organization"].contains(mention.kind))
      #expect(ids.contains(mention.entity))
    }
    let shared = Set(report.articles[0].mentions.map(\.entity))
      .intersection(report.articles[1].mentions.map(\.entity))
    #expect(shared.count >= 11)
  }

  @Test("Every given path is listed, even if two have the same article")
  func everyPath() throws {
    let folder = try TemporaryFolder()
    let text = Data("Talks in Baghdad went on, said Donald Trump.\n".utf8)
    let first = try folder.write(text, to: "first.txt")
    let second = try folder.write(text, to: "second.txt")
    #expect(
      try report([first.path, second.path]).articles.map(\.path) == [first.path, second.path])
    let library = ["--library", folder.url.appending(path: "library.sqlite").path]
    #expect(try ProgramRun(["import"] + library + [first.path, second.path]).status == 0)
    #expect(try report(library).articles.map(\.path) == [first.path, second.path])
  }
}
