import Foundation
import Model
import Synchronization

/// Reads the names of articles again in the background, carefully, and tells how many wait.
final class CarefulRun: Sendable {
  private let task: Task<Void, Never>
  private let open: OpenArticle

  /// The article on the screen, which is read before others.
  private final class OpenArticle: Sendable {
    let id = Mutex<ArticleID?>(nil)
  }

  /// Starts reading; messages go to `mailbox`.
  ///
  /// Where a change of judgements is given, their articles alone are read, else all that wait.
  init(library: Library, mailbox: Mailbox, only change: JudgementChange? = nil) {
    let open = OpenArticle()
    self.open = open
    task = Task.detached(priority: .utility) {
      do {
        guard try library.hastyCount() > 0 else { return }
        let job = CarefulReading(
          library: library, tagger: try NewsTagger(isCareful: true), resolver: try NewsResolver(),
          only: try change.map(library.articles(concernedBy:)))
        try job.run(
          first: { open.id.withLock { $0 } }, progress: { mailbox.post(.readAgain($0)) })
      } catch {
        mailbox.post(.notice(Notice(text: String(describing: error), tone: .alert)))
      }
    }
  }

  /// Notes which article is on the screen.
  func note(open article: ArticleID?) {
    open.id.withLock { $0 = article }
  }

  /// Stops reading; what was read stays.
  func cancel() {
    task.cancel()
  }
}
