/// What the manual says of terminals.
extension TerminalKind {
  /// Whether the program was looked at in it, and what is not right there.
  var remark: String {
    switch self {
    case .vte: "Looked at in GNOME Terminal, Xfce Terminal, LXTerminal and Terminator."
    case .mintty: "By its documentation."
    case .wezterm: "By its documentation; it reorders only where bidi_enabled is set."
    case .mlterm: "Looked at."
    case .konsole: "Looked at. It leaves a gap after lam and alef before version 24.08."
    case .kitty:
      "Looked at. It clips the tails of some letters, draws digits beside Arabic bold, and vowel signs "
        + "aside, so that these are hidden; with force_ltr set it needs :bidi visual."
    case .putty: "Looked at in pterm."
    case .qterminal:
      "Looked at. It reorders each run of a colour by itself, and is sent each as a line by itself."
    case .iterm: "By its documentation; visual before version 3.7, inverse from then on."
    case .appleTerminal: "By its documentation."
    case .xterm:
      "Looked at. Its bitmap fonts have no Arabic: xterm -fa 'DejaVu Sans Mono' chooses one that has."
    case .foot: "Looked at. It draws vowel signs in place of letters, so that they are hidden."
    case .alacritty: "Looked at. It draws vowel signs a column aside, so that they are hidden."
    case .rxvt: "Looked at in urxvt."
    case .st: "Looked at. It draws no vowel signs."
    case .xtermJS:
      "By its documentation, as in Visual Studio Code; where it draws without the graphics card, the "
        + "browser reorders, and it needs :bidi inverse."
    case .windowsTerminal:
      "By its documentation, from version 1.22 on; older ones reorder words, and need :bidi inverse."
    case .ghostty: "By its documentation."
    case .contour: "By its documentation."
    case .linuxConsole:
      "It shows Arabic only with a font that has it (setfont); most of its fonts have none."
    case .unknown: "Not known."
    }
  }
}
