import Model

/// The links of the article that is read, numbered, to follow one.
struct LinksPane: Pane {
  /// A link as it is listed.
  struct Line: Hashable, Sendable {
    /// Where it leads.
    var address: String
    /// The words that are the link; none where it stands beside the text.
    var text: String
  }

  /// The links, each address once.
  let lines: [Line]
  /// The row of the cursor.
  private(set) var selected = 0

  /// The links of an article.
  init(of article: Article) {
    var lines: [Line] = []
    var known: Set<String> = []
    for link in article.links where known.insert(link.address).inserted {
      lines.append(Line(address: link.address, text: link.range.map { article.text[$0] } ?? ""))
    }
    self.lines = lines
  }

  var contexts: [KeyContext] { [.links, .all] }

  func position(in state: State) -> PanePosition? { .screen }

  func title(in state: State, width: Int) -> String { "Links \(selected + 1)/\(lines.count)" }

  func grid(in state: State, size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let numbers = String(lines.count).count
    let start = numbers + 3
    let top = max(0, selected - size.rows + 1)
    for (row, line) in lines.dropFirst(top).prefix(size.rows).enumerated() {
      let number = String(top + row + 1)
      grid.write(
        number, row: row, column: 1 + numbers - number.count, width: numbers,
        style: Style(ink: .accent))
      let room = size.columns - start - 1
      var column = start
      if !line.text.isEmpty {
        column +=
          2
          + grid.write(
            line.text, row: row, column: start, width: max(1, room / 2), direction: nil,
            options: state.layoutOptions)
      }
      grid.write(
        line.address.displayable, row: row, column: column,
        width: max(0, size.columns - column - 1), style: Style(ink: .muted))
      if top + row == selected {
        grid.select(row: row)
        grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    return grid
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    if let move = call.movement(height: state.paneHeight) {
      return select(move.row(from: selected, of: lines.count), in: &state)
    }
    switch call.command {
    case .nextPane: return select(selected + 1, in: &state)
    case .previousPane: return select(selected - 1, in: &state)
    case .close, .clear:
      state[LinksPane.self] = nil
      return []
    case .open: return follow(call.count ?? selected + 1, in: &state)
    case .copy:
      state.notice = Notice(text: "Copied the address")
      return [.copy(lines[selected].address)]
    case .next, .previous, .star, .setMark: return state.sayThatArticlesAreCovered(call)
    default: return nil
    }
  }

  private func select(_ row: Int, in state: inout State) -> [Effect] {
    state[LinksPane.self]?.selected = min(max(0, row), lines.count - 1)
    return []
  }

  /// Follows the link of a number.
  private func follow(_ number: Int, in state: inout State) -> [Effect] {
    guard lines.indices.contains(number - 1) else {
      let links = lines.count == 1 ? "1 link" : "\(lines.count) links"
      state.notice = Notice(text: "There is no link \(number); the article has \(links)")
      return []
    }
    return [.asking(FollowLink(address: lines[number - 1].address))]
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .links || call.command == .open && call.count != nil else { return nil }
    guard let reading = state.reading else {
      state.notice = Notice(text: "No article is open")
      return []
    }
    let pane = LinksPane(of: reading.content.article)
    guard !pane.lines.isEmpty else {
      state.notice = Notice(text: "The article has no links")
      return []
    }
    if let number = call.count, call.command == .open { return pane.follow(number, in: &state) }
    state.push(pane)
    return []
  }

  static func articleLeft(in state: inout State) -> [Effect] {
    state[LinksPane.self] = nil
    return []
  }
}

/// Looks for the article that a link leads to; what the library does not have is for the browser.
private struct FollowLink: Question {
  /// Where it leads.
  var address: String

  /// The article found, if there is one.
  struct Answer: Sendable {
    var article: ArticleID?
  }

  func answer(from desk: LibraryDesk) throws -> Answer? {
    Answer(article: try desk.library.article(at: address))
  }

  func take(_ answer: Answer, in state: inout State) -> [Effect] {
    guard let article = answer.article else {
      return [.run(.browser(url: address, program: state.settings.programs.browser))]
    }
    return state.jump(into: article, at: .lastPlace) + state.layOutAgain()
  }
}
