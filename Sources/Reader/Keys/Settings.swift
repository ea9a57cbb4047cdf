import Model

/// What the reader chose: the values of all settings.
///
/// Where a value is optional, `nil` leaves the choice to the terminal, the locale or the size of the
/// screen.
struct Settings: Hashable, Sendable {
  /// Programs that articles and words are handed to, as shell commands.
  struct Programs: Hashable, Sendable {
    var browser: String?
    var editor: String?
    var pager: String?
    var dictionary: String?
    var translator: String?
  }

  /// Which colours the screen has.
  enum Theme: String, CaseIterable, Sendable {
    case colour
    case plain
  }

  /// Which colours the screen has.
  var theme = Theme.colour
  /// The most columns that text takes; 0 is as many as its pane has.
  var measure = 0
  /// How Arabic is sent to the terminal.
  var bidi = BidiMode.auto
  /// How digits are shown.
  var digits = LayoutOptions.Digits.asWritten
  /// Whether vowel signs are shown.
  var showsTashkeel: Bool?
  /// The script in which names are shown first.
  var nameScript: Script?
  /// The order of the list.
  var listOrder: ArticleOrder?
  /// The columns of the list.
  var listWidth: Int?
  /// The columns of the panel of names.
  var panelWidth: Int?
  /// Programs that articles and words are handed to.
  var programs = Programs()
  /// What `reader import` reads without arguments.
  var importPaths: [String] = []
  /// Whether that is read in the background when the program starts.
  var importsAtStart = false
  /// What the list is filtered by when the program starts.
  var startFilter: String?
}
