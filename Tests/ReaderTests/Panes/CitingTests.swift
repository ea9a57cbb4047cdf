import Foundation
import Model
import Testing

@testable import Reader

@Suite("Text that is copied or exported with its source") struct CitingTests {
  @Test("Y copies the sentence of a mention, from the text and from a page, or so many paragraphs")
  func cite() throws {
    let folder = try TemporaryFolder()
    let line = """
      {"title":"Harvest","source":"Wire","date":"2020-08-17","url":"https://a.example/1",\
      "text":"Rain fell.\\n\\nMustafa Al-Kazemi left Baghdad. He came back.\\n\\nNobody said why it was so."}
      """
    try folder.write(Data((line + "\n").utf8), to: "a.jsonl")
    var driver = try ScreenDriver(paths: [folder.url.path], columns: 120, rows: 40)
    let source = "\n\u{2014} Harvest \u{B7} Wire \u{B7} 2020-08-17 \u{B7} https://a.example/1\n"
    let sentence = "\u{201C}Mustafa Al-Kazemi left Baghdad.\u{201D}" + source
    try driver.putCursor(on: "Baghdad")
    driver.press("Y")
    #expect(driver.handedOut.last == .copy(sentence))
    driver.press("2", "Y")
    guard case .copy(let text)? = driver.handedOut.last else { return #expect(Bool(false)) }
    #expect(text.contains("He came back.") && text.contains("Nobody said why it was so.\u{201D}"))
    driver.press("e", "n", "Y")
    #expect(driver.handedOut.last == .copy(sentence))
  }

  @Test(":export writes what the filter finds, or a name's mentions, to a new file")
  func export() throws {
    let folder = try TemporaryFolder()
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 160, rows: 40)
    func run(_ line: String) {
      driver.press(":")
      driver.type(line)
      driver.press("Enter")
    }
    func path(_ name: String) -> String { folder.url.appending(path: name).path }
    run("export \(path("a.md"))")
    #expect(driver.foot.contains("There is no filter, search or name"))
    run("filter baghdad")
    run("export \(path("a.txt"))")
    #expect(driver.foot.contains("ends in .md, .csv or .json"))
    run("export \(path("a.md"))")
    #expect(driver.foot.contains("Exported"))
    #expect(try String(contentsOfFile: path("a.md"), encoding: .utf8).hasPrefix("## "))
    run("export \(path("a.md"))")
    #expect(driver.foot.contains("is there already"))
    run("export \(path("no/b.csv"))")
    #expect(driver.foot.contains("can't be written"))
    try driver.putCursor(on: "Baghdad")
    driver.press("e")
    run("export \(path("b.json"))")
    let json = try String(contentsOfFile: path("b.json"), encoding: .utf8)
    #expect(json.contains("\"text\" : \"Baghdad\""))
  }
}
