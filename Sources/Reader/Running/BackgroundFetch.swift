import Model

/// Fetches sources into a library in the background and tells how far it has come.
struct BackgroundFetch {
  /// Which of the sources by their targets; `nil` is all.
  let targets: [String]?
  /// Whether the reader asked for it, and wants to know what came of it.
  let isAsked: Bool
  /// What does it.
  let fetching: SourceFetching
  /// Where messages go.
  let mailbox: Mailbox

  /// Starts to fetch; cancelling the task stops it, and what was stored stays.
  func start() -> Task<Void, Never> {
    Task.detached(priority: .utility) { mailbox.post(.fetched(await notice())) }
  }

  /// Fetches, and says what came of it.
  private func notice() async -> Notice? {
    do {
      let sources = try SourceChoice.all().filter { targets?.contains($0.target) ?? true }
      guard !sources.isEmpty else {
        return isAsked
          ? Notice(text: "There are no sources; reader subscribe URL adds one", tone: .alert) : nil
      }
      let summary = try await fetching.run(sources, isAsked: isAsked) { event in
        if case .progress(let done, let total) = event {
          mailbox.post(.fetching("fetching \(done)/\(total)"))
        }
      }
      guard isAsked || summary.isNews else { return nil }
      return Notice(
        text: ([summary.text] + summary.failures.prefix(1)).joined(separator: "; "),
        tone: summary.failures.isEmpty ? .plain : .alert)
    } catch let failure as FetchFailure {
      return isAsked ? Notice(text: failure.reason, tone: .alert) : nil
    } catch {
      return Notice(text: String(describing: error), tone: .alert)
    }
  }
}
