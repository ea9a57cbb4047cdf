/// What the next key means.
enum Mode: Sendable {
  /// Keys are commands.
  case normal
  /// A search is being typed.
  case search(SearchPrompt)
  /// A command is being typed.
  case command(CommandPrompt)
  /// A letter chooses a name.
  case hints(Hints)
  /// The strip of related articles has the keys.
  case strip
  /// The list of keys is shown.
  case help(HelpPage)
}
