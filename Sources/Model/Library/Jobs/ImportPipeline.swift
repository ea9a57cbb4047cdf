import Foundation
import Synchronization

/// Passes batches from one reader through several workers to one writer, who gets them in the
/// order in which they were read.
///
/// Few are under way at a time, so an import of any size takes the same memory.
///
/// Unchecked: everything that changes is touched with `condition` locked and nowhere else.
final class ImportPipeline<Raw: Sendable, Done: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var waiting: [(number: Int, batch: Raw)] = []
  private var done: [Int: Done] = [:]
  private var submitted = 0
  private var taken = 0
  private var isComplete = false
  private var isStopped = false

  /// Makes a pipeline that holds at most `capacity` batches.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Gives a batch to the workers, when there is room; says `false` where no more is wanted.
  func submit(_ batch: Raw) -> Bool {
    condition.withLock {
      while !isStopped, submitted - taken >= capacity { condition.wait() }
      guard !isStopped else { return false }
      waiting.append((submitted, batch))
      submitted += 1
      condition.broadcast()
      return true
    }
  }

  /// Says that all was submitted.
  func complete() {
    condition.withLock {
      isComplete = true
      condition.broadcast()
    }
  }

  /// Ends everything early.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }

  /// Turns batches into what the writer gets until there are no more.
  func work(_ transform: (Raw) -> Done) {
    while let (number, batch) = next() {
      let result = transform(batch)
      condition.withLock {
        done[number] = result
        condition.broadcast()
      }
    }
  }

  /// How often a writer that waits looks whether its task was cancelled, in seconds.
  private static var attention: Double { 0.1 }

  /// The next batch for the writer, when it is ready; `nil` after the last, and where the writer's
  /// task is cancelled.
  func receive() -> Done? {
    condition.withLock {
      while !isStopped, !Task.isCancelled {
        if let batch = done.removeValue(forKey: taken) {
          taken += 1
          condition.broadcast()
          return batch
        }
        if isComplete, taken == submitted { return nil }
        _ = condition.wait(until: Date(timeIntervalSinceNow: Self.attention))
      }
      return nil
    }
  }

  private func next() -> (number: Int, batch: Raw)? {
    condition.withLock {
      while !isStopped {
        if !waiting.isEmpty { return waiting.removeFirst() }
        if isComplete { return nil }
        condition.wait()
      }
      return nil
    }
  }
}

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
