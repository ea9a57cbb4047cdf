/// What stands between the program and the terminal.
enum Multiplexer: Hashable, Sendable {
  case none
  /// tmux, and what it tells of its client; nil while no client is attached.
  case tmux(TmuxClient?)
  case screen

  /// Wraps bytes so that the multiplexer hands them to its terminal.
  func wrap(_ text: String) -> String {
    switch self {
    case .none: text
    // Every ESC inside is doubled.
    case .tmux: "\u{1B}Ptmux;" + text.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    case .screen: "\u{1B}P" + text + "\u{1B}\\"
    }
  }
}
