/// What comes from the terminal, from other threads and from the system.
enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted as a whole; it holds no control characters.
  case paste(String)
  /// The screen has another size.
  case resize
  /// Another thread has something to say (`TerminalWaker`).
  case wake
  /// INT: cancel what runs, else end as by TERM.
  case interrupt
  /// TERM, HUP or QUIT, or the terminal is gone: save, leave and die by this signal.
  case end(bySignal: Int32)
  /// TSTP from outside: suspend.
  case suspend
  /// CONT: the program was stopped and runs again; the screen has to be entered anew.
  case resume
}
