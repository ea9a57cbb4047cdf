/// A terminal program, as far as it matters for what is sent to it.
enum TerminalKind: String, Hashable, Sendable, Codable, CaseIterable {
  case vte = "VTE"
  case mintty
  case wezterm = "WezTerm"
  case mlterm
  case konsole = "Konsole"
  case kitty
  case putty = "PuTTY"
  case qterminal = "QTerminal"
  case iterm = "iTerm2"
  case appleTerminal = "Apple Terminal"
  case xterm
  case foot
  case alacritty = "Alacritty"
  case rxvt
  case st
  case xtermJS = "xterm.js"
  case windowsTerminal = "Windows Terminal"
  case ghostty = "Ghostty"
  case contour = "Contour"
  case linuxConsole = "Linux console"
  case unknown

  /// Whether it draws Arabic vowel signs where they belong.
  var drawsTashkeel: Bool {
    switch self {
    // Alacritty draws them a cell aside, kitty too, foot draws them instead of the letter, st and
    // the console not at all.
    case .kitty, .foot, .alacritty, .st, .linuxConsole: false
    default: true
    }
  }

  /// Whether it reads colours as ISO 8613-6 writes them, with a place for the colour space: 38:2::R:G:B.
  ///
  /// QTerminal takes the empty place for red.
  var readsColorSpaces: Bool { self != .qterminal }
}
