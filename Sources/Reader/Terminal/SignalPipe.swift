import Foundation
import Synchronization

/// Turns signals, and calls from other threads, into bytes of a pipe that the main loop waits on.
///
/// The handler does nothing but write its signal's number. The pipe lives as long as the process,
/// since a handler may run at any time.
enum SignalPipe {
  /// The byte that stands for a call from another thread; no signal has this number.
  static let wakeByte: UInt8 = 0

  // Plain memory that is set before any handler is installed, as a handler must not run the
  // initialiser of a global.
  private nonisolated(unsafe) static var writeEnd: Int32 = -1
  private nonisolated(unsafe) static var readEnd: Int32 = -1

  /// Whether a wake byte is under way: one is enough, and the pipe must not fill up.
  private static let isWoken = Atomic<Bool>(false)
  /// Whether a signal that ends the program is under way.
  private static let isEnding = Atomic<Bool>(false)

  /// Signals that become events.
  private static let caught = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// The end that is read from.
  static var descriptor: Int32 { readEnd }

  /// Makes the pipe and installs the handlers; once is enough.
  static func install() {
    guard writeEnd < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    _ = isWoken.load(ordering: .relaxed)
    _ = isEnding.load(ordering: .relaxed)
    for number in caught { catchSignal(number) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Lets a signal become an event (again).
  static func catchSignal(_ number: Int32) {
    var action = sigaction()
    sigfillset(&action.sa_mask)
    action.sa_flags = Int32(SA_RESTART)
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      SignalPipe.report(number)
      errno = saved
    }
    sigaction(number, &action, nil)
  }

  /// In the handler: only async-signal-safe calls.
  private static func report(_ number: Int32) {
    if number == SIGTERM || number == SIGHUP || number == SIGQUIT,
      isEnding.exchange(true, ordering: .relaxed)
    {
      // The main loop has not taken the first one: it hangs, so nothing is waited for.
      TerminalRescue.restore()
      signal(number, SIG_DFL)
      raise(number)
      return
    }
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(writeEnd, &byte, 1)
  }

  /// Makes the main loop return an event; any thread may call it.
  static func wake() {
    guard writeEnd >= 0, !isWoken.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte = wakeByte
    _ = write(writeEnd, &byte, 1)
  }

  /// The signals and calls since the last time.
  static func drain() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(readEnd, &bytes, bytes.count)
    guard count > 0 else { return [] }
    // Before the bytes are looked at, so that a later call is not lost.
    isWoken.store(false, ordering: .sequentiallyConsistent)
    return Array(bytes[..<count])
  }

  /// Ends the process by a signal, as if it had never been caught.
  static func die(bySignal number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }
}

/// Wakes the main loop from any thread.
struct TerminalWaker: Sendable {
  /// Makes the main loop return a `wake` event; several calls before that make one event.
  func wake() {
    SignalPipe.wake()
  }
}
