import Foundation
import Testing

@testable import Model

@Suite("A failure is a sentence that names the file and what to do")
struct FailureTests {
  @Test(
    "Formats that are not text",
    arguments: [
      ("\u{7F}ELF\u{2}\u{1}", "program"),
      ("PK\u{3}\u{4}\u{14}", "ZIP"),
      ("<!DOCTYPE html>\n", "without an article"), ("  <html lang=ar>", "web page"),
      ("<?xml version='1.0'?>", "XML"),
      ("{\\rtf1 x}", "RTF"), ("GIF89a", "GIF"),
    ])
  func formats(start: String, named: String) {
    let sentence = refusal(Data(start.utf8), path: "/tmp/file")
    #expect(sentence.hasPrefix("/tmp/file is"))
    #expect(sentence.contains(named))
    #expect(sentence.hasSuffix("."))
  }

  @Test("A page without text is refused by its name as well, JSON of another form by its start")
  func names() {
    #expect(refusal(Data("<p></p>".utf8), path: "a.HTM").contains("web page"))
    #expect(refusal(Data("[{\"title\": \"x\"}]".utf8), path: "a.json").contains("jq"))
  }

  @Test("A feed whose items have neither a title nor a text is refused as a whole")
  func itemsWithoutText() {
    let feed = "<rss><channel><item><guid>1</guid></item><item/></channel></rss>"
    #expect(refusal(Data(feed.utf8), path: "a.xml").contains("no text"))
  }

  @Test("Pictures, zeros and noise are binary")
  func binary() {
    #expect(refusal(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])).contains("PNG"))
    #expect(refusal(Data([0xFF, 0xD8, 0xFF, 0xE0])).contains("JPEG"))
    #expect(refusal(Data("abc\0def".utf8)).contains("is binary"))
    #expect(refusal(Data(count: 10_000)).contains("is binary"))
    #expect(refusal(Data([0xFF, 0xFE] + (0..<200).flatMap { [$0, 0xD8] })).contains("is binary"))
  }

  @Test("One stray zero in a long text is dropped with no more ado")
  func strayZero() throws {
    let text = String(repeating: "The talks went on. ", count: 200)
    #expect(try imported(Data((text + "\0End").utf8)).text.string == text + "End")
  }

  @Test("Empty files and white space")
  func empty() {
    #expect(refusal(Data()) == "article.txt is empty; there is nothing to read.")
    #expect(refusal(Data(" \n\t\r\n\u{200F}".utf8)).contains("white space"))
    #expect(refusal(Data([0xEF, 0xBB, 0xBF])).contains("white space"))
    #expect(refusal(Data(), path: "-").hasPrefix("Standard input is empty"))
  }

  @Test("A text beyond the bound")
  func huge() {
    let data = Data(repeating: 0x61, count: PlainTextImporter.largestFile + 1)
    #expect(refusal(data).contains("larger than 16 MiB"))
  }

  @Test("A file's name cannot reach the terminal as more than text")
  func hostileName() {
    let failure = ImportFailure(path: "a\u{1B}[2J\nb\u{202E}.txt", reason: "is empty")
    #expect(failure.description == "a b.txt is empty.")
    let line = ImportFailure(path: "a.jsonl", line: 7, reason: "is not a JSON object")
    #expect(line.description == "a.jsonl, line 7, is not a JSON object.")
  }
}
