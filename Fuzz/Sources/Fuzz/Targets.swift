import Foundation

@testable import Model

/// What can be fed with bytes that somebody else chose; `READER_FUZZ` names the one to fuzz.
enum FuzzTarget: String, CaseIterable {
  case importer
  case keys
  case records
  case query
  case judgements
  case feeds
  case pages
  case pdf
  case mails
  case office

  /// The target that the environment names.
  static let chosen = ProcessInfo.processInfo.environment["READER_FUZZ"].flatMap(FuzzTarget.init)

  /// Feeds the bytes; whatever should not be ends the program.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .importer: Self.runImporter(bytes)
    case .keys: Self.runKeys(bytes)
    case .records: Self.runRecords(bytes)
    case .query: Self.runQuery(bytes)
    case .judgements: Self.runJudgements(bytes)
    case .feeds: Self.runFeeds(bytes)
    case .pages: Self.runPages(bytes)
    case .pdf: Self.runPDF(bytes)
    case .mails: Self.runMails(bytes)
    case .office: Self.runOffice(bytes)
    }
  }

  /// The first byte chooses the name of the file, which the format depends on.
  private static func runImporter(_ bytes: [UInt8]) {
    let names = ["-", "a.txt", "a.jsonl", "a.json", "a.html", "a.md"]
    read(bytes.dropFirst(), path: names[Int(bytes.first ?? 0) % names.count])
  }

  /// Messages, mailboxes and pages that a browser saved as mail.
  private static func runMails(_ bytes: [UInt8]) {
    let names = ["a.eml", "a.mbox", "a.mhtml"]
    read(bytes.dropFirst(), path: names[Int(bytes.first ?? 0) % names.count])
  }

  private static func read(_ bytes: ArraySlice<UInt8>, path: String) {
    // Documents are unpacked by other programs; the targets for what these write are `pdf` and
    // `office`.
    let head = bytes.prefix(2048)
    guard head.firstRange(of: Array("%PDF-".utf8)) == nil, !head.starts(with: [0x50, 0x4B])
    else { return }
    ArticleReader().read(data: Data(bytes), path: path, modified: nil) { result in
      if case .success(let article) = result { check(article) }
    }
  }

  /// An article holds nothing that a terminal obeys, and its paragraphs stand in order.
  private static func check(_ article: Article) {
    for scalar in article.text.scalars {
      precondition(!scalar.isObeyedByTerminals || scalar == "\n" || scalar == "\t")
    }
    for text in [article.title, article.source ?? "", article.url ?? "", article.author ?? ""] {
      precondition(!text.unicodeScalars.contains(where: \.isObeyedByTerminals))
    }
    var position = 0
    for paragraph in article.paragraphs {
      precondition(paragraph.range.lowerBound >= position)
      position = paragraph.range.upperBound
    }
    precondition(position <= article.text.count)
    _ = TextLayout(article.text, width: 1 + article.text.count % 100)
  }

  private static func check(_ text: StructuredText) {
    let origin = ArticleOrigin(path: "fuzzed", line: nil)
    if let article = text.article(origin: origin, modified: nil) { check(article) }
  }

  /// A server's answer is a feed or none, a list of subscriptions or none.
  private static func runFeeds(_ bytes: [UInt8]) {
    if let feed = try? Feed(bytes, address: "https://news.example/feed", now: 1_700_000_000) {
      for item in feed.items { check(feed.article(item)) }
    }
    _ = SubscriptionList(opml: bytes)
  }

  /// A page holds an article or none, and names feeds or none.
  private static func runPages(_ bytes: [UInt8]) {
    if let page = PageArticle(bytes: bytes, address: "https://news.example/a") {
      check(page.content)
    }
    _ = FeedDiscovery(bytes, address: "https://news.example/")
  }

  /// What `pdftotext` writes of a document.
  private static func runPDF(_ bytes: [UInt8]) {
    let layout = PDFLayout(bytes)
    let importer = PDFImporter(isWord: { $0.utf8.count % 2 == 0 })
    if let text = try? importer.article(layout.pages, layout.properties, path: "a.pdf") {
      check(text)
    }
  }

  /// The part of a word processor's archive that holds its text.
  private static func runOffice(_ bytes: [UInt8]) {
    guard let root = MarkupDocument(xml: bytes)?.root else { return }
    var reading = OfficeText()
    reading.read(root)
    var text = StructuredText()
    text.title = reading.title
    text.blocks = reading.blocks
    check(text)
  }

  /// Keys are the same however the bytes are cut, and nothing between a paste's marks is one.
  private static func runKeys(_ bytes: [UInt8]) {
    var whole = KeyDecoder()
    let inputs = whole.feed(bytes) + whole.giveUp()
    precondition(whole.patience == .none)
    for case .paste(let text) in inputs {
      precondition(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
    var paste = KeyDecoder()
    let marks = (start: Array("\u{1B}[200~".utf8), end: Array("\u{1B}[201~".utf8))
    let pasted = paste.feed(marks.start) + bytes.flatMap { paste.feed([$0]) }
    if !bytes.contains(0x1B) {
      precondition(pasted.isEmpty)
      precondition(paste.feed(marks.end).count == 1)
    }
  }

  /// Whatever stands in a column of the library is read or refused.
  private static func runRecords(_ bytes: [UInt8]) {
    let data = Data(bytes.dropFirst())
    let count = Int(bytes.first ?? 0) * 16
    _ = try? PackedMention.all(in: data, count: count)
    _ = try? ArticleStructure(data, count: count)
    _ = try? ClusterStore.clusters(in: data)
    _ = try? Postings.articles(in: data)
    _ = Postings.count(in: data)
    var names = PackedReader(data)
    _ = try? names.readNames()
    _ = try? PackedClusterNames(beforeKindCodes: data)
  }

  /// Any text is a query, or a mistake that is explained.
  private static func runQuery(_ bytes: [UInt8]) {
    let query = SearchQuery(String(decoding: bytes, as: UTF8.self), isLiteral: bytes.count % 2 == 1)
    _ = query.mistake?.description
    _ = query.hidesNothing
    let text = ScalarText("Mustafa Al-Kazemi said in Baghdad: مصطفى الكاظمي")
    _ = QueryMatcher(query).ranges(in: text.scalars)
  }

  /// What is read of a file of judgements is the same once it was written.
  private static func runJudgements(_ bytes: [UInt8]) {
    guard let judgements = try? JudgementFile.judgements(in: Data(bytes), path: "fuzzed"),
      let text = try? JudgementFile.text(of: judgements)
    else { return }
    let again = try? JudgementFile.judgements(in: Data(text.utf8), path: "written")
    precondition(again == judgements)
    precondition(!text.unicodeScalars.contains { $0 != "\n" && $0.isObeyedByTerminals })
  }
}

/// What libFuzzer is started with: it calls the last argument with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The program: libFuzzer with the target that the environment names.
@main enum Fuzzing {
  static func main() {
    guard FuzzTarget.chosen != nil else {
      print("READER_FUZZ names none of \(FuzzTarget.allCases.map(\.rawValue))")
      exit(2)
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { start, count in
        FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}
