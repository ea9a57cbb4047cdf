import Foundation
import Model

/// Answers one request of the evaluation.
struct Answering {
  private let request: [String: Any]
  private let now: Int64

  /// Takes a request.
  init(_ request: [String: Any]) {
    self.request = request
    now = (request["now"] as? NSNumber)?.int64Value ?? Int64(Date.now.timeIntervalSince1970)
  }

  /// What was read, as JSON objects.
  var answer: [String: Any] {
    if let steps = request["sequence"] as? [[String: Any]] { return sequence(steps) }
    guard let path = request["file"] as? String,
      let data = FileManager.default.contents(atPath: path)
    else { return ["error": "file"] }
    let bytes = [UInt8](data)
    if request["as"] as? String == "opml" { return subscriptions(bytes) }
    let contentType = request["contentType"] as? String
    let started = ContinuousClock.now
    do {
      let feed = try Feed(
        bytes, contentType: contentType, address: request["address"] as? String, now: now)
      let taken = ContinuousClock.now - started
      var answer = object(feed)
      answer["ms"] =
        Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000
      return answer
    } catch {
      return failure(error)
    }
  }

  private func failure(_ failure: FeedFailure) -> [String: Any] {
    switch failure {
    case .empty: return ["error": "empty", "sentence": failure.description]
    case .unknown: return ["error": "unknown", "sentence": failure.description]
    case .page(let title, let feeds):
      return [
        "error": "notAFeed", "sentence": failure.description, "title": title ?? NSNull(),
        "feeds": feeds.map { ["url": $0.address, "title": $0.title ?? NSNull()] as [String: Any] },
      ]
    }
  }

  private func object(_ feed: Feed) -> [String: Any] {
    [
      "title": feed.title ?? NSNull(), "link": feed.link ?? NSNull(), "id": feed.id ?? NSNull(),
      "language": feed.language ?? NSNull(), "author": feed.author ?? NSNull(),
      "updated": feed.updated ?? NSNull(), "ttl": feed.minutesToLive ?? NSNull(),
      "items": feed.items.map(object),
    ]
  }

  private func object(_ item: FeedItem) -> [String: Any] {
    [
      "id": item.id ?? NSNull(), "isPermalink": item.isPermalink, "url": item.text.url ?? NSNull(),
      "title": item.text.title ?? NSNull(), "author": item.text.author ?? NSNull(),
      "source": item.text.source ?? NSNull(), "language": item.text.language ?? NSNull(),
      "published": item.text.published ?? NSNull(), "updated": item.updated ?? NSNull(),
      "extent": item.extent.rawValue, "text": item.text.blocks.map(\.text),
      "summary": item.summary.map(\.text), "enclosures": item.enclosures,
    ]
  }

  private func subscriptions(_ bytes: [UInt8]) -> [String: Any] {
    guard let list = SubscriptionList(opml: bytes) else { return ["error": "notOPML"] }
    let again = SubscriptionList(opml: Array(list.opml.utf8))
    return [
      "subscriptions": list.subscriptions.map {
        ["url": $0.address, "title": $0.title ?? NSNull(), "folders": $0.folders] as [String: Any]
      },
      "refused": list.refused,
      "comesBack": again?.subscriptions.map(\.address).sorted()
        == list.subscriptions.map(\.address).sorted(),
    ]
  }

  /// Takes the answers of a server one after the other into a library that is a dictionary, and
  /// answers how many articles each made or changed.
  private func sequence(_ steps: [[String: Any]]) -> [String: Any] {
    var articles: [ItemDigest] = []
    var numbers: [String: Int] = [:]
    var links: [String: Int] = [:]
    var repeated: [Int: Set<String>] = [:]
    var counts: [[String: Any]] = []
    for step in steps {
      var (new, updated) = (0, 0)
      let source = step["feed"] as? Int ?? 0
      let body = Array((step["body"] as? String ?? "").utf8)
      guard (step["status"] as? Int ?? 200) < 400, let feed = try? Feed(body, now: now) else {
        counts.append(["new": 0, "updated": 0, "error": true])
        continue
      }
      let identities = ItemIdentity.identities(of: feed, repeated: &repeated[source, default: []])
      for (item, identity) in zip(feed.items, identities) {
        let keys = identity.keys.map { "\(source) \($0)" }
        let shared =
          identity.link.map { repeated[source, default: []].contains("link:\($0)") } ?? true
        let digest = ItemDigest(item)
        let known =
          keys.lazy.compactMap { numbers[$0] }.first
          ?? (shared ? nil : identity.link.flatMap { links[$0] })
        let number = known ?? articles.count
        if known == nil {
          articles.append(digest)
          new += 1
        } else if ItemUpdate(from: articles[number], to: digest) != .nothing {
          articles[number] = digest
          updated += 1
        }
        for key in keys { numbers[key] = number }
        if let link = identity.link, !shared { links[link] = number }
      }
      counts.append(["new": new, "updated": updated])
    }
    return ["steps": counts]
  }
}
