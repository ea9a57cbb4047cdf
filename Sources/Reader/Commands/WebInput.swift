import ArgumentParser
import Foundation
import Model

/// What commands read from the web.
enum WebInput {
  /// What a server answers at an address; Ctrl-C stops the command.
  ///
  /// - Throws: An `ImportFailure` that says why nothing came.
  static func content(at address: String) throws -> FetchResponse {
    try run { try await WebAnswer.content(at: address) }
  }

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
