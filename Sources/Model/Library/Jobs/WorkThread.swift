import Foundation

/// Threads for work that blocks, for which tasks have no room.
public enum WorkThread {
  /// Runs something on a thread of its own.
  ///
  /// One that `yields` leaves the processors to whoever else wants them, and so do the threads that it
  /// starts, so that a person who reads meanwhile notices nothing.
  public static func start(yields: Bool = false, _ body: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      // Linux has a niceness for each thread, which those that it starts inherit.
      if yields { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19) }
      body()
    }
  }

  /// Runs something on a thread of its own that a group waits for.
  static func start(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    group.enter()
    start {
      body()
      group.leave()
    }
  }
}
