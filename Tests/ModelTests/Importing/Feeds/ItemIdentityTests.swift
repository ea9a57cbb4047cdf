import Testing

@testable import Model

/// Which items are the same article, and what of it changes.
@Suite struct ItemIdentityTests {
  private func item(_ id: String?, _ link: String?, _ title: String, _ text: String = "Text.")
    -> FeedItem
  {
    var item = FeedItem()
    item.id = id
    item.text.url = link
    item.text.title = title
    item.text.blocks = [TextBlock(kind: .paragraph, text: text)]
    return item
  }

  /// How many of the items of a second answer are new after a first.
  private func new(_ first: [FeedItem], _ second: [FeedItem]) -> Int {
    var repeated: Set<String> = []
    let known = Set(
      ItemIdentity.identities(
        of: Feed(link: "http://news.example/", items: first), repeated: &repeated
      )
      .flatMap(\.keys))
    return ItemIdentity.identities(
      of: Feed(link: "http://news.example/", items: second), repeated: &repeated
    )
    .count { known.isDisjoint(with: $0.keys) }
  }

  @Test func theSameItemIsNotNew() {
    let one = item("a", "http://news.example/1", "One")
    #expect(new([one], [one]) == 0)
    #expect(new([one], [item("b", "https://www.news.example/1/?utm_source=rss", "Other")]) == 0)
    #expect(new([one], [item("a", "http://news.example/moved", "Other")]) == 0)
    #expect(new([item(nil, nil, "One")], [item(nil, nil, "One")]) == 0)
    #expect(new([one], [item("b", "http://news.example/2", "One")]) == 1)
  }

  @Test func whatItemsShareIdentifiesNone() {
    let first = item("a", "http://news.example/1", "One")
    let second = item("a", "http://news.example/2", "Two")
    #expect(new([first, second], [second, item("a", "http://news.example/3", "Three")]) == 1)
    let top = [
      item(nil, "http://news.example/hot", "One"), item(nil, "http://news.example/hot", "Two"),
    ]
    #expect(new(top, top) == 0)
    #expect(new(top, [item(nil, "http://news.example/hot", "Three")]) == 1)
    #expect(
      new([item(nil, "http://news.example", "One")], [item(nil, "http://news.example/", "Two")])
        == 1)
  }

  @Test func anUpdateIsOtherTextOnly() {
    let old = ItemDigest(item("a", nil, "One", "Some  text."))
    #expect(
      ItemUpdate(from: old, to: ItemDigest(item("a", nil, "One", "Some text.\u{200F}"))) == .nothing
    )
    #expect(ItemUpdate(from: old, to: ItemDigest(item("a", nil, "One", "Other text."))) == .text)
    #expect(ItemUpdate(from: old, to: ItemDigest(item("a", nil, "Two", "Some text."))) == .title)
  }

  @Test func aSummaryNeverReplacesTheContent() {
    var whole = item("a", nil, "One", "The whole text, which is long.")
    whole.extent = .content
    let summary = item("a", nil, "One", "The whole text…")
    #expect(ItemUpdate(from: ItemDigest(whole), to: ItemDigest(summary)) == .nothing)
    #expect(ItemUpdate(from: ItemDigest(summary), to: ItemDigest(whole)) == .text)
  }
}
