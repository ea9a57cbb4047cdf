/// What the environment says. Variables are inherited by terminals started from other terminals, so
/// only a terminal that nothing speaks against is believed.
extension TerminalIdentity {
  /// What the environment says of the terminal; nil where it leaves doubt.
  init?(environment: [String: String]) {
    let term = environment["TERM"] ?? ""
    // The terminal itself sets TERM, so a name of its own is certain.
    if let kind = Self.kind(term: term) {
      self.init(kind: kind, source: .environment)
      version = Self.version(of: kind, environment)
      return
    }
    var kinds = Self.markers(environment)
    // Apple's prints questions; it is asked nothing even in doubt.
    if kinds.count > 1 { kinds.remove(.appleTerminal) }
    guard let kind = kinds.first, kinds.count == 1, Self.agrees(kind, term: term) else {
      return nil
    }
    self.init(kind: kind, source: .environment)
    version = Self.version(of: kind, environment)
  }

  private static func kind(term: String) -> TerminalKind? {
    let names: [(prefix: String, kind: TerminalKind)] = [
      ("xterm-kitty", .kitty), ("xterm-ghostty", .ghostty), ("mlterm", .mlterm), ("foot", .foot),
      ("alacritty", .alacritty), ("rxvt", .rxvt), ("st-", .st), ("linux", .linuxConsole),
      ("putty", .putty), ("konsole", .konsole), ("contour", .contour), ("vte", .vte),
      ("gnome", .vte), ("wezterm", .wezterm), ("mintty", .mintty), ("iterm", .iterm),
      ("nsterm", .appleTerminal),
    ]
    return names.first { term.hasPrefix($0.prefix) }?.kind
  }

  private static func markers(_ environment: [String: String]) -> Set<TerminalKind> {
    let variables: [(name: String, kind: TerminalKind)] = [
      ("KITTY_WINDOW_ID", .kitty), ("VTE_VERSION", .vte), ("KONSOLE_VERSION", .konsole),
      ("MLTERM", .mlterm), ("XTERM_VERSION", .xterm), ("ALACRITTY_WINDOW_ID", .alacritty),
      ("WT_SESSION", .windowsTerminal), ("GHOSTTY_RESOURCES_DIR", .ghostty),
    ]
    let programs: [String: TerminalKind] = [
      "vscode": .xtermJS, "Apple_Terminal": .appleTerminal, "iTerm.app": .iterm,
      "WezTerm": .wezterm, "mintty": .mintty, "ghostty": .ghostty, "QTerminal": .qterminal,
    ]
    var kinds = Set(
      variables.filter { environment[$0.name].map { !$0.isEmpty } ?? false }.map(\.kind))
    if let kind = environment["TERM_PROGRAM"].flatMap({ programs[$0] }) { kinds.insert(kind) }
    if environment["LC_TERMINAL"] == "iTerm2" { kinds.insert(.iterm) }
    return kinds
  }

  /// Whether a terminal sets this `TERM`: another one started from it does not always.
  private static func agrees(_ kind: TerminalKind, term: String) -> Bool {
    switch kind {
    case .vte, .konsole, .xtermJS, .alacritty, .kitty, .windowsTerminal, .ghostty, .wezterm:
      term == "xterm-256color" || term == "xterm-direct"
    default:
      term.hasPrefix("xterm") || term.hasPrefix("nsterm")
    }
  }

  private static func version(
    of kind: TerminalKind, _ environment: [String: String]
  ) -> String? {
    switch kind {
    case .vte: environment["VTE_VERSION"].map(dotted)
    case .konsole: environment["KONSOLE_VERSION"].map(dotted)
    case .xterm: environment["XTERM_VERSION"]
    case .mlterm: environment["MLTERM"]
    case .iterm: environment["LC_TERMINAL_VERSION"] ?? environment["TERM_PROGRAM_VERSION"]
    case .mintty, .wezterm, .xtermJS, .ghostty, .appleTerminal:
      environment["TERM_PROGRAM_VERSION"]
    default: nil
    }
  }

  /// `22.12.3` for `221203`; what is no such number stays.
  private static func dotted(_ version: String) -> String {
    guard let number = Int(version), number >= 0 else { return version }
    let minor = number / 100 % 100
    return "\(number / 10_000).\(minor < 10 ? "0" : "")\(minor).\(number % 100)"
  }
}
