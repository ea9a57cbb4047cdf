import Foundation
import Model
import Synchronization

/// Reads the names of articles again in the background, carefully, and tells how many wait.
final class CarefulRun: Sendable {
  private let wishes = Wishes()

  /// What the screen wants of the work.
  private final class Wishes: Sendable {
    /// The article on the screen, which is read before others.
    let open = Mutex<ArticleID?>(nil)
    let isCancelled = Mutex(false)
  }

  /// Starts reading; messages go to `mailbox`.
  ///
  /// Where a change of judgements is given, their articles alone are read, else all that wait.
  init(library: Library, mailbox: Mailbox, only change: JudgementChange? = nil) {
    WorkThread.start(yields: true) { [wishes] in
      do {
        guard try library.hastyCount() > 0 else { return }
        let job = CarefulReading(
          library: library, tagger: try NewsTagger(isCareful: true), resolver: try NewsResolver(),
          only: try change.map(library.articles(concernedBy:)))
        try job.run(
          first: { wishes.open.withLock { $0 } },
          isCancelled: { wishes.isCancelled.withLock { $0 } },
          progress: { mailbox.post(.readAgain($0)) })
      } catch {
        mailbox.post(.notice(Notice(text: String(describing: error), tone: .alert)))
      }
    }
  }

  /// Notes which article is on the screen.
  func note(open article: ArticleID?) {
    wishes.open.withLock { $0 = article }
  }

  /// Stops reading; what was read stays.
  func cancel() {
    wishes.isCancelled.withLock { $0 = true }
  }
}
