/// What a mark's letter is typed for.
enum MarkUse: Sendable {
  /// To mark the place.
  case set
  /// To go to the place.
  case go
}

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
  /// The list's filter is being typed.
  case filter(FilterPrompt)
  /// A letter names a mark.
  case mark(MarkUse)
  /// A saved search is chosen.
  case savedSearches(SavedSearchPage)
}
