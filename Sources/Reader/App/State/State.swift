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
  /// The article that stands beside it, in the other language.
  var beside: Reading?
  /// The articles that tell the same story, once they are known.
  var related: RelatedStrip?
  /// Whether they are shown one by one.
  var isStripUnfolded = false
  /// The panel of names.
  var names = NamesState()
  /// The page of an entity, while it is open over the panes.
  var page: EntityPageState?
  /// Which panes are on screen.
  var panes = PaneArrangement()
  /// The entity that was taken up to be merged with another.
  var mergeCandidate: EntityID?
  /// How many changes of what the reader keeps were asked for and are not made yet.
  var changesUnderWay = 0
  /// Undoing and doing again that was asked for meanwhile, in order.
  var waitingUndos: [Command] = []
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
  /// The searches typed, oldest first.
  var searchHistory: [String] = []
  /// Whether searches find words only as they are spelled.
  var searchesLiterally = false
  /// What the reader changed and may undo.
  var undoStack = UndoStack()
  /// How text is laid out.
  var layoutOptions = LayoutOptions()
  /// Whether the terminal draws vowel signs where they belong.
  var terminalDrawsTashkeel = true
  /// Whether the reader said if vowel signs are shown, so that the terminal decides no more.
  var hasChosenTashkeel = false
  /// The directions that the reader forced, by article or source.
  var directions: [DirectionScope: TextDirection] = [:]
  /// The number of the newest request for an article; answers to older ones are passed over.
  var openRequest = 0
  /// The newest request for an article, while it has not been answered.
  var awaitedArticle: Effect?
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

  /// How the article shown is to be set, or one that is about to be opened.
  var textSetting: TextSetting {
    var setting = TextSetting(width: textWidth, options: layoutOptions)
    setting.direction = reading.flatMap { forcedDirection(of: $0.content.summary) }
    return setting
  }

  /// The direction that the reader forced on an article or its source.
  func forcedDirection(of summary: ArticleSummary) -> TextDirection? {
    directions[.article(summary.id)] ?? summary.source.flatMap { directions[.source($0)] }
  }

  /// The columns that the article's text may take: its pane, or its half of it, less a margin on
  /// either side.
  var textWidth: Int {
    var columns = articleColumns
    if let pair = panes.pair, showsPair { columns = pair.widths(in: columns).own }
    return max(1, columns - 2 * ArticleView.margin)
  }

  /// The columns of the article's pane.
  var articleColumns: Int {
    panes.widths(columns: size.columns).first { $0.pane == .article }?.columns ?? size.columns
  }

  /// The names that the panel shows: those of the article, and of the one beside it.
  var panelNames: [ArticleEntity] {
    guard let reading else { return [] }
    let own = reading.content.entities
    guard let beside else { return NamesState.ordered(own) }
    return NamesState.ordered(NamesState.joined(own, beside.content.entities))
  }

  /// The lines of the panel of names.
  var nameLines: [NamesState.Line] {
    let pane = panes.widths(columns: size.columns).first { $0.pane == .names }?.columns
    return NamesState.lines(of: panelNames, width: pane ?? size.columns, script: nameScript)
  }

  /// Where the reader is, for going back; `nil` while nothing is shown.
  var location: Location? {
    reading.map {
      Location(
        article: $0.content.summary.id, place: $0.place, row: $0.row, focus: panes.focus,
        selection: selection, nameRow: names.selected, filter: list.filter,
        listCount: list.count, listRow: list.selected, listTop: list.top,
        isPanelUnfolded: panes.isPanelUnfolded,
        beside: besideLocation, page: page?.bookmark)
    }
  }
}
