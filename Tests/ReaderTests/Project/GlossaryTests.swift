import Testing

@Suite("The glossary is true of the project") struct GlossaryTests {
  @Test("Every term is used in the sources or in another document")
  func termsAreUsed() throws {
    let files =
      try Project.files(under: "Sources", suffix: ".swift")
      + Project.files(under: "", suffix: ".md").filter { $0.path != "docs/GLOSSARY.md" }
    let used = Self.words(files.map(\.text).joined(separator: "\n"))
    for term in try Self.terms() {
      #expect(used.contains(Self.words(term)), "\(term) is used nowhere")
    }
  }

  @Test("No term has two meanings")
  func termsAreUnique() throws {
    let terms = try Self.terms()
    #expect(terms.count > 40)
    #expect(Set(terms).count == terms.count)
  }

  private static func terms() throws -> [String] {
    try Project.file("docs/GLOSSARY.md").text.matches(of: #/(?m)^\| ([^|]+) \| /#)
      .map { String($0.output.1) }.filter { $0 != "term" }
  }

  /// The words in lower case, each after one space, so that "co-occurrence" is found in
  /// `CoOccurrence`, "derived value" in `DerivedValues`, and "lot" not in "plot".
  private static func words(_ text: String) -> String {
    var words: [UInt8] = [space]
    var isAfterSmall = false
    for byte in text.utf8 {
      let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      let isWord = isSmall || isCapital || isDigit
      if !isWord || (isCapital && isAfterSmall), words.last != space { words.append(space) }
      if isWord { words.append(isCapital ? byte | 0x20 : byte) }
      isAfterSmall = isSmall
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")
}
