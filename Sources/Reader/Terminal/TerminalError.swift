/// Why the screen cannot be used; says the way out in one line.
enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard output, or whatever keys could come from, is no terminal.
  case noTerminal
  /// There is no terminal to look at.
  case nothingToExamine
  /// `TERM` is not set.
  case termUnset
  /// Nothing is known of a terminal of this name.
  case termUnknown(String)
  /// A terminal of this name cannot move its cursor.
  case termTooPlain(String)
  /// ncurses knows the terminal and yet makes no screen of it.
  case screenRefused(String)
  /// Another program has the terminal's keys, and no shell can bring this one to the front.
  case inBackground

  var description: String {
    switch self {
    case .noTerminal:
      "reader needs a terminal to show its screen and read keys; use `reader show FILE`."
    case .nothingToExamine:
      "reader doctor looks at the terminal that it writes to, and standard output is none."
    case .termUnset:
      "TERM is not set, so reader cannot tell what the terminal understands; "
        + "set it, for example TERM=xterm-256color, or use `reader show FILE`."
    case .termUnknown(let name):
      "The terminal “\(name)” (TERM) is not in the terminfo database; "
        + "try TERM=xterm-256color, or use `reader show FILE`."
    case .termTooPlain(let name):
      "The terminal “\(name)” (TERM) cannot move its cursor; use `reader show FILE`."
    case .screenRefused(let name):
      "ncurses cannot use the terminal “\(name)” (TERM) as a screen; "
        + "try TERM=xterm-256color, or use `reader show FILE`."
    case .inBackground:
      "reader runs in the background, where no keys reach it; "
        + "start it in the foreground, or use `reader show FILE`."
    }
  }
}
