import Foundation
import Synchronization

/// Looks, aside from the main thread, for the client that shows the program in tmux: another may be
/// attached at any time, in another terminal.
final class ClientWatch: Sendable {
  private let environment: [String: String]
  private let device: TerminalDevice
  private let found = Mutex<TerminalIdentity?>(nil)
  /// Which thread is wanted; an older one ends.
  private let turn = Atomic<Int>(0)

  /// How often tmux is asked while nobody looks.
  private static let interval: TimeInterval = 1
  /// How often it is looked whether the client is still there, which costs little.
  private static let shortInterval: TimeInterval = 0.25

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

  /// Asks tmux in the background whenever another client may look at the program than the one that
  /// is known: as long as there is none, and when that one has ended.
  ///
  /// The main loop is woken when the answer is another.
  ///
  /// - Parameters:
  ///   - known: The terminal as it is known.
  ///   - asksAtOnce: Whether the client may have changed already.
  func follow(_ known: TerminalIdentity, asksAtOnce: Bool = false) {
    guard known.multiplexer != .none, known.multiplexer != .screen else { return }
    let mine = turn.wrappingAdd(1, ordering: .relaxed).newValue
    Thread.detachNewThread { [self] in
      var known = known
      var asks = asksAtOnce || known.client == nil
      while turn.load(ordering: .relaxed) == mine {
        if asks {
          guard let identity = ask() else { return }
          if identity != known {
            known = identity
            found.withLock { $0 = identity }
            SignalPipe.wake()
          }
        }
        Thread.sleep(forTimeInterval: known.client == nil ? Self.interval : Self.shortInterval)
        asks = known.client.map { !$0.isAttached } ?? true
      }
    }
  }

  /// Asks no more.
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
}
