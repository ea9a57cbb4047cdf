/// Where keys are looked up.
///
/// A pane asks for a chain of contexts, the most specific first.
enum KeyContext: String, CaseIterable, Sendable {
  /// All panes, but not lines that are typed.
  case all
  case list
  case text
  case names
  case related
  case page
  case allNames = "all-names"
  case saved
  case help
  /// All lines that are typed.
  case line
  case search
  case filter
  case command = "command-line"
  /// A single letter is waited for: of a mark, or of a label on a name.
  case letter

  /// One line of help.
  var help: String {
    switch self {
    case .all: "in every pane, unless the pane's own table says otherwise"
    case .list: "in the list of articles"
    case .text: "in the text of an article"
    case .names: "in the panel of names"
    case .related: "in the strip of articles that cover the same story"
    case .page: "on the page of a name"
    case .allNames: "in the list of all names"
    case .saved: "in the list of saved searches"
    case .help: "in the list of keys"
    case .line: "in every line that is typed"
    case .search: "in the search line and its results"
    case .filter: "in the filter line"
    case .command: "in the command line and the shell line"
    case .letter: "while a single letter is waited for, such as a mark's"
    }
  }
}
