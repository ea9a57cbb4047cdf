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
      [(.open, "opens the article"), (.related, "folds"), (.clear, "goes back to the text")]
    case .page:
      [
        (.open, "open"), (.merge, "merge"), (.split, "split"), (.rename, "rename"),
        (.close, "back"),
      ]
    case .allNames:
      [
        (.open, "opens the page"), (.search, "filters"), (.nextPane, "next kind"),
        (.sort, "sorts"), (.close, "closes"),
      ]
    case .sources:
      [
        (.open, "lists its articles"), (.fetch, "fetches it"), (.forget, "takes it off"),
        (.close, "closes"),
      ]
    case .links: [(.open, "follows the link"), (.copy, "copies its address"), (.close, "closes")]
    case .output: [(.open, "goes back"), (.lineDown, "scrolls"), (.copy, "copies it")]
    case .help: [(.search, "searches"), (.close, "closes")]
    case .all, .search, .filter, .command, .line, .letter: []
    }
  }
}
