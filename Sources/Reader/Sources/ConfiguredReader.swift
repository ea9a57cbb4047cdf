import Dispatch
import Foundation
import Model
import Synchronization

extension ArticleReader {
  /// The program's reader: it repairs Arabic by the lexicon, runs the converters of a configuration, and
  /// gets what stands at addresses of the web.
  ///
  /// The responses are what servers have answered already, by the addresses asked for.
  static func configured(
    _ configuration: Configuration, responses: [String: FetchResponse] = [:]
  ) -> ArticleReader {
    var knowsWord: (@Sendable (String) -> Bool)?
    if let words = try? LexiconWords() { knowsWord = { words.contains($0) } }
    let download: Download = { (address: String) throws(ImportFailure) in
      if let known = responses[address] { return (known.address, known.body) }
      let response = try WebAnswer.waited(for: address)
      return (response.address, response.body)
    }
    return ArticleReader(
      knowsWord: knowsWord, converters: configuration.converters, download: download)
  }

  /// The program's reader with the user's configuration, where that can be read.
  static var configured: ArticleReader {
    configured((try? Configuration.read()) ?? Configuration())
  }
}

/// What servers answer to the program.
enum WebAnswer {
  /// How the program calls itself towards servers.
  static let agent = "Reader/\(ProgramVersion.number)"

  /// What a server answers at an address.
  ///
  /// - Throws: An `ImportFailure` that says why nothing came, and `CancellationError`.
  static func content(at address: String) async throws -> FetchResponse {
    do {
      return try await WebReader(fetcher: CurlFetcher(agent: agent)).content(at: address)
    } catch let failure as FetchFailure {
      throw ImportFailure(path: address, reason: failure.reason)
    }
  }

  /// What a server answers at an address, for a thread that can wait.
  fileprivate static func waited(for address: String) throws(ImportFailure) -> FetchResponse {
    let answer = Waiting()
    Task.detached {
      do {
        let response = try await content(at: address)
        answer.result.withLock { $0 = .success(response) }
      } catch {
        let failure =
          error as? ImportFailure
          ?? ImportFailure(path: address, reason: "was not fetched: \(error)")
        answer.result.withLock { $0 = .failure(failure) }
      }
      answer.done.signal()
    }
    answer.done.wait()
    guard let result = answer.result.withLock({ $0 }) else {
      throw ImportFailure(path: address, reason: "was not fetched")
    }
    return try result.get()
  }

  /// An answer that a thread waits for.
  private final class Waiting: Sendable {
    let result = Mutex<Result<FetchResponse, ImportFailure>?>(nil)
    let done = DispatchSemaphore(value: 0)
  }
}

/// The version of the program.
enum ProgramVersion {
  /// Its number, as `reader --version` prints it.
  static let number = "0.2.0"
}
