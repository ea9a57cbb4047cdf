import Foundation

/// Reads notes and newsletters in Markdown: headings, lists, quotes, code, links and emphasis.
///
/// What CommonMark has beyond is left as it stands: link references, HTML, tables, nested quotes and
/// paragraphs in list items.
struct MarkdownImporter: WholeDocumentImporter {
  func recognizes(path: String, head: [UInt8]) -> Bool {
    let name = path.lowercased()
    // A text with front matter is read as text, which knows it.
    return (name.hasSuffix(".md") || name.hasSuffix(".markdown"))
      && !head.starts(with: Array("---".utf8))
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let text = try source.text(limit: PlainTextImporter.largestFile)
    var article = StructuredText()
    article.blocks = MarkdownText(ScalarText(text.scalars).string).blocks
    guard !article.blocks.isEmpty else { throw .blank(path: source.path) }
    return [article]
  }
}

/// The blocks of a text in Markdown.
struct MarkdownText {
  /// The blocks in order.
  private(set) var blocks: [TextBlock] = []
  private var isOpen = false

  /// Reads a text.
  ///
  /// Complexity: O(*n*).
  init(_ text: String) {
    var code: [String] = []
    var fence: String?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let content = line.trimmingCharacters(in: .whitespaces)
      if let mark = fence {
        if content == mark {
          append(.preformatted, code.joined(separator: "\n"))
          (fence, code) = (nil, [])
        } else {
          code.append(String(line))
        }
      } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
        fence = String(content.prefix(3))
      } else {
        read(content, indent: line.prefix { $0 == " " || $0 == "\t" }.count)
      }
    }
    if fence != nil { append(.preformatted, code.joined(separator: "\n")) }
    for index in blocks.indices where blocks[index].kind != .preformatted {
      (blocks[index].text, blocks[index].links) = Self.inline(blocks[index].text)
    }
    blocks.removeAll(where: \.text.isEmpty)
  }

  private mutating func append(_ kind: TextBlock.Kind, _ text: String) {
    blocks.append(TextBlock(kind: kind, text: text))
    isOpen = false
  }

  private mutating func read(_ line: String, indent: Int) {
    guard !line.isEmpty else {
      isOpen = false
      return
    }
    let isRule = line.count >= 3 && Set(line).count == 1
    if isRule, let mark = line.first, "-=".contains(mark), isOpen,
      blocks.last?.kind == .paragraph
    {
      blocks[blocks.count - 1].kind = .heading(mark == "=" ? 1 : 2)
      isOpen = false
    } else if isRule, let mark = line.first, "-*_".contains(mark) {
      isOpen = false
    } else if let level = Self.headingLevel(line) {
      let text = line.dropFirst(level).trimmingCharacters(in: .whitespaces)
      append(.heading(level), text.replacing(/\s+#+$/, with: ""))
    } else if line.hasPrefix(">") {
      add(.quote, line.drop { $0 == ">" || $0 == " " })
    } else if let item = Self.item(line, indent: indent) {
      append(item.kind, String(item.text))
      isOpen = true
    } else if isOpen, let kind = blocks.last?.kind {
      add(kind, line[...])
    } else {
      add(.paragraph, line[...])
    }
  }

  /// Adds a line to the open block of its kind, or starts one.
  private mutating func add(_ kind: TextBlock.Kind, _ text: Substring) {
    if isOpen, blocks.last?.kind == kind {
      blocks[blocks.count - 1].text += " " + text
    } else {
      append(kind, String(text))
      isOpen = true
    }
  }

  private static func headingLevel(_ line: String) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).first == " " ? level : nil
  }

  private static func item(
    _ line: String, indent: Int
  ) -> (kind: TextBlock.Kind, text: Substring)? {
    let depth = min(indent / 2, 8) + 1
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return (.item(depth: depth, number: nil), line.dropFirst(2))
    }
    // Not all that Unicode calls a number is a digit: U+5146 is a million millions.
    let digits = line.unicodeScalars.lazy.map(Digits.value).prefix { $0 != nil }.compactMap { $0 }
    let rest = Substring(line.unicodeScalars.dropFirst(digits.count))
    guard (1...9).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return nil
    }
    let number = digits.reduce(0) { 10 * $0 + $1 }
    return (.item(depth: depth, number: number), rest.dropFirst(2))
  }

  /// The most scalars of a link's text, and of its address.
  private static let longestLink = (text: 500, address: 2000)

  /// A text without marks of emphasis and code, its links apart.
  private static func inline(_ text: String) -> (String, [TextLink]) {
    let source = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var links: [TextLink] = []
    var index = 0
    while index < source.count {
      let scalar = source[index]
      let next = index + 1 < source.count ? source[index + 1] : " "
      if scalar == "\\", isPunctuation(next) {
        result.append(next)
        index += 1
      } else if scalar == "[", let link = link(in: source, at: index) {
        let start = result.count
        result += link.text.filter { !["*", "`", "[", "!"].contains($0) }
        if link.address.hasPrefix("http"), start < result.count {
          links.append(TextLink(range: start..<result.count, address: link.address))
        }
        index = link.end
      } else if scalar == "_" {
        // Inside a word it is the word's.
        let isInside = index > 0 && isWordPart(source[index - 1]) && isWordPart(next)
        if isInside { result.append(scalar) }
      } else if scalar != "*", scalar != "`", scalar != "!" || next != "[" {
        result.append(scalar)
      }
      index += 1
    }
    return (ScalarText(result).string, links)
  }

  /// The link that starts at `start`: its text, its address and where it ends.
  private static func link(
    in source: [Unicode.Scalar], at start: Int
  ) -> (text: ArraySlice<Unicode.Scalar>, address: String, end: Int)? {
    guard let close = source[start...].prefix(longestLink.text).firstIndex(of: "]"),
      close + 1 < source.count, source[close + 1] == "(",
      let end = source[close...].prefix(longestLink.address).firstIndex(of: ")")
    else { return nil }
    let target = String(String.UnicodeScalarView(source[(close + 2)..<end]))
    let address = target.split(separator: " ").first.map(String.init) ?? ""
    return (source[(start + 1)..<close], address, end)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !isWordPart(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || Digits.value(scalar) != nil
  }
}
