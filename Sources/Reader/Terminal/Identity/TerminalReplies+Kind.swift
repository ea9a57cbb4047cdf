extension TerminalReplies {
  /// The terminal that gives such answers.
  var kind: TerminalKind {
    if let version, let kind = Self.kind(version: version) { return kind }
    if let secondary, let kind = Self.kind(secondary: secondary) { return kind }
    // st answers nothing else.
    if primary == "6", secondary == nil, version == nil { return .st }
    return .unknown
  }

  private static func kind(version: String) -> TerminalKind? {
    let names: [(prefix: String, kind: TerminalKind)] = [
      ("vte(", .vte), ("mintty", .mintty), ("wezterm", .wezterm), ("mlterm", .mlterm),
      ("konsole", .konsole), ("kitty(", .kitty), ("iterm2", .iterm), ("xterm(", .xterm),
      ("foot(", .foot), ("alacritty", .alacritty), ("xterm.js", .xtermJS), ("ghostty", .ghostty),
      ("contour", .contour), ("putty", .putty),
    ]
    let version = version.lowercased()
    return names.first { version.hasPrefix($0.prefix) }?.kind
  }

  /// By DA2, `Pp ; Pv ; Pc`: kind of terminal, version, cartridge.
  private static func kind(secondary: String) -> TerminalKind? {
    let numbers = secondary.split(separator: ";").map { Int($0) ?? 0 }
    guard numbers.count == 3 else { return nil }
    switch (numbers[0], numbers[1], numbers[2]) {
    case (65, 2000..., 1), (61, 2000..., 1), (1, 2000..<4000, 0): return .vte
    case (24, _, _): return .mlterm
    case (1, 4000..., _): return .kitty
    case (1, 115, 0): return .konsole
    case (0, 115, 0): return .qterminal
    case (0, 136, 0): return .putty
    case (1, 95, 0): return .appleTerminal
    case (0, 95, 0): return .iterm
    case (41, _, _): return .xterm
    case (85, _, _): return .rxvt
    case (77, _, _): return .mintty
    case (0, 10, 1): return .windowsTerminal
    case (0, 276, 0): return .xtermJS
    // Alacritty sends its version as 10000 major + 100 minor + patch.
    case (0, 1000..., 1): return .alacritty
    default: return nil
    }
  }
}
