import Foundation

/// Reads the text documents of word processors: DOCX (ECMA-376) and ODT (OpenDocument 1.3).
struct OfficeImporter: WholeDocumentImporter {
  func recognizes(path: String, head: [UInt8]) -> Bool {
    guard head.starts(with: ZipArchive.signature) else { return false }
    return Self.isODT(head) || path.lowercased().hasSuffix(".docx")
      || head[...].contains(utf8: "word/")
  }

  private static func isODT(_ head: [UInt8]) -> Bool {
    head.prefix(200).contains(utf8: "application/vnd.oasis.opendocument.text")
  }

  func articles(in source: ByteSource) throws(ImportFailure) -> [StructuredText] {
    let path = source.path
    let isODT = Self.isODT(try source.head())
    let archive = try ZipArchive(source)
    let text = try archive.markup(isODT ? "content.xml" : "word/document.xml")
    let properties = try? archive.markup(isODT ? "meta.xml" : "docProps/core.xml")
    var reading = OfficeText()
    if !isODT, let related = try? archive.markup("word/_rels/document.xml.rels") {
      for relation in related.descendants("Relationship") {
        if let id = relation.attribute("Id"), let target = relation.attribute("Target") {
          reading.addresses[id] = target
        }
      }
    }
    reading.read(text)
    guard !reading.blocks.isEmpty else {
      throw ImportFailure(
        path: path, reason: "is a document without text; there is nothing to read")
    }
    var article = StructuredText()
    article.blocks = reading.blocks
    article.title =
      reading.title ?? properties?.firstText("title")
      ?? reading.blocks.first { if case .heading = $0.kind { true } else { false } }?.text
    article.author = properties?.firstText("creator") ?? properties?.firstText("initial-creator")
    article.language = properties?.firstText("language")
    // `created` is DOCX's, `creation-date` ODT's.
    article.published = DocumentDate.seconds(
      properties?.firstText("created") ?? properties?.firstText("creation-date"))
    return [article]
  }
}

/// The blocks of a word processor's document.
struct OfficeText {
  /// The blocks in the order of the text.
  private(set) var blocks: [TextBlock] = []
  /// The paragraph in the style `Title`.
  private(set) var title: String?
  /// Where links lead, by the identifiers that DOCX gives them.
  var addresses: [String: String] = [:]

  /// A paragraph that is being read; text boxes hold paragraphs in paragraphs.
  private struct Open {
    var kind = TextBlock.Kind.paragraph
    var isTitle = false
    var text: [Unicode.Scalar] = []
    var links: [TextLink] = []
  }

  private var open: [Open] = []
  private var linkStarts: [(start: Int, address: String?)] = []
  private var cells: [[String]] = []
  private var listDepth = 0

  /// Reads a tree.
  mutating func read(_ root: MarkupNode) {
    var reading = self
    root.walk(
      enter: { reading.enter($0) },
      leave: { reading.leave($0) })
    self = reading
  }

  private mutating func enter(_ node: MarkupNode) -> Bool {
    if node.isText {
      // DOCX has text in `t` alone, ODT anywhere in a paragraph.
      let isWord = node.parent?.prefix == "w"
      if !isWord || node.parent?.name == "t" { append(node.text) }
      return false
    }
    guard node.isElement else { return false }
    switch node.name {
    // What was deleted, notes and comments, and the copy of a text box for old programs.
    case "del", "moveFrom", "tracked-changes", "annotation", "note", "Fallback", "sequence-decls",
      "table-of-content", "instrText", "delText":
      return false
    case "p" where node.prefix != "a" && node.prefix != "draw": open.append(Open())
    case "h":
      let level = node.attribute("outline-level").flatMap { Int($0) } ?? 1
      open.append(Open(kind: .heading(min(max(level, 1), 6))))
    case "pStyle": setStyle(node.attribute("val") ?? "")
    case "numPr" where isParagraph: change { $0.kind = .item(depth: 1, number: nil) }
    case "ilvl":
      let depth = node.attribute("val").flatMap { Int($0) } ?? 0
      if !open.isEmpty, case .item = open[open.count - 1].kind {
        change { $0.kind = .item(depth: min(max(depth, 0), 8) + 1, number: nil) }
      }
    case "outlineLvl":
      if isParagraph, let level = node.attribute("val").flatMap({ Int($0) }),
        (0..<6).contains(level)
      {
        change { $0.kind = .heading(level + 1) }
      }
    case "tab": if node.parent?.name != "tabs" { append(" ") }
    case "br", "cr", "line-break": append("\n")
    case "s": append(" ")
    case "noBreakHyphen": append("-")
    case "list": listDepth += 1
    case "tr", "table-row": cells.append([])
    case "tc", "table-cell": if !cells.isEmpty { cells[cells.count - 1].append("") }
    case "hyperlink", "a":
      let id = node.attribute("id")
      let address = node.name == "a" ? node.attribute("href") : id.flatMap { addresses[$0] }
      linkStarts.append((open.last?.text.count ?? 0, address))
    default: break
    }
    if node.name == "p" || node.name == "h" {
      if let style = node.attribute("style-name") { setStyle(style) }
      let depth = min(listDepth, 9)
      if depth > 0, isParagraph { change { $0.kind = .item(depth: depth, number: nil) } }
    }
    return true
  }

