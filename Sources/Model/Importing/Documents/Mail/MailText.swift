import Foundation

/// Plain text in mail: its paragraphs and quotes.
enum MailText {
  /// The blocks of a text/plain part; where it flows (RFC 3676), a space at the end of a line means that
  /// its paragraph goes on.
  static func blocks(of text: String, isFlowed: Bool, dropsSpace: Bool) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var open = false
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isWrapped = !isFlowed && lines.allSatisfy { $0.unicodeScalars.count <= 80 }
    for line in lines {
      // RFC 3676 4.3: the signature ends the text.
      if line == "-- " { break }
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      // RFC 3676 4.4: space-stuffing.
      if isFlowed || depth > 0, content.first == " " { content = content.dropFirst() }
      let goesOn = isFlowed && content.last == " "
      let words = content.trimmingCharacters(in: .whitespaces)
      guard !words.isEmpty else {
        open = false
        continue
      }
      let kind: TextBlock.Kind = depth > 0 ? .quote : .paragraph
      if open, blocks.last?.kind == kind {
        let space = isFlowed && dropsSpace ? "" : isFlowed || isWrapped ? " " : "\n"
        blocks[blocks.count - 1].text += space + words
      } else {
        blocks.append(TextBlock(kind: kind, text: words))
      }
      open = isFlowed ? goesOn : true
    }
    return blocks
  }

  /// How many letters of a page stand outside of its tags, styles and scripts.
  static func lettersOutsideTags(_ html: String) -> Int {
    var letters = 0
    var tag: [UInt8]?
    var skipped: [UInt8] = []
    for byte in html.utf8 {
      if var name = tag {
        if byte == UInt8(ascii: ">") {
          let lower = name.map { $0 | 0x20 }
          if skipped.isEmpty, lower == Array("style".utf8) || lower == Array("script".utf8) {
            skipped = lower
          } else if lower.first == 0x2F, Array(lower.dropFirst()) == skipped {
            skipped = []
          }
          tag = nil
        } else if name.count < 8, byte > 0x20 {
          name.append(byte)
          tag = name
        }
      } else if byte == UInt8(ascii: "<") {
        tag = []
      } else if skipped.isEmpty, byte & 0xC0 != 0x80,
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
      {
        letters += 1
      }
    }
    return letters
  }
}
