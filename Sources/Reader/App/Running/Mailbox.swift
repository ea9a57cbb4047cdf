import Synchronization

/// Messages on their way from background work to the main thread.
final class Mailbox: Sendable {
  private struct Contents {
    var messages: [Message] = []
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
  func answer(_ message: Message?) {
    contents.withLock {
      $0.expected -= 1
      if let message { $0.messages.append(message) }
    }
    wake()
  }

  /// Takes in a message that nobody waits for.
  func post(_ message: Message) {
    contents.withLock { $0.messages.append(message) }
    wake()
  }

  /// Hands over all messages, oldest first.
  func collect() -> [Message] {
    contents.withLock { contents in
      defer { contents.messages = [] }
      return contents.messages
    }
  }
}
