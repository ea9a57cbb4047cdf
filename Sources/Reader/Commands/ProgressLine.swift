import Foundation

/// Progress on standard error: one line that changes at a terminal, else a line now and then.
struct ProgressLine {
  /// How often a line is written where it can't be changed.
  private static let interval = Duration.seconds(10)
  /// Goes to the start of the line and empties it.
  private static let clearing = "\r\u{1B}[K"

  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var written = ContinuousClock.now
  private var isOpen = false

  /// Shows how far the work is.
  mutating func show(_ text: String) {
    if isTerminal {
      isOpen = true
      StandardError.show(Self.clearing + text)
    } else if .now - written >= Self.interval {
      StandardError.write(text)
      written = .now
    }
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    if isOpen { StandardError.show(Self.clearing) }
    isOpen = false
  }

  /// Writes a line in the place of progress that another thread may be showing.
  static func interrupt(_ text: String) {
    if isatty(STDERR_FILENO) == 1 { StandardError.show(clearing) }
    StandardError.write(text)
  }
}
