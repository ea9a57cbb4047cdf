import Model

/// The list's filter while it is typed.
struct FilterPrompt: Sendable {
  /// What is typed.
  var input: InputLine
  /// What is wrong with it.
  var mistake: QueryMistake?
  /// What the list was filtered by before, for Esc.
  let originalFilter: ListFilter?
  /// Where the reader was, for Esc and for going back.
  let origin: Location?
}
