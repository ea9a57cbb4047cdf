/// The rooms of the project and their arrows. A new folder, or a new arrow, is a line here; that
/// Model knows nothing of Reader is held by the compiler.
extension Room {
  /// The rooms of `Sources/Model`.
  static let model = [
    Room("Model/Text"),
    Room("Model/Articles", knows: ["Model/Text"]),
    Room("Model/Markup", knows: ["Model/Text"]),
    Room("Model/Importing", knows: ["Model/Text", "Model/Articles", "Model/Markup"]),
    Room("Model/Bidi", knows: ["Model/Text"]),
    Room("Model/Typesetting", knows: ["Model/Text", "Model/Bidi"]),
    Room("Model/Names", knows: ["Model/Text", "Model/Articles"]),
    Room("Model/Linking/Matching", knows: belowLinking),
    Room("Model/Linking/InArticle", knows: belowLinking + ["Model/Linking/Matching"]),
    Room(
      "Model/Linking/AcrossArticles",
      knows: belowLinking + ["Model/Linking/Matching", "Model/Linking/InArticle"]),
    Room("Model/Library", knows: belowLibrary),
    Room("Model/Watching", knows: belowLibrary + ["Model/Library"]),
    Room("Model/Search", knows: belowLibrary + ["Model/Library", "Model/Watching"]),
    Room(
      "Model/Fetching", knows: belowLibrary + ["Model/Markup", "Model/Library", "Model/Search"]),
    Room("Model/EntityPage", knows: belowLibrary + ["Model/Library"]),
    Room("Model/Related", knows: belowLibrary + ["Model/Library"]),
  ]

  private static let belowLinking = ["Model/Text", "Model/Articles", "Model/Names"]

  private static let belowLibrary = belowLinking + ["Model/Importing", "Model/Linking"]

  /// The rooms of `Sources/Reader`.
  ///
  /// - Parameter panes: The names of the folders in `Panes`, which know the same rooms and not each
  ///   other.
  static func reader(panes: [String]) -> [Room] {
    [
      Room("Reader/Grid"),
      Room("Reader/Terminal", knows: ["Reader/Grid"]),
      Room("Reader/Keys", knows: keys),
      Room("Reader/Sources", knows: ["Reader/Keys"]),
      Room("Reader/Shell", knows: belowPanes + ["Reader/Panes.PaneList"]),
      Room("Reader/Panes", knows: ["Reader/Shell", "Reader/Panes"]),
      Room(
        "Reader/Running",
        knows: ["Reader/Grid", "Reader/Terminal", "Reader/Keys", "Reader/Shell", "Reader/Sources"]),
      Room("Reader/Commands", knows: ["Reader"]),
    ] + panes.map { Room("Reader/Panes/\($0)", knows: belowPanes + ["Reader/Shell"]) }
  }

  private static let belowPanes =
    ["Reader/Grid", "Reader/Keys", "Reader/Running.LibraryDesk"] + keys

  /// The types of the terminal that rooms may know which send nothing to it.
  private static let keys = [
    "Reader/Terminal.Key", "Reader/Terminal.BidiMode", "Reader/Terminal.ColorTheme",
    "Reader/Terminal.MouseEvent",
  ]
}
