/// What stands between the program and the terminal.
enum Multiplexer: Hashable, Sendable {
  case none
  /// tmux, and what it tells of its client; nil while no client is attached.
  case tmux(TmuxClient?)
  case screen

  /// Wraps sequences so that the multiplexer hands them to its terminal.
  func wrap(_ sequences: [String]) -> String {
    guard !sequences.isEmpty else { return "" }
    switch self {
    case .none:
      return sequences.joined()
    case .tmux:
      // Every ESC inside is doubled.
      let inner = sequences.joined().replacing("\u{1B}", with: "\u{1B}\u{1B}")
      return "\u{1B}Ptmux;" + inner + "\u{1B}\\"
    case .screen:
      // screen takes no long strings.
      return sequences.map { "\u{1B}P" + $0 + "\u{1B}\\" }.joined()
    }
  }
}
