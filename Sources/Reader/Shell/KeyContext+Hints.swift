/// The keys that are of most use in a pane, for the line at the foot and the top of the help.
extension KeyContext {
  /// Commands with what they do, in a word or two.
  var hints: [(command: Command, text: String)] {
    switch self {
    case .list:
      [
        (.open, "read"), (.search, "search"), (.filter, "filter"), (.toggleRead, "unread"),
        (.star, "star"),
      ]
    case .text:
      [
        (.nextName, "next name"), (.open, "next mention"), (.entityPage, "its page"),
        (.hints, "letters on names"), (.sideBySide, "side by side"),
      ]
    case .names:
      [
        (.open, "next mention"), (.selectName, "select"), (.entityPage, "its page"),
        (.allNames, "all names"), (.hideHere, "hide"),
      ]
    case .related:
      [(.open, "read"), (.sideBySide, "side by side"), (.related, "close")]
    case .page:
      [
        (.open, "open"), (.merge, "merge"), (.split, "split"), (.rename, "rename"),
        (.close, "back"),
      ]
    case .allNames:
      [(.open, "open"), (.sort, "sort"), (.search, "search"), (.close, "back")]
    case .sources:
      [
        (.open, "narrow the list"), (.fetch, "fetch"), (.forget, "unsubscribe"), (.close, "back"),
      ]
    case .links: [(.open, "follow"), (.close, "back")]
    case .all, .search, .filter, .command, .line, .saved, .help, .letter: []
    }
  }
}
