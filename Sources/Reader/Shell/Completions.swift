/// What completes a line that is typed, gone through one by one and round at the ends.
struct Completions: Hashable, Sendable {
  /// The lines; none while nothing was asked for.
  private(set) var lines: [String] = []
  /// The number of the one that is shown.
  private(set) var shown = 0

  /// Nothing to go through yet.
  init() {}

  /// Lines of which the first is shown, or going back the last.
  init(_ lines: [String], isBackward: Bool) {
    self.lines = lines
    shown = isBackward ? max(0, lines.count - 1) : 0
  }

  /// The line that is shown, where there is one.
  var line: String? { lines.indices.contains(shown) ? lines[shown] : nil }

  /// Goes on to another line; there has to be one.
  mutating func move(by step: Int) {
    shown = (shown + step + lines.count) % lines.count
  }
}
