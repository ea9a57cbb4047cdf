/// What is known of the terminal.
struct TerminalIdentity: Hashable, Sendable {
  /// How it became known.
  enum Source: String, Hashable, Sendable, Codable {
    case environment
    case answers
    case multiplexer
    case memory
    case nothing
  }

  var kind = TerminalKind.unknown
  /// Its version, as it states it.
  var version: String?
  var source = Source.nothing
  /// What stands before it.
  var multiplexer = Multiplexer.none
  /// Whether it answered that it can be told to leave the order alone (DECRQM of BDSM).
  var switchesReordering = false
  /// What it answered, if it was asked.
  var replies: TerminalReplies?

  /// The client of tmux that shows the program, if it is known.
  var client: TmuxClient? {
    guard case .tmux(let client) = multiplexer else { return nil }
    return client
  }

  /// The name under which what people say of it is kept.
  var name: String {
    [kind.rawValue, version].compactMap(\.self).joined(separator: " ")
  }
}
