import Foundation
import Testing

@testable import Reader

@Suite("reader watch") struct WatchCommandTests {
  private let folder: TemporaryFolder
  private let list: String

  init() throws {
    folder = try TemporaryFolder()
    let table = """
      id,name,kind
      Q1,"Al-Kadhimi, Mustafa",person
      Q2,Zebra Finch,person
      Q3,بغداد,place
      Q4,Dawn of the Gulf,Vessel
      """
    list = try folder.write(Data(table.utf8), to: "list.csv").path
  }

  private var library: [String] {
    ["--library", folder.url.appending(path: "library.sqlite").path]
  }

  private struct Report: Decodable {
    struct Finding: Decodable {
      let id: String?
      let articles: Int
      let articlesByLanguage: [String: Int]
      let lines: [Line]
    }

    struct Line: Decodable {
      let path: String
      let spelling: String
      let why: String
      let confidence: Double
      let start: Int
      let end: Int
    }

    let total: Int
    let missing: Int
    let passedOver: Int
    let found: [Finding]
  }

  @Test("A Latin list is found in the Arabic text, and an Arabic one in the English, at its place")
  func json() throws {
    let run = try ProgramRun(["watch", "--format", "json", list, Seeds.folder])
    #expect(run.status == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.total == 3 && report.missing == 1 && report.passedOver == 1)
    #expect(report.found.map(\.id) == ["Q1", "Q3"])
    for finding in report.found {
      #expect(finding.articles == 2 && finding.articlesByLanguage == ["ar": 1, "en": 1])
      for line in finding.lines {
        let text = try String(contentsOfFile: line.path, encoding: .utf8)
        let scalars = Array(text.unicodeScalars)[line.start..<line.end]
        #expect(String(String.UnicodeScalarView(scalars)) == line.spelling)
        #expect(!line.why.isEmpty && line.confidence > 0.6)
      }
    }
  }

  @Test("As text counts come first; as CSV every article is a record; nothing found exits 1")
  func formats() throws {
    let text = try ProgramRun(["watch", list, Seeds.folder]).output
    #expect(text.hasPrefix("2 of 3 names found, 0 in doubt, 1 not found; one entry is no"))
    #expect(text.contains("  2\t1 Arabic, 1 English\tAl-Kadhimi, Mustafa [Q1]\n"))
    let csv = try ProgramRun(["watch", "--format", "csv", list, Seeds.folder]).output
    #expect(csv.split(separator: "\r\n").count == 5)
    let other = try ProgramRun(["watch", "-", Seeds.folder], input: Data("Zebra Finch\n".utf8))
    #expect(other.status == 1 && other.output.hasPrefix("0 of 1 names found"))
    let absent = try ProgramRun(["watch", "/nowhere/list", Seeds.folder])
    #expect(absent.status == 1 && absent.errors.contains("/nowhere/list does not exist"))
  }

  @Test("A list that is kept is found by its name, in queries and by an import")
  func kept() throws {
    let added = try ProgramRun(["watch", "add"] + library + ["officials", list])
    #expect(added.status == 0 && added.output.hasPrefix("officials has 3 names; one entry"))
    let imported = try ProgramRun(["import"] + library + [Seeds.folder])
    #expect(imported.output.contains("2 of 2 new articles name someone on officials\n"))
    #expect(try ProgramRun(["watch"] + library + ["officials"]).output.hasPrefix("2 of 3"))
    #expect(try ProgramRun(["search"] + library + ["watch:officials lang:ar"]).status == 0)
    #expect(try ProgramRun(["watch", "list"] + library).output == "3\tofficials\n")
    #expect(try ProgramRun(["watch", "remove"] + library + ["officials"]).status == 0)
    let again = try ProgramRun(["watch", "remove"] + library + ["officials"])
    #expect(again.status == 1 && again.errors.contains("No list is called officials"))
    #expect(try ProgramRun(["search"] + library + ["is:watched"]).status == 1)
  }
}