  private mutating func leave(_ node: MarkupNode) {
    switch node.name {
    case "p" where node.prefix != "a" && node.prefix != "draw", "h": finishParagraph()
    case "list": listDepth -= 1
    case "tr", "table-row": finishRow()
    case "hyperlink", "a":
      guard let link = linkStarts.popLast(), let address = link.address, address.hasPrefix("http")
      else { return }
      change { paragraph in
        if link.start < paragraph.text.count {
          paragraph.links.append(
            TextLink(range: link.start..<paragraph.text.count, address: address))
        }
      }
    default: break
    }
  }

  private var isParagraph: Bool { open.last?.kind == .paragraph }

  private mutating func change(_ body: (inout Open) -> Void) {
    if !open.isEmpty { body(&open[open.count - 1]) }
  }

  /// Takes what the name of a style says: `Heading1`, `Title`, `Heading_20_2`, `Quote`.
  private mutating func setStyle(_ name: String) {
    let lower = name.lowercased()
    if lower == "title" {
      change { ($0.isTitle, $0.kind) = (true, .heading(1)) }
    } else if lower.hasPrefix("heading"), let level = lower.last?.wholeNumberValue, level > 0 {
      change { $0.kind = .heading(min(level, 6)) }
    } else if lower.contains("quot") {
      change { $0.kind = .quote }
    } else if lower.hasPrefix("caption") {
      change { $0.kind = .caption }
    }
  }

  private mutating func append(_ text: String) {
    guard !open.isEmpty else { return }
    change { paragraph in
      for scalar in text.unicodeScalars {
        if scalar == "\n" && text == "\n" {
          paragraph.text.append("\n")
        } else if scalar.properties.isWhitespace {
          if let last = paragraph.text.last, last != " ", last != "\n" {
            paragraph.text.append(" ")
          }
        } else {
          paragraph.text.append(scalar)
        }
      }
    }
  }

  private mutating func finishParagraph() {
    guard var paragraph = open.popLast() else { return }
    while let last = paragraph.text.last, last.properties.isWhitespace {
      paragraph.text.removeLast()
    }
    guard !paragraph.text.isEmpty else { return }
    let text = ScalarText(paragraph.text).string
    if let row = cells.indices.last, let cell = cells[row].indices.last {
      cells[row][cell] += (cells[row][cell].isEmpty ? "" : " ") + text
      return
    }
    if paragraph.isTitle, title == nil { title = text }
    let links = paragraph.links.compactMap { link in
      let range = link.range.clamped(to: 0..<paragraph.text.count)
      return range.isEmpty ? nil : TextLink(range: range, address: link.address)
    }
    blocks.append(TextBlock(kind: paragraph.kind, text: text, links: links))
  }

  private mutating func finishRow() {
    guard let row = cells.popLast() else { return }
    let text = row.map { $0.replacing("\n", with: " ") }.joined(separator: "\t")
    guard row.contains(where: { !$0.isEmpty }) else { return }
    if let outer = cells.indices.last, let cell = cells[outer].indices.last {
      // A table in a cell.
      cells[outer][cell] +=
        (cells[outer][cell].isEmpty ? "" : " ") + text.replacing("\t", with: " ")
    } else {
      blocks.append(TextBlock(kind: .row, text: text))
    }
  }
}
