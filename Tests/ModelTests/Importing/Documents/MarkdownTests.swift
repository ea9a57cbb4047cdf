import Testing

@testable import Model

/// Notes in Markdown.
struct MarkdownTests {
  @Test func `headings, lists, quotes, code and links are read`() {
    let blocks = MarkdownText(
      """
      # The *vote* #

      A paragraph with [a link](https://example.org/a "t")
      over snake_case and __two__ lines.

      - one
        - two
      3. three

      > quoted
      > text

      ```
      code  [x]
      ```
      """
    ).blocks
    #expect(
      blocks.map(\.text) == [
        "The vote", "A paragraph with a link over snake_case and two lines.", "one", "two", "three",
        "quoted text", "code  [x]",
      ])
    #expect(
      blocks.map(\.kind) == [
        .heading(1), .paragraph, .item(depth: 1, number: nil), .item(depth: 2, number: nil),
        .item(depth: 1, number: 3), .quote, .preformatted,
      ])
    #expect(blocks[1].links == [TextLink(range: 17..<23, address: "https://example.org/a")])
  }

  @Test func `a number of many digits is one, a word for a number is not`() {
    let text = String(repeating: "\u{5146}", count: 9) + ". x\n\n987654321. y\n\n٣. z"
    #expect(
      MarkdownText(text).blocks.map(\.kind) == [
        .paragraph, .item(depth: 1, number: 987_654_321), .item(depth: 1, number: 3),
      ])
  }

  @Test func `brackets without an address stay`() {
    #expect(MarkdownText("[Total] said \\*so\\*").blocks.map(\.text) == ["[Total] said *so*"])
  }
}
