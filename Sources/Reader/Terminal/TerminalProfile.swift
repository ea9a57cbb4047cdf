/// What this terminal is and what it therefore is sent.
struct TerminalProfile: Hashable, Sendable {
  /// Who decided the mode.
  enum Decision: String, Hashable, Sendable {
    case option = "asked for"
    case choice = "chosen for this terminal"
    case identity = "what this terminal needs"
  }

  /// The terminal.
  var identity: TerminalIdentity
  /// How the screen is sent; never `auto`.
  var mode: BidiMode
  /// Who decided that.
  var decision: Decision

  /// Decides on a mode.
  ///
  /// - Parameters:
  ///   - identity: The terminal.
  ///   - wanted: What the user asks for; `auto` leaves it to what is known.
  ///   - chosen: What the user chose for this terminal once.
  init(identity: TerminalIdentity, wanted: BidiMode, chosen: BidiMode?) {
    self.identity = identity
    if wanted != .auto {
      mode = wanted
      decision = .option
    } else if let chosen, chosen != .auto {
      mode = chosen
      decision = .choice
    } else {
      mode = identity.neededMode
      decision = .identity
    }
  }

  /// What turns the rows of the screen into what is sent.
  var output: any OutputMode { identity.output(mode) }

  /// How lines are sent that are printed and stay, as by `reader show`: the switches of a screen
  /// cannot be left on for them.
  var lineMode: BidiMode {
    guard decision == .identity, mode == .explicit else { return mode }
    return identity.kind == .mlterm || identity.multiplexer != .none ? .inverse : .explicit
  }

  /// What is switched on the terminal while the screen is shown.
  var reorderingSwitch: ReorderingSwitch {
    ReorderingSwitch(identity: identity, mode: mode)
  }
}

extension TerminalIdentity {
  /// The mode in which right-to-left text stands right in this terminal.
  var neededMode: BidiMode {
    if switchesReordering { return .explicit }
    switch kind {
    case .vte, .mintty, .wezterm, .mlterm:
      return .explicit
    case .kitty:
      return .kitty
    case .konsole, .putty, .qterminal, .appleTerminal:
      return .inverse
    case .iterm:
      return isAtLeast(3, 7) ? .inverse : .visual
    case .xterm, .foot, .alacritty, .rxvt, .st, .xtermJS, .windowsTerminal, .ghostty, .contour,
      .linuxConsole, .unknown:
      return .visual
    }
  }

  /// What a mode does in this terminal.
  func output(_ mode: BidiMode) -> any OutputMode {
    switch mode {
    case .auto, .visual, .explicit: return VisualOutput()
    case .kitty: return KittyOutput()
    case .logical: return LogicalOutput()
    case .inverse:
      let output = InverseOutput(
        // PuTTY leaves a gap where it joins lam and alef, and ignores ZWNJ; mlterm gives joiners a
        // column each.
        letters: [.putty, .mlterm].contains(kind) ? .presentationForms : .base,
        detectsDirection: [.putty, .mlterm, .mintty, .unknown].contains(kind),
        boxesAreStrong: kind == .konsole,
        mirrors: [.putty, .vte, .mlterm].contains(kind))
      return kind == .qterminal ? RunOutput(mode: output) : output
    }
  }

  /// Whether the version in `iTerm2 3.7.1` is at least this one.
  private func isAtLeast(_ major: Int, _ minor: Int) -> Bool {
    guard let match = version?.firstMatch(of: /([0-9]+)\.([0-9]+)/),
      let first = Int(match.1), let second = Int(match.2)
    else { return false }
    return (first, second) >= (major, minor)
  }
}

extension TerminalProfile {
  /// What is known of the terminal that the program runs in, asking it if need be.
  ///
  /// - Parameters:
  ///   - wanted: The mode that the user asks for.
  ///   - environment: The environment of the program.
  ///   - device: The terminal's device.
  ///   - patience: How long the terminal may take to answer.
  static func current(
    wanted: BidiMode, environment: [String: String], device: TerminalDevice,
    patience: Duration = TerminalProbe.patienceOfPrinting
  ) -> TerminalProfile {
    let term = environment["TERM"] ?? ""
    var memory = TerminalMemory.load(environment: environment)
    let identity = TerminalIdentity.find(
      environment: environment, device: device, memory: memory, patience: patience)
    // What cannot be kept is asked again the next time, no more.
    if memory.remember(identity, term: term) { try? memory.save(environment: environment) }
    return TerminalProfile(
      identity: identity, wanted: wanted, chosen: memory.mode(for: identity, term: term))
  }
}
