import Foundation
import Model
import Testing

@testable import Reader

@Suite("The list of sources is read and edited") struct SourceListTests {
  private let text = """
    # What I read.
    interval = "2h"
    keep = "90d"

    [group."News/Arabic"]
    language = "ar"

    [group.News]
    full = "always" # whole articles
    interval = "30m"

    # The first one.
    [[source]]
    feed = "https://one.example/feed"
    name = "One"
    group = "News/Arabic"

    # Two has a page only.
    [[source]]
    links = "https://two.example/"
    proxy = "socks5h://localhost:9050"
    interval = "auto"

    # Files.
    [[source]]
    path = "~/news"
    keep = 500

    """

  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try SourceListFile.parse(text, file: "s.toml")
      return []
    } catch {
      return error.mistakes.map(\.description)
    }
  }

  /// A file with a text, removed after the work.
  private func withFile(_ text: String, mode: Int = 0o600, _ work: (SourceListFile) throws -> Void)
    throws
  {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).toml")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
    try work(SourceListFile(path: path))
  }

  @Test("Settings come from the source, its groups, or all")
  func settings() throws {
    let sources = try SourceListFile.parse(text, file: "s.toml").resolvedSources
    #expect(sources.map(\.kind) == [.feed, .links, .path])
    #expect(sources.map(\.displayName) == ["One", "https://two.example/", "~/news"])
    #expect(sources[0].settings.language == .arabic)
    #expect(sources[0].settings.fullText == .always)
    #expect(sources.map(\.settings.interval) == [.seconds(1_800), .learned, .seconds(7_200)])
    #expect(sources.map(\.settings.keep) == [.days(90), .days(90), .articles(500)])
    #expect(sources[1].settings.proxy == "socks5h://localhost:9050")
  }

  @Test("Mistakes have a place and the nearest right word")
  func placedMistakes() {
    #expect(
      mistakes("[[source]]\nfeed = \"https://a.example/\"\n[[source]]\nfed = \"x\"") == [
        "s.toml:3:3: a source needs one of feed, links, page, path, run",
        "s.toml:4:1: there is no setting fed; did you mean feed?",
      ])
    let twice = "[[source]]\nfeed = \"https://a.example/\"\n"
    #expect(mistakes(twice + twice) == ["s.toml:4:8: this source is listed twice"])
    #expect(mistakes("interval = \"2y\"").first?.contains("a time from 10m to 30d") == true)
    #expect(mistakes("[group.A]\nlangage = \"ar\"").first?.contains("mean language?") == true)
    #expect(mistakes("[[source]]\nfeed = \"file:///x\"").first?.hasPrefix("s.toml:2:8:") == true)
    #expect(mistakes("login = \"no colon, secret\"").first?.contains("secret") == false)
    #expect(mistakes("agent = \"a\\nb\"").first?.contains("control character") == true)
    #expect(mistakes("[[source]").first?.contains("syntax error") == true)
  }

  @Test("A source is added and removed without touching what stands around it")
  func editing() throws {
    try withFile(text) { file in
      let source = Source(
        kind: .feed, target: "https://four.example/?a='b'", name: "Four \"4\" \\", group: "News")
      try file.add(source)
      #expect(try file.read().sources.last == source)
      #expect(throws: ConfigurationError.self) { try file.add(source) }
      try file.remove(source)
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
      let list = try file.read()
      try file.remove(list.sources[1])
      let left = try String(contentsOfFile: file.path, encoding: .utf8)
      #expect(!left.contains("two.example") && !left.contains("Two has"))
      #expect(left.contains("# The first one.\n[[source]]"))
      #expect(left.contains("# Files.\n[[source]]"))
      #expect(try file.read().sources.count == 2)
      #expect(throws: ConfigurationError.self) { try file.remove(list.sources[1]) }
    }
  }

  @Test("A password that others can read is refused with the way out")
  func permissions() throws {
    let secrets = [
      "login = \"a:b\"", "proxy = \"http://a:b@localhost/\"",
      "[[source]]\nfeed = \"https://a:b@x.example/\"",
    ]
    for secret in secrets {
      try withFile(secret, mode: 0o644) { file in
        let error = #expect(throws: ConfigurationError.self) { try file.read() }
        #expect(error?.description.contains("chmod 600 \(file.path)") == true)
        #expect(chmod(file.path, 0o600) == 0)
        _ = try file.read()
      }
    }
    try withFile("agent = \"x\"", mode: 0o644) { _ = try $0.read() }
  }

  @Test("No file is no source, and the first one added makes it")
  func absent() throws {
    try withFile("") { file in
      try FileManager.default.removeItem(atPath: file.path)
      #expect(try file.read() == SourceList())
      try file.add(Source(kind: .path, target: "/srv/news"))
      #expect(try file.read().sources.map(\.target) == ["/srv/news"])
    }
  }
}
