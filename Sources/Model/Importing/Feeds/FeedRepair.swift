/// The repair of what feeds get wrong before an XML parser can read them.
///
/// What comes out starts at the root element or at what stands before it, declares neither an encoding
/// nor entities, holds no character that XML forbids, and no `&` and `<` that start nothing.
struct FeedRepair {
  /// The repaired text in UTF-8.
  private(set) var text: [UInt8] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// Repairs a decoded text.
  ///
  /// Complexity: O(*n*).
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    text.reserveCapacity(scalars.count)
    index = Self.start(of: scalars)
    while index < scalars.count { step() }
    closeSection()
  }

  /// Whether a section of characters is open, in which nothing but its end has a meaning.
  private var isInSection = false

  private mutating func step() {
    let scalar = scalars[index]
    if isInSection {
      if starts(with: "]]>") {
        isInSection = false
        append("]]>")
        index += 3
      } else {
        appendAllowed()
      }
      return
    }
    switch scalar {
    case "<": openMarkup()
    case "&": reference()
    default: appendAllowed()
    }
  }

  /// Closes a section that the end of the text cut off, which a parser would drop.
  private mutating func closeSection() {
    if isInSection { append("]]>") }
  }

  private mutating func openMarkup() {
    if starts(with: "<![CDATA[") {
      isInSection = true
      append("<![CDATA[")
      index += 9
    } else if starts(with: "<!--") {
      skipComment()
    } else if starts(with: "<?") {
      skipToGreater()
    } else if starts(with: "<!") {
      skipDeclaration()
    } else if index + 1 < scalars.count, Self.startsTag(scalars[index + 1]) {
      append("<")
      index += 1
    } else {
      append("&lt;")
      index += 1
    }
  }

  /// Whether a tag goes on with this scalar after its "<".
  private static func startsTag(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "/" || scalar == "_" || scalar.properties.isAlphabetic
  }

  /// Leaves out a comment; one without end ends at the next ">".
  private mutating func skipComment() {
    if !hasOpenComment {
      let start = index
      while index < scalars.count {
        if scalars[index] == "-", starts(with: "-->") {
          index += 3
          return
        }
        index += 1
      }
      hasOpenComment = true
      index = start
    }
    skipToGreater()
  }

  /// Whether no comment from here on has an end, so that a hostile text is not searched again.
  private var hasOpenComment = false

  private mutating func skipToGreater() {
    while index < scalars.count, scalars[index] != ">" { index += 1 }
    index += 1
  }

  /// Leaves out a document type with all the entities it declares; one without end ends at the next
  /// ">".
  private mutating func skipDeclaration() {
    let start = index
    var depth = 0
    var quote: Unicode.Scalar?
    while index < scalars.count, !hasOpenDeclaration {
      let scalar = scalars[index]
      index += 1
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      if scalar == "!", starts(with: "ENTITY") { noteEntity() }
      switch scalar {
      case "\"", "'": quote = scalar
      case "[", "<": depth += 1
      case "]": depth -= 1
      case ">":
        depth -= 1
        if depth <= 0 { return }
      default: break
      }
    }
    hasOpenDeclaration = true
    index = start
    skipToGreater()
  }

  /// Remembers the name of an entity that the document type declares.
  private mutating func noteEntity() {
    let name = scalars[(index + 6)...].prefix(CharacterReference.longestName)
      .drop(while: \.properties.isWhitespace).prefix { !$0.properties.isWhitespace }
    entities.insert(String(String.UnicodeScalarView(name)))
  }

  /// The entities that the document type declares, which stand for nothing here.
  private var entities: Set<String> = []

  /// Whether a declaration without end was found, so that a hostile text is not searched again.
  private var hasOpenDeclaration = false

  /// Copies a reference that XML knows, and writes the character of one that only HTML knows.
  private mutating func reference() {
    var end = index + 1
    while end < scalars.count, end - index <= CharacterReference.longestName,
      Self.isNamePart(scalars[end])
    {
      end += 1
    }
    guard end < scalars.count, scalars[end] == ";", end > index + 1 else {
      append("&amp;")
      index += 1
      return
    }
    let name = String(String.UnicodeScalarView(scalars[index + 1..<end]))
    switch name {
    case "amp", "lt", "gt", "quot", "apos": append("&\(name);")
    default:
      guard let scalar = CharacterReference.scalar(of: name) else {
        if name.hasPrefix("#") || entities.contains(name) { break }
        append("&amp;")
        index += 1
        return
      }
      appendEscaped(scalar)
    }
    index = end + 1
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#"
      || scalar.isASCII && (scalar.properties.isAlphabetic || Digits.value(scalar) != nil)
  }

  /// Copies the scalar at the index if XML allows it; an escape sequence is left out as a whole.
  private mutating func appendAllowed() {
    let scalar = scalars[index]
    if scalar == "\u{1B}" {
      index += max(1, EscapeSequence.length(in: scalars, at: index))
      return
    }
    index += 1
    if Self.isAllowed(scalar) { append(scalar) }
  }

  /// XML 1.0 production 2: Char.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
    default: false
    }
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "<": append("&lt;")
    case "&": append("&amp;")
    case ">": append("&gt;")
    case "\"": append("&quot;")
    case "'": append("&apos;")
    default: if Self.isAllowed(scalar) { append(scalar) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func append(_ string: String) {
    text.append(contentsOf: string.utf8)
  }

  /// Whether a text stands at the index.
  private func starts(with text: String) -> Bool {
    Self.starts(scalars, index, text)
  }

  private static func starts(_ scalars: [Unicode.Scalar], _ index: Int, _ text: String) -> Bool {
    var index = index
    for scalar in text.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  /// Where the document starts: after what a server wrote before its declaration or its root.
  private static func start(of scalars: [Unicode.Scalar]) -> Int {
    let signs = [
      "<?xml ", "<rss", "<feed", "<rdf:RDF", "<RDF", "<opml", "<channel", "<html", "<HTML",
    ]
    let end = min(scalars.count, farthestStart)
    var isInComment = false
    for index in 0..<end where scalars[index] == "<" || scalars[index] == "-" {
      if isInComment {
        isInComment = !starts(scalars, index, "-->")
      } else if starts(scalars, index, "<!--") {
        isInComment = true
      } else if signs.contains(where: { starts(scalars, index, $0) }) {
        return index
      }
    }
    return 0
  }

  /// How far into the text a document may start, in scalars.
  private static let farthestStart = 1 << 16
}
