import Model

/// What the panes share, and the panes themselves: all that the screen depends on.
///
/// `update` changes it and nothing else does.
struct State: Sendable {
  /// The size of the screen.
  var size: GridSize
  /// What was opened.
  let opening: Opening
  /// The order of the list.
  var order: ArticleOrder
  /// The script in which names are shown first.
  var nameScript: Script
  /// What the reader chose, in the configuration and since.
  var settings: Settings
  /// The script of the environment's locale, which decides where no setting does.
  private let localeScript: Script
  /// Which keys mean what.
  var keymap: Keymap
  /// All panes: those of the arrangement, then those that lie over it, the last one uppermost.
  var panes: [any Pane]
  /// The types of all panes that there can be.
  let paneTypes: [any Pane.Type]
  /// How the panes stand side by side.
  var arrangement = PaneArrangement()
  /// The slot whose right border the mouse took hold of last.
  var heldBorder: PaneSlot?
  /// The articles listed.
  var list = ArticleListing()
  /// The article that the list's cursor was on the last time, to start there.
  var startArticle: ArticleID?
  /// The article shown, once there is one.
  var reading: Reading?
  /// The command that was given text last, and what it printed, while that is shown.
  var commandRun: CommandRun?
  /// The entity that was marked to be merged with another.
  var markedEntity: EntityID?
  /// The article that another is to be set beside.
  var markedArticle: ArticleID?
  /// The entities that lists of the library name, each with its lists; `nil` until that was asked.
  var watchedEntities: [EntityID: [String]]?
  /// The entities of whose names something is noted.
  var notedEntities: Set<EntityID> = []
  /// What is lit up and what n and N go through.
  var selection: Selection?
  /// The places to go back and forward to.
  var history = History()
  /// The line at the foot of the screen.
  var notice: Notice?
  /// The number typed before a command.
  var count: Int?
  /// The keys typed so far of a sequence.
  var typedKeys: [Key] = []
  /// How far reading the files has come, while it goes on.
  var progress: ImportProgress?
  /// How far fetching the sources has come, while it goes on.
  var fetching: String?
  /// How many articles wait for their names to be read carefully.
  var waitingForNames = 0
  /// Whether the list is known to be complete as far as it will be.
  var isLoaded = false
  /// Where the reader was in each article visited.
  var places: [ArticleID: Place] = [:]
  /// The commands typed after `:`.
  var commandHistory = LineHistory()
  /// The searches typed.
  var searchHistory = LineHistory()
  /// Whether searches find words only as they are spelled.
  var searchesLiterally = false
  /// What the reader changed and may undo.
  var undoStack = UndoStack()
  /// How text is laid out.
  var layoutOptions = LayoutOptions()
  /// Whether the terminal draws vowel signs where they belong.
  var terminalDrawsTashkeel = true
  /// The directions that the reader forced, by article or source.
  var directions: [DirectionScope: TextDirection] = [:]
  /// The number of the newest question of each type of which only the newest counts.
  var latestQuestions: [ObjectIdentifier: Int] = [:]
  /// The newest request for an article, while it has not been answered.
  var awaitedArticle: OpenArticle?

  /// The state of a program that has just started.
  init(
    size: GridSize, opening: Opening, nameScript: Script,
    configuration: Configuration = Configuration(), panes: PaneList = .all
  ) {
    self.size = size
    self.opening = opening
    self.nameScript = nameScript
    localeScript = nameScript
    settings = configuration.settings
    keymap = configuration.keymap
    self.panes = panes.arranged
    paneTypes = panes.types
    order = configuration.settings.listOrder.order(of: opening)
    applySettings()
  }

  /// Lays the settings over what the terminal and the locale decide.
  mutating func applySettings() {
    switch settings.namesScript {
    case .auto: nameScript = localeScript
    case .latin: nameScript = .latin
    case .arabic: nameScript = .arabic
    }
    layoutOptions.digits = settings.digits
    layoutOptions.showTashkeel =
      settings.tashkeel == .auto ? terminalDrawsTashkeel : settings.tashkeel == .show
    arrangement.measure =
      settings.measure > 0 ? settings.measure + 2 * TextSetting.margin : nil
    arrangement.listWidth = settings.listWidth > 0 ? settings.listWidth : nil
    arrangement.panelWidth = settings.panelWidth > 0 ? settings.panelWidth : nil
  }

  /// The rows between the header and the line at the foot.
  var paneHeight: Int { max(1, size.rows - 2) }

  /// The rows of the text's pane that show text.
  var textHeight: Int { max(1, paneHeight - footRows(of: .text)) }

  /// The room of the list and how articles stand in it.
  var listFrame: ListFrame {
    ListFrame(
      height: paneHeight, columns: columns(of: .list) ?? size.columns,
      titleLines: settings.listLines, showsDays: order == .newestFirst, options: layoutOptions)
  }

  /// How many articles fit into the list at most.
  var listHeight: Int { listFrame.mostArticles }

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
  /// either side, and no more than the reader's measure.
  var textWidth: Int {
    let pair = showsPair ? arrangement.pair : nil
    return textWidth(in: pair?.widths(in: articleColumns).own ?? articleColumns)
  }

  /// The columns that text may take in a pane of so many.
  func textWidth(in columns: Int) -> Int {
    let width = max(1, columns - 2 * TextSetting.margin)
    return settings.measure > 0 ? min(width, settings.measure) : width
  }

  /// The columns of the article's pane.
  var articleColumns: Int { columns(of: .text) ?? size.columns }

  /// The columns of a slot, where it is on screen.
  func columns(of slot: PaneSlot) -> Int? {
    arrangement.widths(columns: size.columns).first { $0.slot == slot }?.columns
  }

  /// Whether a second pane stands in the text's slot and is on screen.
  var showsPair: Bool { panes.contains { $0.position(in: self) == .half(.text) } }

  /// Where the reader is, for going back; `nil` while nothing is shown.
  var location: Location? {
    reading.map { reading in
      Location(
        article: reading.content.summary.id, place: reading.place, row: reading.row,
        focus: arrangement.focus, selection: selection, filter: list.filter, order: order,
        listCount: list.count, listRow: list.selected, listTop: list.top,
        isPanelUnfolded: arrangement.isPanelUnfolded,
        bookmarks: paneTypes.compactMap { type in
          type.bookmark(in: self).map { Bookmark(pane: ObjectIdentifier(type), value: $0) }
        })
    }
  }
}
