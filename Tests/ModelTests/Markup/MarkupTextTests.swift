import Testing

@testable import Model

@Suite struct MarkupTextTests {
  @Test func blocksKeepTheirKind() {
    let blocks = MarkupText.blocks(
      html: """
        <h2>Head</h2><p>One<br>two &amp; three</p><ol><li>first</li><li>second<ul><li>inner</li></ul></li></ol>
        <blockquote><p>said</p></blockquote><table><tr><td>a</td><td>b</td></tr></table>
        <figure><figcaption>shown</figcaption></figure><pre>x\n  y</pre>
        """, base: nil)
    #expect(
      blocks.map(\.kind) == [
        .heading(2), .paragraph, .item(depth: 1, number: 1), .item(depth: 1, number: 2),
        .item(depth: 2, number: nil), .quote, .row, .caption, .preformatted,
      ])
    #expect(
      blocks.map(\.text) == [
        "Head", "One\ntwo & three", "first", "second", "inner", "said", "a\tb", "shown", "x\n  y",
      ])
  }

  @Test func onlyWebAddressesAreLinks() {
    let blocks = MarkupText.blocks(
      html: "<p>See <a href='../b'>this</a> and <a href='javascript:x'>that</a></p>",
      base: "https://site.example/a/c")
    #expect(blocks.first?.links == [TextLink(range: 4..<8, address: "https://site.example/b")])
  }
}
