import Model

/// What `update` wants done outside the state: a value, carried out by the running program.
enum Effect: Hashable, Sendable {
  /// Ask the library; answered by `answered` or `failed`.
  case ask(Inquiry)
  /// Put text on the clipboard.
  case copy(String)
  /// Run a program that takes over the screen, or that gets the article.
  case run(ExternalProgram)
  /// Have a command read text, in the place of one that still runs; what it prints comes back.
  case show(ShellCommand)
  /// End the command that runs in the background.
  case stopCommand
  /// Have a note written in the editor; answered by `noteWritten`.
  case write(NoteToEdit)
  /// Send Arabic to the terminal in another way, and keep the choice for it if that is wanted.
  case setBidiMode(BidiMode, keeps: Bool)
  /// Read the configuration again, from a file where one is named.
  case readConfiguration(path: String?)
  /// Fetch what is new from some sources by their targets; `nil` is from those that are due.
  case fetch([String]?)
  /// Add the source that an address, folder or file means, and fetch it.
  case subscribe(String)
  /// Read the names again of the articles that a change of judgements concerns.
  case readNames(JudgementChange)
  /// Stop reading files.
  case cancelImport
  /// Paint the whole screen again.
  case redraw
  /// Give the terminal back until the shell continues the program.
  case suspend
  /// Leave the program.
  case quit
}

extension Effect {
  /// Whether it changes what the reader keeps.
  var isChange: Bool {
    if case .ask(let inquiry) = self { inquiry.question.isChange } else { false }
  }
}

/// A program to hand the article or a part of it to.
enum ExternalProgram: Hashable, Sendable {
  /// The browser with an address.
  case browser(url: String, program: String)
  /// The editor with a file, at a line where the file holds many articles.
  case editor(path: String, line: Int?, program: String)
  /// The pager with the article.
  case pager(text: String, program: String)
}
