import Foundation
import TestSupport
import Testing

@testable import Model

@Suite("Curl fetches what servers answer, within limits") struct CurlFetcherTests {
  private func answer(
    _ path: String = "/", headers: [String: String] = [:],
    settings: SourceSettings = SourceSettings(),
    _ reply: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
  ) async throws -> (answer: FetchAnswer, server: LoopbackServer) {
    let server = try LoopbackServer(reply)
    defer { server.stop() }
    let request = FetchRequest(server.address(path), headers: headers, settings: settings)
    let curl = try await CurlFetcher()
    let answer = await curl.fetch(request)
    return (try #require(answer), server)
  }

  private func reason(_ answer: FetchAnswer) -> String {
    if case .failure(let failure) = answer { failure.reason } else { "" }
  }

  @Test("A body, its header fields and its packing are read")
  func packed() async throws {
    // "packed text" by gzip.
    let gzip = try #require(
      Data(base64Encoded: "H4sIAAAAAAAC/ytITM5OTVEoSa0oAQAM9ArSCwAAAA=="))
    let (answer, server) = try await answer { request in
      request.headers["accept-encoding"]?.contains("gzip") == true
        ? .answer(
          200, headers: ["Content-Encoding: gzip", "ETag: W/\"a\\b\"", "X: HTTP/1.1 200 OK"],
          body: gzip)
        : .text("packed text", headers: ["ETag: W/\"a\\b\""])
    }
    let response = try answer.get()
    #expect(response.status == 200)
    #expect(String(decoding: response.body, as: UTF8.self) == "packed text")
    #expect(response.headers["etag"] == "W/\"a\\b\"")
    #expect(server.requests.count == 1)
  }

  @Test("Conditions are sent verbatim, and an answer without a body is read")
  func conditions() async throws {
    let conditions = ["If-None-Match": "\"a\\\"b\"", "If-Modified-Since": "yesterday, 'late'"]
    let (answer, server) = try await answer(headers: conditions) { _ in
      .answer(304, headers: ["ETag: \"new\""], body: Data())
    }
    #expect(try answer.get().status == 304)
    #expect(try answer.get().headers["etag"] == "\"new\"")
    #expect(server.requests.first?.headers["if-none-match"] == "\"a\\\"b\"")
    #expect(server.requests.first?.headers["if-modified-since"] == "yesterday, 'late'")
  }

  @Test("A body that looks like header fields stays a body")
  func forgedHeaders() async throws {
    let forged =
      "HTTP/1.1 301 Moved\r\nLocation: http://evil.example/\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    let (answer, _) = try await answer { _ in .text(forged) }
    let response = try answer.get()
    #expect(String(decoding: response.body, as: UTF8.self) == forged)
    #expect(response.permanentAddress == nil)
  }

  @Test(
    "A move is for good only as far as every redirect was",
    arguments: [([301, 308], "/2"), ([301, 302], "/1"), ([302, 301], nil), ([], nil)]
      as [([Int], String?)])
  func permanence(statuses: [Int], expected: String?) async throws {
    let (answer, server) = try await answer("/0") { request in
      let step = Int(request.path.dropFirst()) ?? 0
      guard step < statuses.count else { return .text("here") }
      return .text("", headers: ["Location: /\(step + 1)"], status: statuses[step])
    }
    let response = try answer.get()
    #expect(response.address == server.address("/\(statuses.count)"))
    #expect(response.permanentAddress == expected.map { server.address($0) })
  }

