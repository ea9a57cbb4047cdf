import Model

/// What an empty library shows instead of three empty panes: how to fill it, and the keys to begin
/// with.
struct WelcomePane: Pane {
  var contexts: [KeyContext] { [.list, .all] }

  /// The keys that are of most use, with what they do.
  private static let keys: [(Command, String)] = [
    (.open, "reads the article; on a name, goes to its next mention"),
    (.search, "searches titles, text and names, in either script"),
    (.filter, "lists only some of the articles"),
    (.entityPage, "opens the page of the name under the cursor"),
    (.close, "goes back one view, and quits from here"),
    (.help, "lists all keys"),
  ]

  func position(in state: State) -> PanePosition? {
    guard case .library = state.opening, state.isLoaded, state.progress == nil,
      state.list.filter == nil, state.list.count == 0, state.reading == nil
    else { return nil }
    return .screen
  }

  func title(in state: State, width: Int) -> String { "Welcome" }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? { nil }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let width = min(size.columns - 2, 72)
    let left = max(1, (size.columns - width) / 2)
    var row = size.rows > 24 ? 3 : 1
    func write(_ text: String, indent: Int = 0, style: Style = .plain) {
      let scalars = ScalarText(text)
      for line in TextLayout(scalars, width: max(8, width - indent)).lines {
        grid.write(
          scalars[line.range], row: row, column: left + indent, width: width - indent,
          style: style)
        row += 1
      }
    }
    write("The library is empty.", style: Style(ink: .title, isBold: true))
    row += 1
    write("Add a feed, a site or a folder here:")
    write(":subscribe URL", indent: 2, style: Style(ink: .accent))
    write("Or fill it from the shell:")
    write("reader import FOLDER", indent: 2, style: Style(ink: .accent))
    write("Or open files without keeping them:")
    write("reader FOLDER", indent: 2, style: Style(ink: .accent))
    row += 1
    write("The keys to begin with:")
    for (command, text) in Self.keys {
      guard let key = state.key(for: command, in: contexts) else { continue }
      grid.write(
        key, row: row, column: left + 2, width: 8, style: Style(ink: .accent, isBold: true))
      write(text, indent: 10)
    }
    return grid
  }
}
