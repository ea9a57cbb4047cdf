import Synchronization

/// The first error that a thread of its own met, for the one that waits for it.
final class FirstFailure: Sendable {
  private let error = Mutex<(any Error)?>(nil)

  /// Does something and keeps the error that it throws.
  func catching(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      self.error.withLock { $0 = $0 ?? error }
    }
  }

  /// Throws the error, where there was one.
  func rethrow() throws {
    if let error = error.withLock({ $0 }) { throw error }
  }
}
