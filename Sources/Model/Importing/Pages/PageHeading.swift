/// The heading on a page that has the title of its article.
struct PageHeading {
  /// How an element stands to the heading.
  enum Place {
    /// It holds the heading.
    case around
    /// It stands elsewhere, in no element for articles that holds the heading too.
    case apart
    /// It may be a part of the article, for all that the heading says.
    case unknown
  }

  /// The heading's position among the page's elements.
  let index: Int
  /// The outermost element for articles that holds it.
  private let article: Int?

  /// Finds the first heading that has the words of a title, one of the first level before others.
  init?(of title: String, in outline: PageOutline) {
    let wanted = HashedWord.words(of: title)
    let elements = outline.elements
    let found = ["h1", "h2", "h3"].lazy.compactMap { name in
      elements.indices.first { index in
        let element = elements[index]
        return element.name == name && element.letters < Self.longest
          && element.end - index < Self.mostElements
          && Self.isAlike(HashedWord.words(of: element.node.text), wanted)
      }
    }.first
    guard let found else { return nil }
    index = found
    var article: Int?
    var above = found
    while above > 0 {
      above = elements[above].parent
      if elements[above].name == "article" { article = above }
    }
    self.article = article
  }

  /// How the element at a position stands to the heading.
  func place(of element: Int, in outline: PageOutline) -> Place {
    if outline.holds(element, index) { return .around }
    if let article, outline.holds(article, element) { return .unknown }
    return .apart
  }

  /// The most letters and elements of a heading that is compared.
  private static let longest = 1000
  private static let mostElements = 30

  /// Whether two titles have the same words, or nearly: sites shorten them and add their name.
  private static func isAlike(_ first: [HashedWord], _ second: [HashedWord]) -> Bool {
    guard !first.isEmpty, first != second else { return !first.isEmpty }
    guard first.count >= 4, second.count >= 3 else { return false }
    let words = Set(first)
    let others = Set(second)
    return words.intersection(others).count * 4 >= max(words.count, others.count) * 3
  }
}
