import Synchronization

/// Messages on their way from background work to the main thread.
final class Mailbox: Sendable {
  /// A message, and the key that it answers where keys are traced.
  struct Letter: Sendable {
    /// What it says; `nil` where an answer has nothing to say.
    var message: Message?
    /// The key on whose account it was asked for.
    var cause: KeyTrace.Number?
  }

  private struct Contents {
    var letters: [Letter] = []
    var expected = 0
  }

  private let contents = Mutex(Contents())
  private let wake: @Sendable () -> Void

  /// Makes a mailbox that calls `wake` whenever a message has come in.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Whether work that will answer at once is still under way.
  var isExpecting: Bool { contents.withLock { $0.expected > 0 } }

  /// Notes that an answer is under way.
  func expect() {
    contents.withLock { $0.expected += 1 }
  }

  /// Takes in the answer that was expected; `nil` where there is nothing to say.
  func answer(_ message: Message?, cause: KeyTrace.Number? = nil) {
    contents.withLock {
      $0.expected -= 1
      guard message != nil || cause != nil else { return }
      $0.letters.append(Letter(message: message, cause: cause))
    }
    wake()
  }

  /// Takes in a message that nobody waits for.
  func post(_ message: Message) {
    contents.withLock { $0.letters.append(Letter(message: message)) }
    wake()
  }

  /// Hands over all messages, oldest first.
  func collect() -> [Letter] {
    contents.withLock { contents in
      defer { contents.letters = [] }
      return contents.letters
    }
  }
}
