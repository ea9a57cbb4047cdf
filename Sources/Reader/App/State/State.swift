import Model

/// All that the screen depends on; `update` changes it and nothing else does.
struct State: Sendable {
  /// The size of the screen.
  var size: GridSize
  /// What was opened.
  let opening: Opening
  /// The order of the list.
  let order: ArticleOrder
  /// The script in which names are shown first.
  let nameScript: Script
  /// The article list.
  var list = ListState()
  /// The article shown, once there is one.
  var reading: Reading?
  /// The panel of names.
  var names = NamesState()
  /// Which panes are on screen.
  var panes = PaneArrangement()
  /// What is lit up and what n and N go through.
  var selection: Selection?
  /// What the next key means.
  var mode = Mode.normal
  /// The places to go back and forward to.
  var history = History()
  /// The line at the foot of the screen.
  var notice: Notice?
  /// The number typed before a command.
  var count: Int?
  /// How far reading the files has come, while it goes on.
  var progress: ImportProgress?
  /// Whether the list is known to be complete as far as it will be.
  var isLoaded = false
  /// Where the reader was in each article visited.
  var places: [ArticleID: Place] = [:]
  /// The commands typed after `:`, oldest first.
  var commandHistory: [String] = []
  /// How text is laid out.
  var layoutOptions = LayoutOptions()
  /// The number of the newest request for an article; answers to older ones are passed over.
  var openRequest = 0
  /// The number of the newest search; answers to older ones are passed over.
  var searchRequest = 0

  /// Makes the state of a program that has just started.
  init(size: GridSize, opening: Opening, nameScript: Script) {
    self.size = size
    self.opening = opening
    self.nameScript = nameScript
    switch opening {
    case .paths: order = .path
    case .library: order = .newestFirst
    }
  }

  /// The rows between the header and the line at the foot.
  var paneHeight: Int { max(1, size.rows - 2) }

  /// How many articles fit into the list.
  var listHeight: Int { max(1, paneHeight / ListView.rowsPerArticle) }

  /// The columns that the article's text may take: its pane less a margin on either side.
  var textWidth: Int {
    let pane = panes.widths(columns: size.columns).first { $0.pane == .article }?.columns
    return max(1, (pane ?? size.columns) - 2 * ArticleView.margin)
  }

  /// Where the reader is, for going back; `nil` while nothing is shown.
  var location: Location? {
    reading.map {
      Location(
        article: $0.content.summary.id, place: $0.place, focus: panes.focus,
        selection: selection, nameRow: names.selected)
    }
  }
}
