/// What the elements of a page say of their part in it: by tag, role, visibility, class and identifier.
enum PageParts {
  /// Whether an element is by its tag, role, visibility or name no part of an article.
  static func isForeign(_ element: PageOutline.Element, share: Double) -> Bool {
    let most = element.hasTitle ? 0.2 : 0.45
    if PageNames.foreignTags.contains(element.name) { return share < most }
    if element.name == "header" { return element.prose < 300 && share < most }
    guard element.node.hasAttributes else { return false }
    let marks = Marks(element.node)
    if marks.isHidden { return share < most }
    guard !["html", "body", "main", "article"].contains(element.name) else { return false }
    if let role = marks.role, PageNames.foreignRoles.contains(role.lowercased()) {
      return share < most
    }
    let words = marks.words
    if words.contains(where: PageNames.comments.contains) { return share < 0.8 }
    return share < most
      && (words.contains(where: PageNames.foreign.contains)
        || PageNames.holdsPair(words, of: PageNames.foreignPairs))
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
