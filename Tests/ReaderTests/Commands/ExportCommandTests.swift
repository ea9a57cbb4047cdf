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

  @Test("Notes go with what is exported, and is:noted exports all")
  func notes() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "library.sqlite")
    do {
      let library = try Library(at: file)
      _ = try ImportJob(library: library, tagger: try NewsTagger(), resolver: try NewsResolver())
        .run(paths: [Seeds.folder])
      let article = try #require(try library.articles(at: Seeds.english).first)
      let name = Note.Subject.name(JudgedName(kind: .place, text: "Baghdad"))
      _ = try library.apply(
        .notes([Note("ask *Oslo*\nsoon", on: .article(article)), Note("=1 city", on: name)]))
    }
    let library = ["--library", file.path]
    let all = try ProgramRun(["export", "--query", "is:noted -baghdad"] + library)
    #expect(all.status == 0)
    #expect(all.output == "# Baghdad (place)\n\n**Note:** =1 city\n\n")
    let noted = try ProgramRun(["export", "--query", "note:oslo"] + library).output
    #expect(noted.hasPrefix("## ") && noted.contains("\n\n**Note:** ask \\*Oslo\\*  \nsoon\n"))
    let city = try ProgramRun(["export", "Baghdad", "--format", "csv"] + library).output
    #expect(city.contains(",ask *Oslo* soon,'=1 city\r\n"))
    let json = try ProgramRun(["export", "Baghdad", "--format", "json"] + library).output
    #expect(json.contains("\"nameNote\"") && json.contains("ask *Oslo*\\nsoon"))
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