  @Test("Redirects that never end, and those to other protocols, are refused")
  func redirects() async throws {
    let (loop, server) = try await answer { _ in .text("", headers: ["Location: /"], status: 302) }
    #expect(reason(loop).contains("redirects more than 10 times"))
    #expect(server.requests.count == 11)
    for target in ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"] {
      let (answer, _) = try await answer { _ in
        .text("", headers: ["Location: \(target)"], status: 301)
      }
      #expect(reason(answer).contains("not of http or https"), "\(target)")
    }
  }

  @Test("A body without end is stopped, packed or not")
  func endless() async throws {
    let (answer, _) = try await answer { _ in
      .endless(head: "HTTP/1.1 200 OK\r\n\r\n", piece: Data(repeating: 65, count: 1 << 20))
    }
    #expect(reason(answer).contains("larger than 20 MiB"))
    let (headers, _) = try await self.answer { _ in
      .endless(head: "HTTP/1.1 200 OK\r\n", piece: Data("A: b\r\n".utf8))
    }
    #expect(!reason(headers).isEmpty)
  }

  @Test("Broken answers are failures in words")
  func broken() async throws {
    for bytes in ["", "SSH-2.0-x\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"] {
      let (answer, _) = try await answer { _ in .bytes(Data(bytes.utf8)) }
      #expect(!reason(answer).isEmpty, "\(bytes)")
    }
    let (answer, _) = try await answer { _ in
      .text("no gzip", headers: ["Content-Encoding: gzip"])
    }
    #expect(!reason(answer).isEmpty)
  }

  @Test("Nothing after a failed answer is sent before its reader agrees")
  func failuresStop() async throws {
    let server = try LoopbackServer { .text("x", status: $0.path == "/1" ? 429 : 200) }
    defer { server.stop() }
    let requests = (0..<4).map { FetchRequest(server.address("/\($0)")) }
    let curl = try await CurlFetcher()
    await curl.fetch(requests) { index, _ in index < 1 }
    #expect(server.requests.map(\.path) == ["/0", "/1"])
    var statuses: [Int] = []
    await curl.fetch(requests) { _, answer in
      statuses.append((try? answer.get().status) ?? 0)
      return true
    }
    #expect(statuses == [200, 429, 200, 200])
  }

  @Test("Requests to one host share a connection")
  func oneConnection() async throws {
    let server = try LoopbackServer { .text($0.path) }
    defer { server.stop() }
    var bodies: [String] = []
    let curl = try await CurlFetcher()
    await curl.fetch((0..<20).map { FetchRequest(server.address("/\($0)")) }) {
      if case .success(let response) = $1 {
        bodies.append(String(decoding: response.body, as: UTF8.self))
      }
      return true
    }
    #expect(bodies == (0..<20).map { "/\($0)" })
    #expect(server.connectionCount == 1)
  }

  @Test("No address and no setting can smuggle in an option")
  func injection() async throws {
    let curl = try await CurlFetcher()
    let server = try LoopbackServer { _ in .text("x") }
    defer { server.stop() }
    for end in ["\noutput = /tmp/x", "\"\nurl = \"file:///etc/passwd", " b", "\\", "\u{202E}"] {
      let answer = try #require(await curl.fetch(FetchRequest(server.address("/\(end)"))))
      #expect(reason(answer).contains("not an address"), "\(end)")
    }
    for target in ["file:///etc/passwd", "-o/tmp/x", "@/etc/passwd", "ftp://127.0.0.1/", ""] {
      let answer = try #require(await curl.fetch(FetchRequest(target)))
      #expect(reason(answer).contains("not an address"), "\(target)")
    }
    var settings = SourceSettings()
    settings.agent = "a\"\nurl = \"file:///etc/passwd"
    let request = FetchRequest(server.address("/"), settings: settings)
    let refused = try #require(await curl.fetch(request))
    #expect(reason(refused).contains("control character"))
    #expect(server.requests.isEmpty)
    settings.agent = "quoted \"agent\" \\ with {braces} and [1-3]"
    let good = FetchRequest(server.address("/{a,b}[1-2]"), settings: settings)
    _ = await curl.fetch(good)
    #expect(server.requests.map(\.path) == ["/{a,b}[1-2]"])
    #expect(server.requests.first?.headers["user-agent"] == settings.agent)
  }

  @Test("A login is sent to the server, and not shown among the processes")
  func secrecy() async throws {
    var settings = SourceSettings()
    settings.login = "reader:kept-from-others"
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let request = FetchRequest(server.address("/"), settings: settings)
    let curl = try await CurlFetcher()
    let fetch = Task { await curl.fetch(request) }
    for _ in 0..<2_000 where server.requests.isEmpty {
      try await Task.sleep(for: .milliseconds(5))
    }
    let login = Data("reader:kept-from-others".utf8).base64EncodedString()
    #expect(server.requests.first?.headers["authorization"] == "Basic \(login)")
    var lines: [String] = []
    for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      if let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline") {
        lines.append(String(decoding: line, as: UTF8.self))
      }
    }
    #expect(lines.contains { $0.hasPrefix("curl\0--disable\0--config\0-") })
    #expect(!lines.contains { $0.contains("kept-from-others") })
    let start = ContinuousClock.now
    fetch.cancel()
    let cancelled = await fetch.value
    #expect(cancelled == nil)
    #expect(.now - start < .seconds(5))
  }

  @Test("Commands give what they print, or say how they ended")
  func commands() async throws {
    let commands = CommandFetcher()
    let printed = try #require(await commands.fetch(FetchRequest("printf '%s' \"a b\"")))
    #expect(try printed.get().body == Data("a b".utf8))
    let failed = try #require(await commands.fetch(FetchRequest("exit 3")))
    #expect(reason(failed) == "ended with status 3")
    let endless = try #require(await commands.fetch(FetchRequest("yes")))
    #expect(reason(endless) == "prints more than 20 MiB")
  }
}
