/// Where in a page the text of its article stands.
struct PageBody {
  private let outline: PageOutline
  private let base: String?
  /// The elements that are no part of the article.
  private var skipped: Set<MarkupNode> = []
  /// What each subtree is worth: letters of prose, less what speaks against an article.
  private var worth: [Double] = []

  /// The text of the article in blocks.
  ///
  /// - Parameters:
  ///   - outline: The page's elements.
  ///   - base: The address against which links are resolved.
  ///   - title: The article's title, which is no part of its text.
  ///   - stated: What the page's data says of the text.
  static func blocks(
    in outline: PageOutline, base: String?, title: String?, stated: StatedBody?
  ) -> [TextBlock] {
    var body = PageBody(outline: outline, base: base)
    body.skipForeign()
    let blocks = BlockTrimming.trimmed(body.blocks(), title: title, stated: stated)
    // Where next to nothing is left of the page's prose, the names of its parts were misleading.
    guard letters(in: blocks) * 10 < outline.elements[0].prose else { return blocks }
    body.skipped = []
    let all = BlockTrimming.trimmed(body.blocks(), title: title, stated: stated)
    return letters(in: all) > letters(in: blocks) ? all : blocks
  }

  private static func letters(in blocks: [TextBlock]) -> Int {
    blocks.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The blocks of the element that is worth the most.
  private mutating func blocks() -> [TextBlock] {
    weigh()
    let container = container
    skipTail(in: container)
    return MarkupText.blocks(
      of: outline.elements[container].node, base: base, skipping: skipped)
  }

  private init(outline: PageOutline, base: String?) {
    self.outline = outline
    self.base = base
  }

  private mutating func skipForeign() {
    let elements = outline.elements
    let whole = Double(max(1, elements[0].prose))
    var index = 1
    while index < elements.count {
      let element = elements[index]
      if PageParts.isForeign(element, share: Double(element.prose) / whole) {
        skipped.insert(element.node)
        index = element.end
      } else {
        index += 1
      }
    }
  }

  private mutating func weigh() {
    let elements = outline.elements
    worth = Array(repeating: 0, count: elements.count)
    var isSkipped = Array(repeating: false, count: elements.count)
    for index in elements.indices where skipped.contains(elements[index].node) {
      for inside in index..<elements[index].end { isSkipped[inside] = true }
    }
    for index in elements.indices.reversed() where !isSkipped[index] {
      let element = elements[index]
      if element.isProse {
        var value = Double(element.letters - element.linked)
        if element.name == "li" { value *= 0.6 }
        worth[index] += value
      } else if element.letters > 0 {
        worth[index] -= element.linked > 0 ? 4 + 0.5 * Double(element.linked) : 2
      }
      if index > 0 { worth[element.parent] += worth[index] }
    }
  }

  /// Skips what follows the column of paragraphs in the element at `container`: boxes with little
  /// text, as those about the author, of calls to subscribe and of other articles.
  private mutating func skipTail(in container: Int) {
    let elements = outline.elements
    let inside = container..<elements[container].end
    var columns: [Int: (letters: Int, count: Int, end: Int)] = [:]
    for index in inside
    where elements[index].isProse && elements[index].name == "p" && worth[index] > 0 {
      var column = columns[elements[index].parent] ?? (0, 0, 0)
      column.letters += elements[index].letters
      column.count += 1
      column.end = elements[index].end
      columns[elements[index].parent] = column
    }
    let whole = elements[container].prose
    guard
      let (place, column) = columns.max(by: {
        ($0.value.letters, $0.key) < ($1.value.letters, $1.key)
      }),
      column.count >= Self.fewestParagraphs, column.letters * 2 >= whole
    else { return }
    var open: Set<Int> = [place]
    var above = place
    while above > container {
      above = elements[above].parent
      open.insert(above)
    }
    var index = column.end
    while index < inside.upperBound {
      let element = elements[index]
      if open.contains(element.parent), Self.boxes.contains(element.name),
        element.prose > 0, Double(element.prose) < Self.largestBox * Double(whole)
      {
        skipped.insert(element.node)
      }
      index = element.end
    }
  }

  private static let boxes: Set<String> = ["div", "section", "aside", "article"]
  /// How many paragraphs side by side make a column.
  private static let fewestParagraphs = 4
  /// The most of the text that a box after the column may hold.
  private static let largestBox = 0.15

  /// The innermost element that is worth the most, or the element inside it that says that it is the
  /// body and holds most of its text.
  private var container: Int {
    let elements = outline.elements
    var best = 0
    for index in elements.indices where worth[index] > 0 && worth[index] >= worth[best] * 0.999 {
      if worth[index] > worth[best] || index < elements[best].end { best = index }
    }
    for index in elements.indices
    where (best..<elements[best].end).contains(index) && worth[index] > worth[best] * 0.6 {
      if PageParts.isBody(elements[index].node) { return index }
    }
    return best
  }
}
