import Model

/// Fetches sources into a library in the background and tells how far it has come.
struct BackgroundFetch {
  /// What is fetched.
  enum Wanted: Sendable {
    /// The sources that are due.
    case due
    /// All sources, or those of some targets, due or not.
    case asked([String]?)
    /// A new source, which an address, folder or file means.
    case new(String)
  }

  /// What is fetched.
  let wanted: Wanted
  /// What does it.
  let fetching: SourceFetching
  /// Where messages go.
  let mailbox: Mailbox

  /// Starts to fetch; cancelling the task stops it, and what was stored stays.
  func start() -> Task<Void, Never> {
    Task.detached(priority: .utility) { mailbox.post(.fetched(await notice())) }
  }

  /// Whether the reader asked for it, and wants to know what came of it.
  private var isAsked: Bool { if case .due = wanted { false } else { true } }

  /// Fetches, and says what came of it.
  private func notice() async -> Notice? {
    do {
      let sources = try await sources()
      guard let first = sources.first else {
        return isAsked
          ? Notice(text: "There are no sources; :subscribe URL adds one", tone: .alert) : nil
      }
      let summary = try await fetching.run(sources, isAsked: isAsked) { event in
        if case .progress(let done, let total) = event {
          mailbox.post(.fetching("fetching \(done)/\(total)"))
        }
      }
      guard isAsked || summary.isNews else { return nil }
      var words = [summary.text] + summary.failures.prefix(1)
      if case .new = wanted { words.insert("Subscribed to \(first.displayName)", at: 0) }
      return Notice(
        text: words.joined(separator: "; "),
        tone: summary.failures.isEmpty ? .plain : .alert)
    } catch let failure as FetchFailure {
      return isAsked ? Notice(text: failure.reason, tone: .alert) : nil
    } catch {
      return Notice(text: String(describing: error), tone: .alert)
    }
  }

  /// The sources to fetch; a new one is put on the list.
  private func sources() async throws -> [Source] {
    switch wanted {
    case .due, .asked(nil): return try SourceChoice.all()
    case .asked(let targets?): return try SourceChoice.all().filter { targets.contains($0.target) }
    case .new(let target):
      let source = try await SourceChoice.found(at: target).source
      try SourceChoice.file.addNew(source)
      return [source]
    }
  }
}
