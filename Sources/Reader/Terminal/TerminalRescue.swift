import Foundation
import Synchronization

/// Puts the terminal back as it was found when the program dies without leaving its screen.
///
/// What is written then is prepared beforehand, because a signal handler may call little more than
/// `write` and `tcsetattr`.
enum TerminalRescue {
  /// What the rescue needs, in memory that is never freed, as a handler may be reading it.
  private struct Plan {
    var descriptor: Int32
    var settings: termios
    var bytes: UnsafeMutablePointer<UInt8>
    var count: Int
  }

  // The address of a `Plan`; 0 while there is nothing to restore.
  private static let plan = Atomic<UInt>(0)
  // Only the main thread installs handlers.
  private nonisolated(unsafe) static var isInstalled = false
  // What the handlers replaced: the language's own backtraces come through these.
  private nonisolated(unsafe) static var previous: UnsafeMutablePointer<sigaction>?

  /// One more than the highest signal's number.
  private static let signalLimit = 65
  /// The signals that do not end a program by themselves, and those that `SignalPipe` catches or that
  /// nothing can catch.
  private static let others: Set = [
    SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGTSTP, SIGTTIN, SIGTTOU, SIGSTOP, SIGKILL, SIGPIPE,
    SIGINT, SIGTERM, SIGHUP, SIGQUIT,
  ]

  /// Prepares what is written and set when the program dies.
  static func arm(descriptor: Int32, settings: termios, bytes: [UInt8]) {
    installHandlers()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(from: bytes, count: bytes.count)
    let new = UnsafeMutablePointer<Plan>.allocate(capacity: 1)
    new.initialize(
      to: Plan(descriptor: descriptor, settings: settings, bytes: copy, count: bytes.count))
    plan.store(UInt(bitPattern: new), ordering: .releasing)
  }

  /// Takes the plan away; false if it has been carried out, or there was none.
  @discardableResult
  static func disarm() -> Bool {
    plan.exchange(0, ordering: .acquiringAndReleasing) != 0
  }

  /// Carries the plan out, once; async-signal-safe.
  static func restore() {
    let address = plan.exchange(0, ordering: .acquiringAndReleasing)
    guard let plan = UnsafeMutablePointer<Plan>(bitPattern: address) else { return }
    let (descriptor, count) = (plan.pointee.descriptor, plan.pointee.count)
    var done = 0
    while done < count {
      let written = write(descriptor, plan.pointee.bytes + done, count - done)
      if written <= 0 { break }
      done += written
    }
    tcsetattr(descriptor, TCSANOW, &plan.pointee.settings)
  }

  /// Catches what ends the program, and a plain `exit`; what is ignored stays ignored.
  private static func installHandlers() {
    guard !isInstalled else { return }
    isInstalled = true
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: signalLimit)
    actions.initialize(repeating: sigaction(), count: signalLimit)
    previous = actions
    // A stack that has overflowed has no room for a handler.
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    action.sa_flags = Int32(SA_ONSTACK)
    action.__sigaction_handler.sa_handler = { number in TerminalRescue.die(bySignal: number) }
    for number in 1..<Int32(signalLimit) where !others.contains(number) {
      // The C library keeps a few numbers to itself and refuses them.
      guard sigaction(number, nil, actions + Int(number)) == 0 else { continue }
      let found = actions[Int(number)].__sigaction_handler.sa_handler
      guard unsafeBitCast(found, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else {
        continue
      }
      sigaction(number, &action, nil)
    }
    atexit { TerminalRescue.restore() }
  }

  /// In the handler of a signal: restores, then lets what was there before have it.
  private static func die(bySignal number: Int32) {
    restore()
    if let previous, number >= 0, Int(number) < signalLimit {
      sigaction(number, previous + Int(number), nil)
    } else {
      signal(number, SIG_DFL)
    }
    // Blocked until the handler returns, delivered then.
    raise(number)
  }
}
