/// The panes of the program: a new one is a folder and a line here.
struct PaneList: Sendable {
  /// The types of all panes, in the order in which they are offered commands.
  let types: [any Pane.Type]
  /// The panes that the program starts with.
  let arranged: [any Pane]

  /// All panes that there are.
  static let all = PaneList(
    types: [
      BesidePane.self, ListPane.self, TextPane.self, NamesPane.self, OutputPane.self,
      RelatedPane.self, EntityPagePane.self, AllNamesPane.self, SearchPane.self, FilterPane.self,
      SourcesPane.self, UnsubscribePane.self, LinksPane.self, CommandPane.self,
      HintsPane.self, MarkPane.self, NotePane.self, HelpPane.self, WelcomePane.self,
    ],
    arranged: [WelcomePane(), ListPane(), TextPane(), NamesPane(), RelatedPane(), OutputPane()])
}
