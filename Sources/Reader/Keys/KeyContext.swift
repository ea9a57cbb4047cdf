/// Where a key is pressed: the same key may be bound to different commands in different contexts.
///
/// A pane looks a key up in a chain of contexts, the most specific first.
enum KeyContext: String, CaseIterable, Hashable, Sendable {
  case all, list, text, names, related, page, search, filter
  case command = "command-line"
  case line, help, letter
  case allNames = "all-names"
  case sources, links, output

  /// One line of help, without a full stop.
  var help: String {
    switch self {
    case .all: "Every pane, unless its own table binds the key"
    case .list: "The list of articles"
    case .text: "The article"
    case .names: "The panel of names"
    case .related: "The articles that cover the same story"
    case .page: "The page of a name, where the command applies to the line under the cursor"
    case .search: "The search line and its results"
    case .filter: "The line in which the list's filter is typed"
    case .command: "The lines after : and |"
    case .line: "Every line being typed, unless its own table binds the key"
    case .help: "The list of keys"
    case .letter: "Waiting for a letter: hints and marks"
    case .allNames: "The list of all names of the library"
    case .sources: "The sources and their groups, and the saved searches"
    case .links: "The links of the article"
    case .output: "What a command printed"
    }
  }

  /// The contexts in which a key pressed here is looked up, the most specific first.
  var chain: [KeyContext] {
    switch self {
    case .all, .line, .letter: [self]
    case .search, .filter, .command: [self, .line]
    case .list, .text, .names, .related, .page, .help, .allNames, .sources, .links,
      .output:
      [self, .all]
    }
  }

  /// Whether its commands apply to some lines only, so that keys often fall to the next context.
  var isConditional: Bool { self == .page }
}
