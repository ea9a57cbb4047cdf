import Foundation

/// Reads messages: a file with one (EML), or with many after lines that start with `From ` (mbox).
struct MailImporter: DocumentImporter {
  /// The most bytes of a message that are read; newsletters have some hundred thousand.
  static let largestMessage = 20 << 20
  private static let mostFailures = 1000

  var holdsMany: Bool { true }

  func recognizes(path: String, head: [UInt8]) -> Bool {
    if Self.startsMailbox(head) { return true }
    let name = path.lowercased()
    let headers = MailHeaders(head[...])
    if headers.parameterized("content-type")?.value == "multipart/related",
      MHTMLImporter.isSavedPage(path: path, headers)
    {
      return false
    }
    if name.hasSuffix(".eml") || name.hasSuffix(".mbox") { return headers.hasAny(of: Self.usual) }
    // Text that opens with "From:" and "Date:" lines may be an article; a message has more.
    return headers.hasAny(of: ["message-id", "received", "return-path"])
      && headers.hasAny(of: ["from"]) && headers.hasAny(of: ["date", "subject"])
  }

  func readTexts(
    _ source: ByteSource, body: (Result<StructuredText, ImportFailure>) throws -> Void
  ) rethrows {
    var splitter = MailboxSplitter(source)
    var count = 0
    var failures = 0
    while true {
      let message: [UInt8]?
      do {
        guard let next = try splitter.next() else { break }
        message = next.bytes
      } catch {
        return try body(.failure(error))
      }
      count += 1
      let place = splitter.isMailbox ? "has a message, number \(count), that" : "is a message that"
      guard let message else {
        failures += 1
        if failures <= Self.mostFailures {
          try body(
            .failure(
              ImportFailure(
                path: source.path,
                reason: "\(place) is larger than \(Self.largestMessage >> 20) MiB; save its text")))
        }
        continue
      }
      if let article = article(message) {
        try body(.success(article))
      } else {
        failures += 1
        if failures <= Self.mostFailures {
          try body(
            .failure(
              ImportFailure(
                path: source.path, reason: "\(place) holds no text; there is nothing to read")))
        }
      }
    }
  }

  /// The article of a message; `nil` where it has no text.
  func article(_ message: [UInt8]) -> StructuredText? {
    let part = MailPart(message[...])
    var article = StructuredText()
    for readable in part.readable {
      if readable.isMarkup {
        let base =
          readable.headers.text("content-location") ?? readable.headers.text("content-base")
        article.blocks += MarkupText.blocks(html: readable.text, base: base)
      } else {
        article.blocks += MailText.blocks(
          of: readable.text, isFlowed: readable.parameter("format")?.lowercased() == "flowed",
          dropsSpace: readable.parameter("delsp")?.lowercased() == "yes")
      }
    }
    article.title = part.headers.text("subject")
    guard !article.blocks.isEmpty || article.title != nil else { return nil }
    article.source = part.headers.sender
    article.published = part.headers.sent
    article.language = part.headers.text("content-language")
    // RFC 5064.
    article.url = part.headers.text("archived-at")?.trimmingCharacters(in: ["<", ">", " "])
    return article
  }

  private static func startsMailbox(_ head: [UInt8]) -> Bool {
    guard head.starts(with: "From ".utf8), let end = head.firstIndex(of: 0x0A) else { return false }
    return MailHeaders(head[(end + 1)...]).hasAny(of: usual)
  }

  private static let usual = [
    "from", "date", "subject", "message-id", "received", "return-path", "mime-version",
  ]
}

/// Splits a mailbox into its messages (mboxrd: `>From ` in a text stands for `From `).
struct MailboxSplitter {
  /// A message; without bytes where it is too large.
  struct Message {
    var bytes: [UInt8]?
  }

  private let source: ByteSource
  private var pending: [UInt8] = []
  /// Where the next line starts in `pending`.
  private var position = 0
  private var isAtEnd = false
  /// Whether the file is a mailbox, not one message.
  private(set) var isMailbox = false
  private var isStarted = false

  /// Reads from `source`, at the start of a mailbox or of a message.
  init(_ source: ByteSource) {
    self.source = source
  }

  /// The next message; `nil` at the end.
  mutating func next() throws(ImportFailure) -> Message? {
    if !isStarted {
      isStarted = true
      guard let first = try nextLine() else { return nil }
      isMailbox = first.starts(with: "From ".utf8)
      if !isMailbox { position = 0 }
    } else if !isMailbox {
      return nil
    }
    var message: [UInt8] = []
    var isTooLarge = false
    var hasLines = false
    var followsEmpty = false
    while let line = try nextLine() {
      if isMailbox, followsEmpty || !hasLines, line.starts(with: "From ".utf8) {
        if !hasLines { continue }
        return Message(bytes: isTooLarge ? nil : message)
      }
      hasLines = true
      followsEmpty = line == [0x0A] || line == [0x0D, 0x0A]
      guard !isTooLarge else { continue }
      message += isMailbox ? Self.unquoted(line) : line
      if message.count > MailImporter.largestMessage {
        isTooLarge = true
        message = []
      }
    }
    return hasLines ? Message(bytes: isTooLarge ? nil : message) : nil
  }

  private static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.count < line.count && rest.starts(with: "From ".utf8) ? line.dropFirst() : line
  }

  /// The next line with its end; a line that never ends comes in pieces.
  private mutating func nextLine() throws(ImportFailure) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return pending[position...end]
      }
      if isAtEnd || pending.count - position > MailImporter.largestMessage {
        guard position < pending.count else { return nil }
        defer { position = pending.count }
        return pending[position...]
      }
      searched = pending.count - position
      if position > 0 { pending.removeFirst(position) }
      position = 0
      if let piece = try source.next() { pending += piece } else { isAtEnd = true }
    }
  }
}

/// Reads pages that a browser saved with all their files in one (MHTML, RFC 2557).
struct MHTMLImporter: WholeDocumentImporter {
  private static let largest = 64 << 20

  /// Reads the article in a page whose address is known or not.
  var page: @Sendable (_ html: String, _ address: String?) -> StructuredText

  func recognizes(path: String, head: [UInt8]) -> Bool {
    Self.isSavedPage(path: path, MailHeaders(head[...]))
  }

  /// Whether a message is a saved page and not one that was sent.
  static func isSavedPage(path: String, _ headers: MailHeaders) -> Bool {
    let type = headers.parameterized("content-type")?.value
    guard type == "multipart/related" || type == "text/html" else { return false }
    let name = path.lowercased()
    return headers.hasAny(of: ["snapshot-content-location"])
      || (name.hasSuffix(".mhtml") || name.hasSuffix(".mht"))
        && headers.hasAny(of: ["mime-version"])
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let part = MailPart(try source.all(limit: Self.largest)[...])
    let root = part.isMarkup ? part : part.root
    guard let root, root.isMarkup else {
      throw ImportFailure(
        path: source.path, reason: "is a saved page without a page in it; save it again as HTML")
    }
    let address =
      part.headers.text("snapshot-content-location") ?? root.headers.text("content-location")
    var article = page(root.text, address)
    guard !article.blocks.isEmpty || article.title != nil else {
      throw ImportFailure(
        path: source.path, reason: "is a saved page without text; there is nothing to read")
    }
    if article.url == nil, let address, address.hasPrefix("http") { article.url = address }
    article.title = article.title ?? part.headers.text("subject")
    return [article]
  }
}
