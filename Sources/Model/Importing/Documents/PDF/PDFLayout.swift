/// A rectangle on a page, in points from its upper left corner.
struct PageBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// How high it is.
  var height: Double { bottom - top }
  /// How wide it is.
  var width: Double { right - left }

  /// The smallest box around both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether most of the lower of both stands beside the other.
  func isBeside(_ other: PageBox) -> Bool {
    let shared = min(bottom, other.bottom) - max(top, other.top)
    return shared > 0.6 * min(height, other.height)
  }

  /// Whether most of the narrower of both stands above or below the other.
  func isInColumn(of other: PageBox) -> Bool {
    let shared = min(right, other.right) - max(left, other.left)
    return shared > 0.5 * min(width, other.width)
  }
}

/// A word of a page, its scalars from left to right as they are drawn.
struct PDFWord {
  var box: PageBox
  var scalars: [Unicode.Scalar]
}

/// A line of a page.
struct PDFLine {
  var box: PageBox
  /// Its words from left to right.
  var words: [PDFWord]
}

/// A page of a document: its size and lines, column after column.
struct PDFPage {
  var width: Double
  var height: Double
  var lines: [PDFLine] = []
}

/// What `pdftotext -bbox-layout` writes: where each word of each page stands.
struct PDFLayout {
  /// The pages in order.
  private(set) var pages: [PDFPage] = []
  /// What the document states about itself, by the names of PDF.
  private(set) var properties: [String: String] = [:]

  /// Reads the output: an element on each line, which is why no parser is needed.
  ///
  /// Complexity: O(*n*).
  init(_ output: [UInt8]) {
    var block: [PDFWord] = []
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == 0x20 }
      guard text.first == UInt8(ascii: "<") else { continue }
      if text.starts(with: "<word ".utf8) {
        if let word = Self.word(text) { block.append(word) }
      } else if text.starts(with: "</block".utf8) {
        if !pages.isEmpty { pages[pages.count - 1].lines += Self.lines(of: block) }
        block.removeAll(keepingCapacity: true)
      } else if text.starts(with: "<page ".utf8) {
        pages.append(
          PDFPage(
            width: Self.number("width", in: text) ?? 0, height: Self.number("height", in: text) ?? 0
          ))
      } else if text.starts(with: "<title>".utf8) {
        properties["Title"] = Self.content(text)
      } else if text.starts(with: "<meta ".utf8), let name = Self.value("name", in: text) {
        properties[name] = Self.value("content", in: text)
      }
    }
  }

  /// The lines of a block: words beside each other, whatever order the program found them in.
  private static func lines(of block: [PDFWord]) -> [PDFLine] {
    var lines: [PDFLine] = []
    for word in block.sorted(by: { $0.box.top < $1.box.top }) {
      // Words come from above; a line that is not among the last two is closed.
      let place = lines.indices.suffix(2).last {
        lines[$0].box.isBeside(word.box)
      }
      if let place {
        lines[place].words.append(word)
        lines[place].box = lines[place].box.union(word.box)
      } else {
        lines.append(PDFLine(box: word.box, words: [word]))
      }
    }
    for index in lines.indices {
      lines[index].words.sort { ($0.box.left, $0.box.right) < ($1.box.left, $1.box.right) }
    }
    return lines
  }

  private static func word(_ text: ArraySlice<UInt8>) -> PDFWord? {
    guard let left = number("xMin", in: text), let top = number("yMin", in: text),
      let right = number("xMax", in: text), let bottom = number("yMax", in: text)
    else { return nil }
    let scalars = Array(content(text).unicodeScalars)
    // A mark by itself has lost its letter.
    guard scalars.contains(where: { !VisualText.isMark($0) }) else { return nil }
    return PDFWord(
      box: PageBox(left: left, top: top, right: right, bottom: bottom), scalars: scalars)
  }

  /// The characters of an element on one line.
  private static func content(_ text: ArraySlice<UInt8>) -> String {
    guard let start = text.firstIndex(of: UInt8(ascii: ">")),
      let end = text.lastIndex(of: UInt8(ascii: "<")), start < end
    else { return "" }
    return unescaped(text[(start + 1)..<end])
  }

  /// The value of an attribute.
  private static func value(_ name: String, in text: ArraySlice<UInt8>) -> String? {
    let opening = Array(" \(name)=\"".utf8)
    guard let start = text.firstIndex(ofBytes: opening).map({ $0 + opening.count }),
      let end = text[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return unescaped(text[start..<end])
  }

  private static func number(_ name: String, in text: ArraySlice<UInt8>) -> Double? {
    guard let value = value(name, in: text).flatMap(Double.init), value.isFinite else { return nil }
    return value
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    let string = String(decoding: text, as: UTF8.self)
    guard string.contains("&") else { return string }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(string) { $0.replacing($1.0, with: $1.1) }
  }
}
