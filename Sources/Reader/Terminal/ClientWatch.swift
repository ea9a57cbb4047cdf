import Foundation
import Synchronization

/// Looks, aside from the main thread, for the client that shows the program in tmux: another may be
/// attached at any time, in another terminal.
final class ClientWatch: Sendable {
  private let environment: [String: String]
  private let device: TerminalDevice
  private let found = Mutex<TerminalIdentity?>(nil)
  /// Which search is wanted; an older one ends.
  private let turn = Atomic<Int>(0)

  private static let interval: TimeInterval = 1

  init(environment: [String: String], device: TerminalDevice) {
    self.environment = environment
    self.device = device
  }

  /// Asks tmux at once.
  func ask() -> TerminalIdentity? {
    let terminal = ttyname(device.output).map { String(cString: $0) }
    return switch TmuxClient.find(environment: environment, terminal: terminal) {
    case .outside: nil
    case .detached: TerminalIdentity(source: .multiplexer, multiplexer: .tmux(nil))
    case .client(let client): TerminalIdentity(client: client)
    }
  }

  /// Asks tmux in the background; the main loop is woken when the answer is there.
  func askAside() {
    search(waitsForClient: false)
  }

  /// Asks in the background until a client is attached to a session that has none.
  func waitForClient() {
    search(waitsForClient: true)
  }

  /// Ends the search in the background.
  func stop() {
    turn.wrappingAdd(1, ordering: .relaxed)
  }

  /// The last answer that has not been taken yet.
  func take() -> TerminalIdentity? {
    found.withLock { identity in
      defer { identity = nil }
      return identity
    }
  }

  private func search(waitsForClient: Bool) {
    let mine = turn.wrappingAdd(1, ordering: .relaxed).newValue
    Thread.detachNewThread { [self] in
      var isFirst = true
      while turn.load(ordering: .relaxed) == mine, let identity = ask() {
        let isDetached = identity.multiplexer == .tmux(nil)
        if !isDetached || (isFirst && !waitsForClient) {
          found.withLock { $0 = identity }
          SignalPipe.wake()
        }
        if !isDetached { return }
        isFirst = false
        Thread.sleep(forTimeInterval: Self.interval)
      }
    }
  }
}
