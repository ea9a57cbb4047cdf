import ArgumentParser
import Foundation
import Model

/// What commands read from the web.
enum WebInput {
  /// What a server answers at an address; Ctrl-C stops the command.
  ///
  /// - Throws: An `ImportFailure` that says why nothing came.
  static func content(at address: String) throws -> FetchResponse {
    try run {
      do {
        return try await WebReader(fetcher: CurlFetcher(agent: agent)).content(at: address)
      } catch let failure as FetchFailure {
        throw ImportFailure(path: address, reason: failure.reason)
      }
    }
  }

  /// How the program calls itself towards servers.
  static var agent: String { "Reader/\(ReaderCommand.configuration.version)" }

  /// Waits for work of its own; Ctrl-C cancels it and ends the command with the status of a stop.
  static func run<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    do {
      return try InterruptibleTask.runAsync(work) {}
    } catch is CancellationError {
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
  }
}

/// The words of the lexicon, by which damaged Arabic in documents is repaired.
enum KnownWords {
  /// Tells whether a word is known; `nil` where the lexicon can't be read.
  static func closure() -> (@Sendable (String) -> Bool)? {
    guard let words = try? LexiconWords() else { return nil }
    return { words.contains($0) }
  }
}
