import Foundation
import Testing

@testable import Model

@Suite("Each JSON line is an article")
struct JSONLinesTests {
  private func results(
    _ text: String, path: String = "news.jsonl"
  ) -> [Result<Article, ImportFailure>] {
    var results: [Result<Article, ImportFailure>] = []
    ArticleReader().read(data: Data(text.utf8), path: path, modified: nil) { results.append($0) }
    return results
  }

  private let line = #"""
    {"title": "محادثات في \"بغداد\"", "date": "2017-01-20T21:43:00+01:00", "source": "إذاعة", "url": "http://example.org/محادثات", "text": "استمرت المحادثات.\nوقال الوزير إنها ستستمر في العاصمة."}
    """#

  @Test("All members of a line are read")
  func fields() throws {
    let article = try imported(line, path: "news.jsonl")
    #expect(article.title == "محادثات في \"بغداد\"")
    #expect(article.paragraphs(.title) == [article.title])
    #expect(
      article.paragraphs(.body) == ["استمرت المحادثات.", "وقال الوزير إنها ستستمر في العاصمة."])
    #expect(article.date == ArticleDate(seconds: 1_484_944_980, origin: .stated))
    #expect(article.source == "إذاعة")
    #expect(article.url == "http://example.org/محادثات")
    #expect(article.language == .arabic)
    #expect(article.origin == ArticleOrigin(path: "news.jsonl", line: 1))
  }

  @Test("Offsets count in the title, two line feeds and the text")
  func offsets() throws {
    let article = try imported(
      #"{"title":"Talks\n\u202Ein Baghdad","text":"\u001b[1mThe\u001b[0m \r\ntalks"}"#,
      path: "a.jsonl")
    let decoded = Array(
      "Talks\n\u{202E}in Baghdad\n\n\u{1B}[1mThe\u{1B}[0m \r\ntalks".unicodeScalars)
    #expect(article.title == "Talks in Baghdad")
    #expect(article.paragraphs(.body) == ["The", "talks"])
    for paragraph in article.paragraphs {
      let original = article.offsets.original(paragraph.range)
      #expect(
        decoded[original.upperBound - 1] == article.text.scalars[paragraph.range.upperBound - 1])
      #expect(decoded[original.lowerBound] == article.text.scalars[paragraph.range.lowerBound])
    }
    let untitled = try imported(#"{"text":"The talks went on."}"#, path: "a.jsonl")
    #expect(untitled.offsets.original(0) == 0)
    #expect(untitled.text.string == "\n\nThe talks went on.")
  }

  @Test("A broken line is a failure with its number, and the rest goes on")
  func broken() {
    let results = results(
      "\u{FEFF}\(line)\n\n{\"title\": \nnull\n[1]\n{\"text\": \"a \u{FFFD}\"}\r\n{}\n{\"title\": 5, \"text\": \"Five\"}\n{\"text\":\"\\ud800\"}"
    )
    var lines: [Int] = []
    var failed: [Int] = []
    for result in results {
      switch result {
      case .success(let article): lines.append(article.origin.line ?? 0)
      case .failure(let failure): failed.append(failure.line ?? 0)
      }
    }
    #expect(lines == [1, 6, 8, 9])
    #expect(failed == [3, 4, 5, 7])
  }

  @Test("Fields may be missing, and a title may be alone or repeated in the text")
  func missing() throws {
    let alone = try imported(#"{"title": "Talks go on"}"#, path: "a.ndjson")
    #expect(alone.paragraphs(.title) == ["Talks go on"])
    #expect(alone.date == nil)
    let twice = try imported(
      #"{"title": "Talks", "text": "Talks\n\nThey went on."}"#, path: "a.jsonl")
    #expect(twice.paragraphs(.body) == ["They went on."])
    let long = String(repeating: "title ", count: 50)
    #expect(
      try imported(#"{"title": "\#(long)", "text": "x"}"#, path: "a.jsonl").paragraphs(.title).count
        == 1)
  }

  @Test(
    "Dates as feeds and programs write them",
    arguments: [
      ("20/01/2017", "2017-01-20"), ("2017-01-22T185600", "2017-01-22"),
      ("Fri, 20 Jan 2017 21:43:00 GMT", "2017-01-20"), ("2017", ""), ("soon", ""),
    ])
  func dates(stated: String, day: String) throws {
    let article = try imported(#"{"text": "x", "date": "\#(stated)"}"#, path: "a.jsonl")
    #expect(article.statedDay == day)
  }

  @Test("Another name does not matter; text that starts with a brace is text")
  func recognized() throws {
    #expect(results(line + "\n" + line, path: "-").count == 2)
    #expect(try imported("{this} is how it starts", path: "a.txt").origin.line == nil)
  }

  @Test("Lines longer than the pieces that are read come out whole")
  func longLines() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "كلمة ", count: 100_000)
    let lines = (0..<4).map { #"{"title": "\#($0)", "text": "\#(text)"}"# }
    try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let file = try #require(ArticleReader().files(under: [folder.path]).files.first)
    var titles: [String] = []
    ArticleReader().read(file) { result in
      if let article = try? result.get() {
        titles.append(article.title)
        #expect(article.text.count == 500_003)
      }
    }
    #expect(titles == ["0", "1", "2", "3"])
  }

  @Test("A file of nothing but broken lines does not fill the memory with failures")
  func manyBroken() {
    let results = results(String(repeating: "x\n", count: 5000))
    #expect(results.count == 1001)
    guard case .failure(let last) = results.last else { return }
    #expect(last.description == "news.jsonl has 4000 more lines that were not read.")
  }

  @Test("An error thrown by the receiver stops the reading")
  func stops() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try ArticleReader().read(data: Data("\(line)\n\(line)".utf8), path: "-", modified: nil) { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }

  @Test("Half a surrogate pair is U+FFFD, and a raw control character costs no text")
  func lenient() throws {
    let halves = try imported(
      #"{"title": "a\\ud83d b", "text": "\ud83d\ude00 \udc00x\ud83d"}"#, path: "a.jsonl")
    #expect(halves.title == #"a\ud83d b"#)
    #expect(halves.paragraphs(.body) == ["😀 \u{FFFD}x\u{FFFD}"])
    let controls = try imported(
      "{\"title\": \"wheat\tprices\", \"text\": \"are\u{1}\u{1B} high\\n\"}", path: "a.jsonl")
    #expect(controls.title == "wheat prices")
    #expect(controls.paragraphs(.body) == ["are high"])
  }

  @Test("A text that is no string is a failure that says so, and a number is its digits")
  func types() throws {
    let list = Data(#"{"title": "Talks", "text": ["They", "went on"]}"#.utf8)
    #expect(
      refusal(list, path: "a.jsonl")
        == "a.jsonl, line 1, has a `text` that is not a string; make it one.")
    #expect(try imported(#"{"title": 1984, "text": "x"}"#, path: "a.jsonl").title == "1984")
    #expect(try imported(#"{"title": "x", "text": null}"#, path: "a.jsonl").title == "x")
  }

  @Test(
    "Dates may be seconds or milliseconds since 1970, as numbers or strings",
    arguments: ["1597744800", "1597744800.5", "1597744800000", "\"1597744800\"", "20200818"])
  func numericDates(date: String) throws {
    let article = try imported(#"{"text": "x", "date": \#(date)}"#, path: "a.jsonl")
    #expect(article.statedDay == "2020-08-18")
    #expect(
      try imported(#"{"text": "x", "date": -1e300}"#, path: "a.jsonl").statedDay == "")
    #expect(
      try imported(#"{"text": "x", "date": -2208988800}"#, path: "a.jsonl").statedDay
        == "1900-01-01")
  }

  @Test("Character references are decoded once, and lead back to themselves")
  func references() throws {
    let text =
      "AT&amp;T &#8217;&#x645;&nbsp;x &amp;lt; &copy=1 &#27;[31m &bogus; &#128; caf&eacute;"
    let article = try imported(#"{"text": "\#(text)"}"#, path: "a.jsonl")
    #expect(
      article.paragraphs(.body) == ["AT&T ’م x &lt; &copy=1  &bogus; € café"])
    let range = try #require(find("café", in: article.text))
    let decoded = Array(("\n\n" + text).unicodeScalars)
    #expect(
      String(String.UnicodeScalarView(decoded[article.offsets.original(range).range]))
        == "caf&eacute;")
  }
}
