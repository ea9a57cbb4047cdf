import Model

/// What a person may set, with its defaults; `SettingTable` says what each is called.
struct Settings: Hashable, Sendable {
  /// Whether Arabic vowel signs are drawn.
  enum Tashkeel: String, SettingWord {
    /// As the program finds best.
    case auto
    case show, hide
  }

  /// The script in which names are shown first.
  enum NamesScript: String, SettingWord {
    /// That of the locale.
    case auto
    case latin, arabic
  }

  /// The order of the list.
  enum ListOrder: String, SettingWord {
    /// The newest first in the library, by path where files were named.
    case auto
    case newest, path
    case title, source
  }

  /// The programs that others' work is handed to; an empty command stands for the environment's.
  struct Programs: Hashable, Sendable {
    var browser = ""
    var editor = ""
    var pager = ""
    var dictionary = ""
    var translator = ""
  }

  /// The colours of the screen.
  var theme = ColorTheme.colour
  /// Whether the terminal's mouse is used.
  var mouse = true
  /// The most columns of the article's text; 0 is as wide as the pane.
  var measure = 72
  /// How Arabic is sent to the terminal.
  var bidi = BidiMode.auto
  /// The digits in which numbers are drawn.
  var digits = LayoutOptions.Digits.asWritten
  /// Whether Arabic vowel signs are drawn.
  var tashkeel = Tashkeel.auto
  /// The script in which names are shown first.
  var namesScript = NamesScript.auto
  /// The order of the list.
  var listOrder = ListOrder.auto
  /// The most lines of a title in the list.
  var listLines = 2
  /// The columns of the list; 0 leaves it to the screen's width.
  var listWidth = 0
  /// The columns of the panel of names; 0 leaves it to the screen's width.
  var panelWidth = 0
  /// The programs that others' work is handed to.
  var programs = Programs()
  /// What `reader import` reads without arguments.
  var importPaths: [String] = []
  /// Whether those are imported in the background at the start.
  var importsAtStart = false
  /// Whether the sources that are due are fetched in the background at the start.
  var fetchesAtStart = false
  /// Whether names are read again, carefully, in the background.
  var readsNamesAgain = true
  /// The query that the list is filtered by at the start.
  var startFilter = ""
}

/// A value of a setting that takes one of a few words.
protocol SettingWord: CaseIterable, Hashable, Sendable {
  /// The word that stands for it.
  var word: String { get }
}

extension SettingWord where Self: RawRepresentable<String> {
  /// The raw value.
  var word: String { rawValue }
}

extension BidiMode: SettingWord {}

extension ColorTheme: SettingWord {}

extension LayoutOptions.Digits: SettingWord {
  var word: String { self == .asWritten ? "as-written" : rawValue }
}
