/// Where in a page the text of its article stands.
struct PageBody {
  private let outline: PageOutline
  private let base: String?
  /// Where the title stands; what holds it is no menu, and menus beside it may be larger than the text.
  private let heading: PageHeading?
  /// The words of the page's own summary, by which a lead that stands apart is known.
  private let summary: Set<HashedWord>
  /// The elements that are no part of the article.
  private var skipped: Set<MarkupNode> = []
  /// What each subtree is worth: letters of prose, less what speaks against an article.
  private var worth: [Double] = []

  /// The text of the article in blocks.
  ///
  /// - Parameters:
  ///   - outline: The page's elements.
  ///   - metadata: What the page states: the title, which is no part of the text, and evidence of it.
  static func blocks(in outline: PageOutline, stating metadata: PageMetadata) -> [TextBlock] {
    var body = PageBody(outline: outline, metadata: metadata)
    func trimmed() -> [TextBlock] {
      BlockTrimming.trimmed(body.blocks(), title: metadata.title, stated: metadata.statedBody)
    }
    body.skipForeign()
    let blocks = trimmed()
    // Where next to nothing is left of the page's prose, the names of its parts were misleading.
    let found = letters(in: blocks)
    guard found * 10 < outline.elements[0].prose, found * 10 < body.skipFrames() else {
      return blocks
    }
    let all = trimmed()
    return letters(in: all) > found ? all : blocks
  }

  private static func letters(in blocks: [TextBlock]) -> Int {
    blocks.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The blocks of the element that is worth the most, after the lead where that stands before it.
  private mutating func blocks() -> [TextBlock] {
    weigh()
    let container = container
    skipTail(in: container)
    return (lead(before: container) + [container]).flatMap {
      MarkupText.blocks(of: outline.elements[$0].node, base: base, skipping: skipped)
    }
  }

  private init(outline: PageOutline, metadata: PageMetadata) {
    self.outline = outline
    base = metadata.base
    heading = metadata.title.flatMap { PageHeading(of: $0, in: outline) }
    summary = Set(HashedWord.words(of: metadata.summary ?? ""))
  }

  private mutating func skipForeign() {
    let whole = Double(max(1, outline.elements[0].prose))
    let (outline, heading) = (outline, heading)
    skip { index, element in
      PageParts.isForeign(
        element, share: Double(element.prose) / whole,
        place: heading?.place(of: index, in: outline) ?? .unknown)
    }
  }

  /// Skips only what is a frame for certain, and says how many letters of prose are left.
  private mutating func skipFrames() -> Int {
    let whole = outline.elements[0].prose
    var left = whole
    let (outline, heading) = (outline, heading)
    skip { index, element in
      guard element.prose * 100 < whole * 97,
        heading?.place(of: index, in: outline) == .apart, PageParts.isFrame(element)
      else { return false }
      left -= element.prose
      return true
    }
    return left
  }

  /// Skips the outermost elements of which `isForeign` is true, and no others.
  private mutating func skip(where isForeign: (Int, PageOutline.Element) -> Bool) {
    skipped = []
    let elements = outline.elements
    var index = 1
    while index < elements.count {
      let element = elements[index]
      if isForeign(index, element) {
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
    var spans: [String: ClosedRange<Int>]?
    for index in best..<elements[best].end
    where worth[index] > worth[best] * 0.6 && PageParts.isBody(elements[index].node) {
      let known = spans ?? classSpans(in: best)
      spans = known
      // An article that is cut into several has a body for each.
      let span = elements[index].node.attribute("class").flatMap { known[$0] } ?? index...index
      if outline.holds(index, span.lowerBound), outline.holds(index, span.upperBound) {
        return index
      }
    }
    return best
  }

  /// From where to where elements of each class stand in the element at `container`, those with text.
  private func classSpans(in container: Int) -> [String: ClosedRange<Int>] {
    let elements = outline.elements
    var spans: [String: ClosedRange<Int>] = [:]
    for index in container..<elements[container].end where worth[index] > 0 {
      guard let name = elements[index].node.attribute("class") else { continue }
      spans[name] = (spans[name]?.lowerBound ?? index)...index
    }
    return spans
  }

  /// The paragraphs between the title and the element at `container` that say what the page's own
  /// summary says.
  private func lead(before container: Int) -> [Int] {
    guard let heading, !summary.isEmpty, !outline.holds(container, heading.index) else { return [] }
    let elements = outline.elements
    var found: [Int] = []
    var index = elements[heading.index].end
    while index < container {
      let element = elements[index]
      if skipped.contains(element.node) {
        index = element.end
      } else if element.end <= container, element.isProse, Self.lead.contains(element.letters) {
        let words = Set(HashedWord.words(of: element.node.text))
        if words.intersection(summary).count * 2 >= words.count { found.append(index) }
        index = element.end
      } else {
        index += 1
      }
    }
    return found
  }

  /// How many letters a lead has; shorter ones are a subtitle.
  private static let lead = 140...3000
}
