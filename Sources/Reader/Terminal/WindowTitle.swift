/// The title of the terminal's window (OSC 2), which is given back as it was found.
struct WindowTitle: Hashable, Sendable {
  /// Whether the terminal is known to have titles; the console prints them.
  private let isKnown: Bool

  /// The longest title that is sent, in scalars.
  private static let limit = 120
  /// How the names of terminals begin that have titles.
  private static let kinds = [
    "xterm", "tmux", "screen", "foot", "alacritty", "rxvt", "konsole", "gnome", "vte", "st-",
    "mlterm", "contour", "wezterm", "ghostty", "kitty", "putty",
  ]

  /// Finds out from the environment whether there are titles.
  init(environment: [String: String]) {
    let term = environment["TERM"] ?? ""
    isKnown = Self.kinds.contains { term.hasPrefix($0) }
  }

  /// What has the terminal keep the title that it has.
  var kept: String { isKnown ? "\u{1B}[22;2t" : "" }
  /// What has it show that title again.
  var restored: String { isKnown ? "\u{1B}[23;2t" : "" }

  /// What has it show a title, without anything that could end the title early or turn it round.
  func sequence(for name: String) -> String {
    guard isKnown else { return "" }
    let clean = name.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
    return "\u{1B}]2;" + String(String.UnicodeScalarView(clean.prefix(Self.limit))) + "\u{7}"
  }
}
