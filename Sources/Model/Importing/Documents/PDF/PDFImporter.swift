import Foundation

/// Reads PDF documents with `pdftotext`.
struct PDFImporter: WholeDocumentImporter {
  /// How many pages one run of the program reads: what it writes about them fits its limit.
  private static let pagesInRun = 100
  private static let mostPages = 3000

  /// Whether a word is in the lexicon; `nil` where there is none.
  var isWord: (@Sendable (String) -> Bool)?
  /// The program that reads the file; another one in tests.
  var program = "pdftotext"

  func recognizes(path: String, head: [UInt8]) -> Bool {
    // Programs put up to 1,024 bytes before the header (ISO 32000-1, annex H).
    head.prefix(1024 + 5).contains(utf8: "%PDF-")
      && !head.starts(with: [0x50, 0x4B])
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let path = source.path
    let file = try DocumentFile(source)
    var pages: [PDFPage] = []
    var properties: [String: String] = [:]
    while pages.count < Self.mostPages {
      let layout: PDFLayout
      do {
        layout = try pagesOf(file, from: pages.count + 1)
      } catch {
        // A document whose pages end with a run has no page after it.
        if case .failed = error, !pages.isEmpty { break }
        throw ImportFailure(path: path, reason: error.reason)
      }
      if pages.isEmpty { properties = layout.properties }
      pages += layout.pages
      if layout.pages.count < Self.pagesInRun { break }
    }
    return [try article(pages, properties, path: path)]
  }

  private func pagesOf(
    _ file: DocumentFile, from first: Int
  ) throws(ConverterFailure) -> PDFLayout {
    let converter = Converter(
      program: program,
      arguments: [
        "-bbox-layout", "-enc", "UTF-8", "-f", String(first), "-l",
        String(first + Self.pagesInRun - 1), DocumentFile.path, "-",
      ], package: "poppler-utils")
    return PDFLayout(try converter.output(of: file))
  }

  /// The article that the pages of a document hold.
  func article(
    _ pages: [PDFPage], _ properties: [String: String], path: String
  ) throws(ImportFailure) -> StructuredText {
    let running = RunningLines(pages)
    let text = pages.map { page in
      let dropped = running.indices(in: page)
      var page = page
      page.lines = page.lines.indices.filter { !dropped.contains($0) }.map { page.lines[$0] }
      return page
    }
    let paragraphs = PDFParagraphs(text, isWord: isWord)
    guard !paragraphs.blocks.isEmpty else {
      throw ImportFailure(
        path: path,
        reason: "is a PDF document of images without text; recognize it with `ocrmypdf` first")
    }
    let quality = PDFQuality(paragraphs.blocks, isWord: isWord)
    if let reason = quality.refusal { throw ImportFailure(path: path, reason: reason) }
    var article = StructuredText()
    article.blocks = paragraphs.blocks
    article.title = title(properties["Title"], paragraphs.blocks)
    article.author = properties["Author"].flatMap { $0.isEmpty ? nil : $0 }
    article.published = properties["CreationDate"].flatMap(PDFDate.init)?.seconds
    return article
  }

  /// The title that the document states where its text has it too, as many state the name of a file
  /// or of a template; else its first heading.
  private func title(_ stated: String?, _ blocks: [TextBlock]) -> String? {
    let start = blocks.prefix(20)
    if let stated {
      let words = PDFParagraphs.words(of: stated)
      let found = Set(start.flatMap { PDFParagraphs.words(of: $0.text) })
      if words.count > 1, words.allSatisfy(found.contains) { return stated }
    }
    return start.first { if case .heading = $0.kind { true } else { false } }?.text
  }
}

/// A date as PDF writes it: `D:20230314101500+02'00'` (ISO 32000-1, 7.9.4), or as ISO 8601 does.
struct PDFDate {
  /// Seconds since 1 January 1970 UTC.
  let seconds: Int64

  /// Reads a date; `nil` where there is none.
  init?(_ text: String) {
    let digits = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
    let fields = digits.prefix { $0 != "+" && $0 != "Z" }.unicodeScalars.compactMap(Digits.value)
    guard fields.count >= 8 else { return nil }
    func number(_ range: Range<Int>, _ otherwise: Int) -> Int {
      range.upperBound <= fields.count ? fields[range].reduce(0) { 10 * $0 + $1 } : otherwise
    }
    var parts = DateComponents()
    parts.timeZone = TimeZone(secondsFromGMT: 0)
    (parts.year, parts.month, parts.day) = (number(0..<4, 0), number(4..<6, 1), number(6..<8, 1))
    (parts.hour, parts.minute) = (number(8..<10, 0), number(10..<12, 0))
    parts.calendar = Calendar(identifier: .gregorian)
    guard (1980...2200).contains(parts.year ?? 0), parts.isValidDate, let date = parts.date else {
      return nil
    }
    var offset = 0
    if let sign = digits.lastIndex(where: { $0 == "+" }) {
      let zone = digits[sign...].unicodeScalars.compactMap(Digits.value)
      if zone.count >= 2 { offset = (zone[0] * 10 + zone[1]) * 3600 }
    }
    seconds = Int64(date.timeIntervalSince1970) - Int64(offset)
  }
}
