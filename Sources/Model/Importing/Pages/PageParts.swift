/// What the elements of a page say of their part in it: by tag, role, visibility, class and identifier.
enum PageParts {
  /// Whether an element is by its tag, role, visibility or name no part of an article, given its share
  /// of the page's prose and its place beside the title.
  static func isForeign(
    _ element: PageOutline.Element, share: Double, place: PageHeading.Place
  ) -> Bool {
    guard place != .around || share < Self.smallHead else { return false }
    let marks = Marks(element.node)
    let isFrame = place == .apart && isFrame(element, marks)
    let most = isFrame ? 0.9 : element.hasTitle ? 0.2 : 0.45
    if PageNames.foreignTags.contains(element.name) { return share < most }
    if element.name == "header" { return element.prose < 300 && share < most }
    if marks.isHidden { return share < most }
    guard !["html", "body", "main", "article"].contains(element.name) else { return false }
    if let role = marks.role, PageNames.foreignRoles.contains(role.lowercased()) {
      return share < most
    }
    if marks.words.contains(where: PageNames.comments.contains) {
      return share < (isFrame ? 0.97 : 0.8)
    }
    return share < most
      && (marks.words.contains(where: PageNames.foreign.contains)
        || PageNames.holdsPair(marks.words, of: PageNames.foreignPairs))
      || share < 0.1 && marks.words.contains(where: PageNames.notes.contains)
  }

  /// The least share of the prose that an element around the title has unless it is only the head.
  private static let smallHead = 0.1

  /// Whether an element says that it stands around articles or below them on every page.
  static func isFrame(_ element: PageOutline.Element) -> Bool {
    isFrame(element, Marks(element.node))
  }

  private static func isFrame(_ element: PageOutline.Element, _ marks: Marks) -> Bool {
    PageNames.frames.contains(element.name)
      || marks.words.contains(where: PageNames.frames.contains)
  }

  /// Whether an element says that it is the body of the article.
  static func isBody(_ node: MarkupNode) -> Bool {
    if let property = node.attribute("itemprop")?.lowercased() {
      if property.contains("articlebody") || property == "reviewbody" { return true }
    }
    return PageNames.holdsPair(Marks(node).words, of: PageNames.bodies)
  }

  /// What an element's attributes say of its part in the page.
  private struct Marks {
    var isHidden = false
    var role: String?
    /// The words of its class and identifier, an empty one after each of the two.
    var words: [String] = []

    init(_ node: MarkupNode) {
      guard node.hasAttributes else { return }
      var identifier = ""
      node.eachAttribute { name, value in
        switch name {
        case "class": PageParts.addWords(of: value(), to: &words)
        case "id": identifier = value()
        case "role": role = value()
        case "hidden": isHidden = true
        case "aria-hidden": if value() == "true" { isHidden = true }
        case "style": if PageParts.hides(value()) { isHidden = true }
        default: break
        }
      }
      PageParts.addWords(of: identifier, to: &words)
    }
  }

  private static func hides(_ style: String) -> Bool {
    guard style.utf8.count >= 12 else { return false }
    let compact = style.lowercased().filter { $0 != " " }
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }

  /// Adds the words of a class or identifier, in lower case, split at other signs and capitals.
  private static func addWords(of value: String, to words: inout [String]) {
    var word = ""
    var wasLower = false
    for byte in value.utf8.prefix(longest) {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if !isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(word) }
    words.append("")
  }

  /// How much of a class or identifier is read, in bytes.
  private static let longest = 500
}
