import Foundation
import Model
import Testing

@testable import Reader

@Suite("reader export") struct ExportCommandTests {
  private struct Exported: Decodable {
    let title: String
    let language: String
    let path: String
    let text: String
    let sentence: String
    let start: Int
    let end: Int
  }

  private func passages(_ arguments: [String]) throws -> [Exported] {
    let run = try ProgramRun(["export", "--format", "json"] + arguments)
    return try JSONDecoder().decode([Exported].self, from: Data(run.output.utf8))
  }

  @Test("Every mention of a name comes with its sentence and its place, in both languages")
  func entity() throws {
    let passages = try passages(["مصطفى الكاظمي", Seeds.folder])
    #expect(Set(passages.map(\.language)) == ["ar", "en"])
    for passage in passages {
      #expect(passage.sentence.contains(passage.text))
      let text = try String(contentsOfFile: passage.path, encoding: .utf8)
      let scalars = Array(text.unicodeScalars)[passage.start..<passage.end]
      #expect(String(String.UnicodeScalarView(scalars)) == passage.text)
    }
  }

  @Test("A search is exported too; the first word is then a path")
  func query() throws {
    let passages = try passages(["--query", "lang:en person:moyes", Seeds.folder])
    #expect(!passages.isEmpty && passages.allSatisfy { $0.language == "en" })
    #expect(try ProgramRun(["export", "--query", "zebrafish", Seeds.folder]).status == 1)
    #expect(try ProgramRun(["export", "--query", "is:good", Seeds.folder]).status == 2)
    #expect(try ProgramRun(["export"]).status == 2)
    let absent = try ProgramRun(["export", "Zebra Finch", Seeds.folder])
    #expect(absent.status == 1 && absent.errors.contains("No article names Zebra Finch"))
  }

  @Test("CSV may begin with a byte order mark; Markdown has a heading for each article")
  func formats() throws {
    let csv = try ProgramRun(["export", "--format", "csv", "--bom", "Hela Moyes", Seeds.folder])
    #expect(csv.output.unicodeScalars.first == "\u{FEFF}")
    #expect(csv.output.dropFirst().hasPrefix("title,source,date,address,"))
    let markdown = try ProgramRun(["export", "Hela Moyes", Seeds.folder]).output
    #expect(markdown.split(separator: "\n").count { $0.hasPrefix("## ") } == 2)
    #expect(markdown.contains("> ") && markdown.contains("**"))
  }

  @Test("Markup in an article stays text in Markdown")
  func escaping() {
    let text = ScalarText("See [x](y) <b>*Moyes*</b>\nnow.")
    let article = Article(
      origin: ArticleOrigin(path: "a\u{1B}_b"), text: text, paragraphs: [], title: "# *T*",
      language: .english, url: "http://x/> <y")
    let report = ExportReport(passages: [
      Passage(article: article, range: TextRange(15, 20), sentence: text.range)
    ])
    #expect(
      report.markdown == """
        ## \\# \\*T\\*

        a\u{FFFD}\\_b · <http://x/y>

        > See \\[x\\](y) \\<b\\>\\***Moyes**\\*\\</b\\> now. (15–20)

        """)
  }
}
