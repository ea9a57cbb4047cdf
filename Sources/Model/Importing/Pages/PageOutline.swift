/// The elements of a page in reading order, with what is measured about the text in each.
struct PageOutline {
  /// An element and the text that belongs to it and to no block inside it.
  struct Element {
    let node: MarkupNode
    let name: String
    let parent: Int
    /// The position after the last element inside this one.
    var end: Int
    /// Letters and digits, those in links among them.
    var letters = 0
    var linked = 0
    /// Marks that end or divide sentences.
    var marks = 0
    /// Letters of the paragraphs in the whole subtree.
    var prose = 0
    /// Whether a heading of the first level stands in the subtree.
    var hasTitle = false

    /// Whether the text reads as a paragraph of an article.
    var isProse: Bool {
      linked * 2 < letters && marks * 4 < letters && (letters >= 80 || letters >= 25 && marks > 0)
    }
  }

  /// The elements, the root first; an element's descendants follow it.
  private(set) var elements: [Element] = []

  /// Measures the elements below and including `root`.
  init(root: MarkupNode) {
    elements.append(Element(node: root, name: root.name.lowercased(), parent: 0, end: 0))
    var stack = [0]
    var blocks = [0]
    var links = 0
    var measured = self
    root.walk { node in
      if node.isText {
        let block = blocks.last ?? 0
        node.withBytes { measured.measure($0, block: block, isLinked: links > 0) }
        return false
      }
      guard node.isElement else { return false }
      let name = node.name.lowercased()
      if Self.silent.contains(name) { return false }
      let index = measured.elements.count
      measured.elements.append(
        Element(node: node, name: name, parent: stack.last ?? 0, end: index + 1))
      stack.append(index)
      if !Self.inline.contains(name) { blocks.append(index) }
      if name == "a" { links += 1 }
      return true
    } leave: { _ in
      guard let index = stack.popLast(), index > 0 else { return }
      measured.elements[index].end = measured.elements.count
      if blocks.last == index { blocks.removeLast() }
      if measured.elements[index].name == "a" { links -= 1 }
    }
    measured.elements[0].end = measured.elements.count
    self = measured
    for index in elements.indices.reversed() {
      if elements[index].name == "h1" { elements[index].hasTitle = true }
      if elements[index].isProse { elements[index].prose += elements[index].letters }
      guard index > 0 else { continue }
      let parent = elements[index].parent
      elements[parent].prose += elements[index].prose
      if elements[index].hasTitle { elements[parent].hasTitle = true }
    }
  }

  /// Whether the element at a position is another one or holds it.
  func holds(_ index: Int, _ other: Int) -> Bool {
    (index..<elements[index].end).contains(other)
  }

  /// Elements whose text no reader of the page sees.
  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select",
    "textarea", "audio", "video", "canvas", "dialog",
  ]

  /// Elements that stand inside a line.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span",
    "st1:place",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  private mutating func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, block: Int, isLinked: Bool
  ) {
    var letters = 0
    var marks = 0
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xF4: letters += 1
      case 0x2C, 0x2E, 0x21, 0x3F, 0x3A, 0x3B: marks += 1
      // «،», «؛» and «؟» are D8 8C, D8 9B and D8 9F in UTF-8.
      case 0x8C where previous == 0xD8, 0x9B where previous == 0xD8, 0x9F where previous == 0xD8:
        letters -= 1
        marks += 1
      default: break
      }
      previous = byte
    }
    elements[block].letters += letters
    elements[block].marks += marks
    if isLinked { elements[block].linked += letters }
  }
}
