import Foundation

/// Fetches with the program curl, one process for the requests to one host, which share a
/// connection.
public struct CurlFetcher: Fetcher {
  /// Its version.
  public let version: String
  /// What it can unpack, as Accept-Encoding names it.
  public let encodings: [String]

  private let agent: String

  /// The oldest version that can be used: `fail-with-body` came with it.
  private static let oldestVersion = [7, 76, 0]

  /// Finds the installed curl.
  ///
  /// - Parameter agent: The name that the program gives itself towards servers.
  public init(agent: String = "Reader") async throws(FetchFailure) {
    let process: ChildProcess
    do {
      process = try ChildProcess(["curl", "--disable", "--version"], input: "", errors: .merged)
    } catch {
      throw Self.notStarted(error)
    }
    var output = Data()
    while case .bytes(let bytes) = await process.read(within: .seconds(10)), output.count < 65_536 {
      output.append(bytes)
    }
    process.kill()
    _ = await process.end()
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let version = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let numbers = version.split { !$0.isNumber }.compactMap { Int($0) }
    guard !numbers.lexicographicallyPrecedes(Self.oldestVersion) else {
      throw FetchFailure(
        "was not fetched: curl \(version) is too old; install curl 7.76 or newer")
    }
    let features = lines.first { $0.hasPrefix("Features:") }?.split(separator: " ") ?? []
    self.version = version
    self.agent = agent
    encodings = [("libz", "gzip"), ("brotli", "br"), ("zstd", "zstd")]
      .filter { features.contains(Substring($0.0)) }.map(\.1)
  }

  private static func notStarted(_ error: ProgramStart.Failure) -> FetchFailure {
    let reason =
      error.code == ENOENT
      ? "curl is not installed; install it with `apt install curl`"
      : "curl was not started: \(String(cString: strerror(error.code)))"
    return FetchFailure("was not fetched: \(reason)")
  }

  /// Sends requests to one host one after the other.
  public func fetch(
    _ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool
  ) async {
    var next = 0
    while next < requests.count, !Task.isCancelled {
      let mark = Self.randomMark()
      var configuration = CurlConfiguration(
        mark: mark, agent: agent, unpacks: !encodings.isEmpty)
      var end = next
      var refusal: FetchFailure?
      while end < requests.count, refusal == nil {
        do {
          try configuration.add(requests[end])
          end += 1
        } catch {
          refusal = error
        }
      }
      if end > next {
        let sent = Array(requests[next..<end])
        guard
          let answered = await run(
            configuration, mark: mark, requests: sent,
            receive: { await receive(next + $0, $1) })
        else { return }
        next += answered
      } else if let refusal {
        guard await receive(next, .failure(refusal)) else { return }
        next += 1
      }
    }
  }

  /// A mark that no server can guess, with a first byte that is rare in any text.
  private static func randomMark() -> String {
    var random = SystemRandomNumberGenerator()
    return "\u{10FFFD}\(random.next() as UInt64)-\(random.next() as UInt64)."
  }

  /// Runs one process, which ends at the first answer that failed.
  ///
  /// - Returns: How many requests were answered, at least one; `nil` if there is no going on.
  private func run(
    _ configuration: CurlConfiguration, mark: String, requests: [FetchRequest],
    receive: (Int, FetchAnswer) async -> Bool
  ) async -> Int? {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        ["curl", "--disable", "--config", "-"], input: configuration.text, errors: .merged)
    } catch {
      return await receive(0, .failure(Self.notStarted(error))) ? 1 : nil
    }
    return await withTaskCancellationHandler {
      let answered = await read(process, mark: mark, requests: requests, receive: receive)
      process.kill()
      _ = await process.end()
      return answered
    } onCancel: {
      process.kill()
    }
  }

  private func read(
    _ process: ChildProcess, mark: String, requests: [FetchRequest],
    receive: (Int, FetchAnswer) async -> Bool
  ) async -> Int? {
    var output = CurlOutput(mark: mark) { requests[$0].target }
    var answered = 0
    var remaining = Duration.seconds(FetchLimits.seconds)
    while answered < requests.count {
      let start = ContinuousClock.now
      let read = await process.read(within: remaining)
      remaining -= .now - start
      if Task.isCancelled { return nil }
      switch read {
      case .bytes(let bytes): output.append(bytes)
      case .end:
        // Without a report, what curl has written is its complaint about its configuration.
        guard answered == 0 else { return answered }
        let words = String(decoding: output.bytes.prefix(300), as: UTF8.self)
        let failure = FetchFailure("was not fetched: curl ended without an answer. \(words)")
        return await receive(0, .failure(failure)) ? 1 : nil
      case .nothing: break
      }
      while answered < requests.count, let transfer = output.take() {
        let answer = Self.answer(transfer)
        guard await receive(answered, answer) else { return nil }
        answered += 1
        remaining = .seconds(FetchLimits.seconds)
        if transfer.code != 0 { return answered }
      }
      if output.bytes.count > FetchLimits.bytes + FetchLimits.headerBytes {
        return await receive(answered, .failure(Self.tooLarge)) ? answered + 1 : nil
      }
      if answered < requests.count, remaining <= .zero {
        let failure = FetchFailure("did not answer within \(FetchLimits.seconds) seconds")
        return await receive(answered, .failure(failure)) ? answered + 1 : nil
      }
    }
    return answered
  }

  private static let tooLarge = FetchFailure(
    "is larger than \(FetchLimits.bytes >> 20) MiB, which is more than is read")

  private static func answer(_ transfer: CurlOutput.Transfer) -> FetchAnswer {
    // 22: the status is 400 or more.
    guard transfer.code == 0 || transfer.code == 22 else {
      return .failure(FetchFailure(reason(of: transfer)))
    }
    guard let response = transfer.response else {
      return .failure(FetchFailure("answered with header fields that are too long or broken"))
    }
    guard response.body.count <= FetchLimits.bytes else { return .failure(tooLarge) }
    return .success(response)
  }

  /// What curl's exit codes mean.
  private static func reason(of transfer: CurlOutput.Transfer) -> String {
    let detail = transfer.message.isEmpty ? "" : " (\(transfer.message))"
    switch transfer.code {
    case 1: return "redirects to an address that is not of http or https\(detail)"
    case 3: return "has an address that curl does not understand\(detail)"
    case 5: return "was not reached: the proxy's name is unknown; check `proxy`\(detail)"
    case 6:
      return "was not reached: the server's name is unknown; check the address and the network"
    case 7: return "was not reached: the server takes no connection\(detail)"
    case 28: return "did not answer in time"
    case 35, 51, 58, 60, 77, 83, 91:
      return "was not fetched: the server's certificate or encryption is not to be trusted\(detail)"
    case 47: return "redirects more than \(FetchLimits.redirects) times; check the address"
    case 52: return "answered with nothing"
    case 61, 23: return "answered with content that can't be unpacked\(detail)"
    case 97: return "was not reached: the proxy refused\(detail)"
    default: return "was not fetched (curl's code \(transfer.code))\(detail)"
    }
  }
}
