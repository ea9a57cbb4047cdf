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

  /// The text in lower case, with one space between words, so that "co-occurrence" is found in
  /// `CoOccurrence`, and "derived value" in `DerivedValues`.
  private static func words(_ text: String) -> String {
    let apart = text.replacing(/([a-z])([A-Z])/) { "\($0.output.1) \($0.output.2)" }
    return apart.lowercased().replacing(#/[\s\-]+(?:///? )?/#, with: " ")
  }
}
