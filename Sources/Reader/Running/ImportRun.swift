import Foundation
import Model

/// Reads files into a library in the background and tells how far it has come.
final class ImportRun: Sendable {
  private let task: Task<Void, Never>

  /// Starts reading; messages go to `mailbox`.
  ///
  /// Where it is what the screen shows, its names are joined meanwhile.
  init(
    paths: [String], followsLinks: Bool, configuration file: String?, into library: Library,
    isShown: Bool, mailbox: Mailbox
  ) {
    task = Task.detached {
      do {
        let job = ImportJob(
          library: library, tagger: try NewsTagger(), resolver: try NewsResolver(),
          reader: .configured(try Configuration.read(file)), followsLinks: followsLinks,
          joinsMeanwhile: isShown)
        let report = try job.run(paths: paths) { mailbox.post(.progress($0)) }
        mailbox.post(.imported(report))
      } catch {
        mailbox.post(.notice(Notice(text: String(describing: error), tone: .alert)))
      }
    }
  }

  /// Stops reading; what has been read stays.
  func cancel() {
    task.cancel()
  }
}
