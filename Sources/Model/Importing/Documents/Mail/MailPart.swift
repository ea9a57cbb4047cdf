import Foundation

/// A part of a message, or a whole message: its headers and its body (RFC 2046).
struct MailPart {
  /// How deep parts within parts are read.
  private static let deepest = 16
  /// How many parts of a message are read.
  private static let mostParts = 500

  /// What the part states about itself.
  let headers: MailHeaders
  /// The media type, such as `text/html`.
  let type: String
  /// The parts of a multipart body.
  private(set) var parts: [MailPart] = []
  private let typeParameters: MailParameters?
  private let body: ArraySlice<UInt8>

  /// Reads a message.
  init(_ bytes: ArraySlice<UInt8>) {
    var room = Self.mostParts
    self.init(bytes, depth: 0, room: &room)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, room: inout Int) {
    headers = MailHeaders(bytes)
    var lines = MailLines(bytes)
    while let line = lines.next(), !line.isEmpty {}
    body = bytes[min(lines.position, bytes.endIndex)...]
    typeParameters = headers.parameterized("content-type")
    let stated = typeParameters?.value ?? ""
    type = stated.contains("/") ? stated : "text/plain"
    guard type.hasPrefix("multipart/"), depth < Self.deepest,
      let boundary = typeParameters?["boundary"], !boundary.isEmpty
    else { return }
    for piece in Self.pieces(of: body, boundary: Array("--\(boundary)".utf8)) where room > 0 {
      room -= 1
      parts.append(MailPart(piece, depth: depth + 1, room: &room))
    }
  }

  /// The bytes between the lines that hold the boundary; what stands before the first and after the
  /// closing one is no part.
  private static func pieces(
    of body: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var lines = MailLines(body)
    var position = lines.position
    while let line = lines.next() {
      if line.starts(with: boundary) {
        let rest = line.dropFirst(boundary.count)
        let isClosing = rest.starts(with: "--".utf8)
        if isClosing || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          if let start { pieces.append(body[start..<position]) }
          start = isClosing ? nil : min(lines.position, body.endIndex)
          if isClosing { break }
        }
      }
      position = min(lines.position, body.endIndex)
    }
    // A message that was cut off has no closing line.
    if let start { pieces.append(body[start...]) }
    return pieces
  }

  /// The bytes of the body, its transfer encoding undone.
  var content: [UInt8] {
    let encoding = headers.parameterized("content-transfer-encoding")?.value ?? ""
    return TransferEncoding.decoded(body, encoding)
  }

  /// The characters of the body.
  var text: String { CharsetDecoding.text(content, charset: typeParameters?["charset"]) }

  /// The identifier by which other parts name it, without angle brackets.
  var identifier: String? {
    headers.text("content-id")?.trimmingCharacters(in: ["<", ">", " "])
  }

  /// The value of a parameter of the media type.
  func parameter(_ name: String) -> String? { typeParameters?[name] }

  /// Whether it is a file that was sent along.
  private var isAttachment: Bool {
    headers.parameterized("content-disposition")?.value == "attachment"
  }

  /// The parts that hold the text to read, in order: of alternatives one, of related parts the root.
  var readable: [MailPart] {
    if isAttachment { return [] }
    switch type {
    case "multipart/alternative":
      return Self.richest(of: parts.map(\.readable))
    case "multipart/related":
      return root?.readable ?? []
    case _ where type.hasPrefix("multipart/"):
      return parts.flatMap(\.readable)
    case "text/plain", "text/html", "application/xhtml+xml":
      return [self]
    default:
      return []
    }
  }

  /// The root of related parts (RFC 2387): the one that `start` names, else the first with a page.
  var root: MailPart? {
    if let start = parameter("start")?.trimmingCharacters(in: ["<", ">", " "]),
      let named = parts.first(where: { $0.identifier == start })
    {
      return named
    }
    return parts.first { $0.type.contains("html") } ?? parts.first { !$0.readable.isEmpty }
  }

  /// Of alternatives the one with markup, unless the plain one holds far more text: some newsletters
  /// have a page that only says where to read them.
  private static func richest(of alternatives: [[MailPart]]) -> [MailPart] {
    let markup = alternatives.last { $0.contains(where: \.isMarkup) }
    let plain = alternatives.first { !$0.isEmpty && !$0.contains(where: \.isMarkup) }
    guard let markup else { return plain ?? [] }
    guard let plain else { return markup }
    let letters = markup.reduce(0) { $0 + MailText.lettersOutsideTags($1.text) }
    let plainLetters = plain.reduce(0) {
      $0 + $1.text.unicodeScalars.count { $0.properties.isAlphabetic }
    }
    return letters * 3 >= plainLetters * 2 ? markup : plain
  }

  /// Whether it is a page.
  var isMarkup: Bool { type.contains("html") }
}
