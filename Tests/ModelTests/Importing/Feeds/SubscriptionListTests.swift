import Testing

@testable import Model

/// Lists of subscriptions as other readers write them.
@Suite struct SubscriptionListTests {
  @Test func nestedFoldersComeAndGo() throws {
    let list = try #require(
      SubscriptionList(
        opml: Array(
          """
          <opml version="1.0"><body><outline text="أخبار"><outline text="A & B" title="x">
          <outline type="rss" text="One &lt;1&gt;" xmlUrl="http://a.example/rss?x=1&y=2" htmlUrl="http://a.example"/>
          </outline></outline><outline title="Two" xmlurl=" https://b.example/atom "/>
          <outline text="Again" xmlUrl="https://www.a.example/rss?x=1&amp;y=2"/>
          <outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Run" xmlUrl="exec:rm"/>
          <outline text="C" category="/World/Iraq,/Other" xmlUrl="http://c.example/"/></body>
          """.utf8)))
    #expect(
      list.subscriptions == [
        Subscription(
          address: "http://a.example/rss?x=1&y=2", title: "One <1>", link: "http://a.example",
          folders: ["أخبار", "A & B"]),
        Subscription(address: "https://b.example/atom", title: "Two"),
        Subscription(address: "http://c.example/", title: "C", folders: ["World", "Iraq"]),
      ])
    #expect(list.refused == ["file:///etc/passwd", "exec:rm"])
    let again = try #require(SubscriptionList(opml: Array(list.opml.utf8)))
    #expect(Set(again.subscriptions) == Set(list.subscriptions))
  }

  @Test func otherFilesAreRefused() {
    #expect(SubscriptionList(opml: Array("<rss><channel/></rss>".utf8)) == nil)
    #expect(SubscriptionList(opml: []) == nil)
  }
}
