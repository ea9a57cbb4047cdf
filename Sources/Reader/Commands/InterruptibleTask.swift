import Dispatch
import Foundation
import Synchronization

/// Work that Ctrl-C (INT) stops at a place where nothing is lost.
enum InterruptibleTask {
  /// The status with which a command ends that was stopped.
  static let stoppedStatus: Int32 = 128 + SIGINT

  /// What came of the work, on its way to the thread that waits for it.
  private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  /// Does the work in a task of its own and waits for it.
  ///
  /// The first INT cancels the task, the second ends the program as if it had never been caught.
  ///
  /// - Parameters:
  ///   - work: The work; it should end early when its task is cancelled.
  ///   - interrupted: Called at the first INT, from a thread of its own.
  static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value, interrupted: @escaping @Sendable () -> Void
  ) throws -> Value {
    try runAsync({ try work() }, interrupted: interrupted)
  }

  /// Does asynchronous work likewise.
  static func runAsync<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value,
    interrupted: @escaping @Sendable () -> Void
  ) throws -> Value {
    let outcome = Outcome<Value>()
    let done = DispatchSemaphore(value: 0)
    signal(SIGINT, SIG_IGN)
    let task = Task.detached {
      let result: Result<Value, any Error>
      do {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      outcome.result.withLock { $0 = result }
      done.signal()
    }
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if task.isCancelled { SignalPipe.die(bySignal: SIGINT) }
      task.cancel()
      interrupted()
    }
    source.resume()
    done.wait()
    source.cancel()
    signal(SIGINT, SIG_DFL)
    guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
