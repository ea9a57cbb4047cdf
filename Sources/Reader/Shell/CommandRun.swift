import Model

/// A shell command that reads text, and whose output is shown.
struct ShellCommand: Hashable, Sendable {
  /// The command, as it is typed in a shell.
  var script: String
  /// What it reads.
  var input: String
  /// Whether it reads a part of the article: then it runs in the background, and its output is shown under
  /// the article.
  var isForPart = false
  /// The article that its output is kept with, so that it need not run again for the same text.
  var keptWith: ArticleID?
}

/// What a command printed.
struct ShellOutput: Hashable, Sendable {
  /// The most bytes of a command's output that are shown.
  static let largest = 256 << 10
  /// The most characters that are shown of what it complained about.
  private static let longestComplaint = 200

  /// The command.
  let command: ShellCommand
  /// The text, cleaned.
  let text: ScalarText
  /// What went wrong, as a sentence.
  let failure: String?

  /// Takes what a command printed.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - printed: Its output, whatever its encoding.
  ///   - complaint: The beginning of its standard error, which says why it failed.
  ///   - failure: What went wrong, to be said after the command's name.
  init(
    of command: ShellCommand, printed: some Collection<UInt8> = [],
    complaint: some Collection<UInt8> = [], failure: String? = nil
  ) {
    self.command = command
    text = ScalarText(cleaning: String(decoding: printed, as: UTF8.self))
    let lines = ScalarText(cleaning: String(decoding: complaint, as: UTF8.self)).string
      .split(whereSeparator: \.isNewline)
    let first = lines.first { !$0.allSatisfy(\.isWhitespace) }
    let reason = first.map { String($0.prefix(Self.longestComplaint)) }
    let name = command.script.displayable
    self.failure =
      if let failure {
        ["\(name) \(failure)", reason].compactMap(\.self).joined(separator: ": ")
      } else if let reason, text.scalars.allSatisfy(\.properties.isWhitespace) {
        "\(name): \(reason)"
      } else {
        nil
      }
  }

  /// Whether nothing was printed that can be seen.
  var isEmpty: Bool { text.scalars.allSatisfy(\.properties.isWhitespace) }

  /// What went wrong where a command printed more than is shown.
  static func tooMuch(_ largest: Int) -> String {
    "printed more than \(largest >> 10) KiB; the rest is left out"
  }
}

/// A command that was given text, and what it printed.
struct CommandRun: Sendable {
  /// The command.
  let command: ShellCommand
  /// What it printed; `nil` while it runs.
  private(set) var output: ShellOutput?
  /// The first line on screen.
  var top = 0
  /// The lines of the output.
  private(set) var lines: [LayoutLine] = []
  private var setting: TextSetting?

  /// A command that has been started.
  init(_ command: ShellCommand) { self.command = command }

  /// Whether it still runs.
  var isRunning: Bool { output == nil }

  /// Takes what was printed.
  mutating func take(_ output: ShellOutput) {
    self.output = output
    setting = nil
  }

  /// Lays the output out, each paragraph in the direction of the text unless its letters run the other
  /// way, where it is not laid out so already.
  mutating func layOut(_ new: TextSetting) {
    guard let output, setting != new else { return }
    setting = new
    let scalars = output.text.scalars
    let direction = TextDirection(mostLettersOf: [scalars[...]]) ?? .leftToRight
    let paragraphs = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    lines = paragraphs.flatMap { paragraph in
      let own = direction.ofParagraph(paragraph)
      let lines = TextLayout(
        paragraph, width: new.width, direction: own, options: new.options
      ).lines
      return lines.isEmpty
        ? [TextLayout.singleLine([], width: new.width, direction: own, options: new.options)]
        : lines
    }
    while lines.last?.cells.isEmpty == true { lines.removeLast() }
    top = min(top, max(0, lines.count - 1))
  }
}

extension State {
  /// Has a command read text; what it prints is shown once it has ended, or at once where it is kept.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - isAgain: Whether it is to run whatever is kept.
  mutating func run(_ command: ShellCommand, isAgain: Bool = false) -> [Effect] {
    guard command.isForPart else { return [.show(command)] }
    closeOverlays()
    commandRun = CommandRun(command)
    arrangement.focus = .text
    arrangement.isInFoot = true
    let isKnown = command.keptWith != nil && !isAgain
    return fit() + [isKnown ? .asking(FindTranslation(command: command)) : .show(command)]
  }

  /// Takes what a command printed: keeps it where that is wanted, and shows it.
  mutating func take(_ output: ShellOutput) -> [Effect] {
    let effects = show(output)
    guard output.command.keptWith != nil, output.failure == nil, !output.isEmpty else {
      return effects
    }
    return effects + [.asking(KeepTranslation(output: output))]
  }

  /// Shows what a command printed, unless that is not wanted any more.
  fileprivate mutating func show(_ output: ShellOutput) -> [Effect] {
    if output.command.isForPart {
      guard let run = commandRun, run.isRunning, run.command == output.command else { return [] }
    } else if output.isEmpty {
      notice =
        output.failure.map { Notice(text: $0, tone: .alert) }
        ?? Notice(text: "\(output.command.script.displayable) printed nothing")
      return []
    }
    var run = CommandRun(output.command)
    run.take(output)
    run.layOut(commandSetting(of: run))
    if !output.command.isForPart { closeOverlays() }
    commandRun = run
    return fit()
  }

  /// Closes what a command printed; one that still runs is ended.
  mutating func closeCommandRun() -> [Effect] {
    guard let run = commandRun else { return [] }
    commandRun = nil
    arrangement.isInFoot = false
    if !run.command.isForPart, let failure = run.output?.failure {
      notice = Notice(text: failure, tone: .alert)
    }
    return fit()
  }

  /// How the output of a command is to be set: that of a part as the article is, any other as wide as the
  /// screen.
  func commandSetting(of run: CommandRun) -> TextSetting {
    let width = run.command.isForPart ? textWidth(in: articleColumns) : size.columns
    return TextSetting(width: max(1, width), options: layoutOptions)
  }
}

/// Looks for what a command made of a text before; without it, the command runs.
private struct FindTranslation: Question {
  /// The command.
  var command: ShellCommand

  /// What is kept, if anything is.
  struct Answer: Sendable {
    var text: String?
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    Answer(
      text: try command.keptWith.flatMap {
        try desk.library.translation(of: command.input, in: $0, by: command.script)
      })
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard state.commandRun?.command == command else { return [] }
    return answer.text.map { state.show(ShellOutput(of: command, printed: $0.utf8)) }
      ?? [.show(command)]
  }
}

/// Keeps what a command made of a text.
private struct KeepTranslation: Errand {
  /// What it printed.
  var output: ShellOutput

  func run(at desk: LibraryDesk) throws {
    guard let article = output.command.keptWith, !desk.library.isReadOnly else { return }
    try desk.library.keep(
      translation: output.text.string, of: output.command.input, in: article,
      by: output.command.script)
  }
}
