/// What was found out about the terminal, as `reader doctor` prints it.
struct DoctorReport: Hashable, Sendable {
  /// A line of the report.
  struct Finding: Hashable, Sendable {
    let label: String
    let text: String
  }

  /// What was found, in the order in which it is printed.
  let findings: [Finding]

  /// Reports on a terminal.
  ///
  /// - Parameters:
  ///   - profile: What it is and what it is sent.
  ///   - term: Its `TERM`.
  ///   - palette: The colours used.
  ///   - locale: The locale taken; nil where none has UTF-8.
  ///   - size: The size of the screen.
  ///   - memory: The file in which answers and choices are kept.
  init(
    profile: TerminalProfile, term: String, palette: Palette, locale: String?, size: GridSize,
    memory: String
  ) {
    let identity = profile.identity
    var findings = [
      Finding(label: "Terminal", text: Self.name(identity)), Finding(label: "TERM", text: term),
    ]
    if let text = Self.multiplexer(identity) {
      findings.append(Finding(label: "Behind", text: text))
    }
    if let replies = identity.replies {
      findings.append(Finding(label: "Answers", text: Self.answers(replies)))
    }
    findings += [
      Finding(label: "Mode", text: "\(profile.mode.rawValue) (\(profile.decision.rawValue))"),
      Finding(label: "Lines", text: "printed ones \(profile.lineMode.rawValue)"),
      Finding(label: "Colours", text: Self.colors(palette)),
      Finding(
        label: "Locale",
        text: locale ?? "none with UTF-8; install one, such as C.UTF-8, or Arabic shows as ?"),
      Finding(label: "Size", text: "\(size.columns) columns, \(size.rows) rows"),
    ]
    findings += Self.advice(identity).map { Finding(label: "Advice", text: $0) }
    findings.append(Finding(label: "Kept in", text: memory))
    self.findings = findings
  }

  /// The report as text, a line for each finding.
  var text: String { Self.text(findings) }

  /// Findings as text, a line for each.
  static func text(_ findings: [Finding]) -> String {
    let width = findings.map(\.label.count).max() ?? 0
    return findings.map { finding in
      finding.label + String(repeating: " ", count: width - finding.label.count + 2)
        + finding.text.displayable
    }.joined(separator: "\n")
  }

  private static func name(_ identity: TerminalIdentity) -> String {
    let source =
      switch identity.source {
      case .environment: "by its environment"
      case .answers: "by its answers"
      case .multiplexer: "by what tmux says"
      case .memory: "by its answers, remembered"
      case .nothing: "it did not answer"
      }
    return "\(identity.name) (\(source))"
  }

  private static func multiplexer(_ identity: TerminalIdentity) -> String? {
    switch identity.multiplexer {
    case .none: nil
    case .screen: "GNU screen"
    case .tmux(nil): "tmux, with no client attached"
    case .tmux(let client?): "tmux, whose client is \(client.name)"
    }
  }

  private static func answers(_ replies: TerminalReplies) -> String {
    let answers = [
      replies.primary.map { "DA1 \(Self.parameters($0))" },
      replies.secondary.map { "DA2 \(Self.parameters($0))" },
      replies.version.map { "XTVERSION \($0)" }, replies.bidiMode.map { "mode 8 \($0)" },
    ].compactMap(\.self)
    return answers.isEmpty ? "none" : answers.joined(separator: ", ")
  }

  /// The parameters of an answer; kitty ends them with a semicolon.
  private static func parameters(_ text: String) -> String {
    text.split(separator: ";").joined(separator: ";")
  }

  private static func colors(_ palette: Palette) -> String {
    switch palette.depth {
    case .none: "none; attributes tell names apart"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: "16 million"
    }
  }

  private static func advice(_ identity: TerminalIdentity) -> [String] {
    var advice: [String] = []
    switch identity.kind {
    case .xterm:
      advice.append(
        "Where Arabic is blank, xterm uses its bitmap font: start `xterm -fa 'DejaVu Sans Mono'`.")
    case .linuxConsole:
      advice.append("The console shows Arabic only with a font that has it (`setfont`).")
    case .unknown:
      advice.append("Where Arabic reads wrong, `reader doctor --calibrate` finds the right mode.")
    default:
      break
    }
    if !identity.kind.drawsTashkeel {
      advice.append("It does not draw vowel signs where they belong; they are best left hidden.")
    }
    return advice
  }
}
