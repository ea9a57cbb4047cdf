import Foundation

extension TerminalIdentity {
  /// Finds out what the terminal is, at the least cost: a terminal that the environment names, or
  /// that was asked before, is not asked.
  static func find(
    environment: [String: String], device: TerminalDevice, memory: TerminalMemory,
    patience: Duration
  ) -> TerminalIdentity {
    let terminal = ttyname(device.output).map { String(cString: $0) }
    switch TmuxClient.find(environment: environment, terminal: terminal) {
    case .outside: break
    case .detached: return TerminalIdentity(source: .multiplexer, multiplexer: .tmux(nil))
    case .client(let client): return TerminalIdentity(client: client)
    }
    let term = environment["TERM"] ?? ""
    let isInScreen = environment["STY"] != nil && term.hasPrefix("screen")
    if !isInScreen, let identity = TerminalIdentity(environment: environment) { return identity }
    if let identity = memory.identity(term: term) { return identity }
    guard TerminalIdentity().canBeAsked(environment: environment) else {
      return TerminalIdentity()
    }
    let multiplexer = isInScreen ? Multiplexer.screen : .none
    let probe = TerminalProbe(device: device, multiplexer: multiplexer, patience: patience)
    return TerminalIdentity(replies: probe.ask(), multiplexer: multiplexer)
  }

  /// Whether questions do no harm: Apple's terminal prints some, the console others.
  func canBeAsked(environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    return !term.isEmpty && term != "dumb" && term != "linux" && multiplexer == .none
      && replies == nil && kind != .appleTerminal
      && environment["TERM_PROGRAM"] != "Apple_Terminal"
  }

  /// What a terminal's answers say.
  init(replies: TerminalReplies, multiplexer: Multiplexer) {
    kind = replies.kind
    version = replies.version
    source = replies.primary == nil ? .nothing : .answers
    self.multiplexer = multiplexer
    switchesReordering = replies.bidiMode == 1 || replies.bidiMode == 2
    self.replies = replies
  }

  /// What tmux knows of its client, and what the client's own environment says.
  init(client: TmuxClient) {
    var replies = TerminalReplies([])
    replies.version = client.type.isEmpty ? nil : client.type
    kind = replies.kind
    version = replies.version
    if kind == .unknown {
      let environment = client.environment.merging(["TERM": client.name]) { $1 }
      if let identity = TerminalIdentity(environment: environment) {
        kind = identity.kind
        version = identity.version
      }
    }
    source = .multiplexer
    multiplexer = .tmux(client)
  }
}
