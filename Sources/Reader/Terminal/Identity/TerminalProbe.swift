import Foundation

/// Asks a terminal what it is and reads its answers before anything else reads its input.
///
/// DA1 is the last question, as every terminal answers it: when its answer is there, the others
/// are, or never come.
struct TerminalProbe {
  /// The terminal.
  let device: TerminalDevice
  /// What wraps the questions.
  let multiplexer: Multiplexer
  /// How long to wait for the answer to DA1.
  let patience: Duration

  /// How long a terminal may take to answer a program that prints and ends.
  ///
  /// What it answers later would be taken for keys by the shell. As every terminal answers, none
  /// makes it wait as long.
  static let patienceOfPrinting = Duration.seconds(1)

  /// How long a terminal may take before the screen is drawn: longer where a network lies between.
  ///
  /// What it answers later comes among the keys and is taken from there.
  static func patience(environment: [String: String]) -> Duration {
    let isRemote = environment["SSH_CONNECTION"] != nil || environment["SSH_TTY"] != nil
    return isRemote ? .seconds(1) : .milliseconds(50)
  }

  private static let deviceAttributes = "\u{1B}[c"
  private static let name = "\u{1B}[>c\u{1B}[>0q"
  private static let background = "\u{1B}]11;?\u{1B}\\"
  private static let bidiMode = "\u{1B}[8$p"

  /// What the terminal answers.
  func ask() -> TerminalReplies {
    quietly {
      var bytes = answers(to: Self.name + Self.deviceAttributes)
      let first = TerminalReplies(bytes)
      // Apple's terminal prints the last letter of DECRQM; known ones need not be asked.
      if first.primary != nil, first.kind == .unknown || first.kind == .vte {
        bytes += answers(to: Self.bidiMode + Self.deviceAttributes)
      }
      return TerminalReplies(bytes)
    }
  }

  /// Asks while the terminal passes on each byte and shows none.
  private func quietly(_ body: () -> TerminalReplies) -> TerminalReplies {
    var found = termios()
    guard tcgetattr(device.input, &found) == 0 else { return TerminalReplies([]) }
    var quiet = found
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    // Without waiting for output, and without throwing away what has been typed ahead.
    tcsetattr(device.input, TCSANOW, &quiet)
    defer { tcsetattr(device.input, TCSANOW, &found) }
    return body()
  }

  /// What the terminal answers to the question for its background's colour (OSC 11).
  ///
  /// tmux is asked itself: it knows its terminal's.
  func askBackground() -> TerminalReplies {
    quietly {
      TerminalReplies(
        answers(to: Self.background + Self.deviceAttributes, isForTmux: true))
    }
  }

  /// Whether the question does no harm: the console prints it.
  static func canAskBackground(environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    return !term.isEmpty && term != "dumb" && !term.hasPrefix("linux")
  }

  /// Sends questions and reads until DA1 is answered or time is up.
  private func answers(to questions: String, isForTmux: Bool = false) -> [UInt8] {
    var sent = multiplexer.wrap([questions])
    if isForTmux, case .tmux = multiplexer { sent = questions }
    let questions = Array(sent.utf8)
    guard write(device.output, questions, questions.count) == questions.count else { return [] }
    var bytes: [UInt8] = []
    let end = ContinuousClock.now + patience
    while TerminalReplies(bytes).primary == nil {
      let left = (end - .now) / .milliseconds(1)
      guard left > 0 else { break }
      var polled = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, Int32(left.rounded(.up))) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1024)
      let count = read(device.input, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
