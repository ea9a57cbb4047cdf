/// Everything that a key or the command line can ask for.
///
/// The raw value is the name that the `:` line and the configuration take; `CommandTable` has its
/// keys and its help.
enum Command: String, CaseIterable, Sendable {
  case lineDown = "line-down"
  case lineUp = "line-up"
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first
  case last
  case percent
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case leftPane = "left-pane"
  case rightPane = "right-pane"
  case togglePanel = "panel"
  case related
  case sideBySide = "side-by-side"
  case zen
  case narrower
  case wider
  case open
  case nextName = "next-name"
  case previousName = "previous-name"
  case selectName = "select-name"
  case hints
  case entityPage = "entity-page"
  case allNames = "all-names"
  case sort
  case next
  case previous
  case clear
  case same
  case different
  case unsure
  case split
  case merge
  case rename
  case kind
  case hideHere = "hide-here"
  case hideEverywhere = "hide"
  case review
  case back
  case forward
  case setMark = "mark"
  case goToMark = "go-to-mark"
  case search
  case spelling = "exact-spelling"
  case filter
  case save
  case savedSearches = "saved"
  case forget
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case toggleRead = "toggle-read"
  case readAll = "read-all"
  case star
  case undo
  case redo
  case copy
  case browse
  case edit
  case pipe
  case pager
  case lookUp = "look-up"
  case translate
  case tashkeel
  case digits
  case direction
  case accept
  case cancel
  case complete
  case completeBack = "complete-back"
  case older
  case newer
  case deleteLeft = "delete-left"
  case deleteRight = "delete-right"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorStart = "cursor-start"
  case cursorEnd = "cursor-end"
  case bidi
  case set
  case source
  case commandLine = "command"
  case help
  case redraw
  case suspend
  case close
  case quit
}

/// The headings under which the help screen and the manual list the commands.
enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case panes = "Panes"
  case names = "Names"
  case judging = "Judging names"
  case jumps = "Jumps"
  case searching = "Searching"
  case articles = "Articles"
  case typing = "Typing a line"
  case program = "The program"
}

/// The one table of commands: it makes the default keys, the help screen, completion of the `:` line,
/// the manual page and the README's list.
enum CommandTable {
  /// A command with all that is said of it.
  struct Entry: Sendable {
    /// The command.
    let command: Command
    /// The names of its default keys in each context, the one to show first.
    let keys: [(context: KeyContext, keys: [String])]
    /// Its heading.
    let group: CommandGroup
    /// One line of help, without a full stop.
    let help: String
    /// Whether it takes words after its name, rather than a number.
    var takesWords = false
  }

  /// All commands, in the order in which they are listed.
  static let entries: [Entry] = [
    Entry(
      .lineDown, [(.all, ["j", "Down"]), (.search, ["Down", "Tab"])], .moving,
      "Move down a line or row; a number before it counts"),
    Entry(
      .lineUp, [(.all, ["k", "Up"]), (.search, ["Up", "Shift-Tab"])], .moving,
      "Move up a line or row"),
    Entry(.scrollDown, "Ctrl-E", .moving, "Scroll down, leaving the cursor on its line"),
    Entry(.scrollUp, "Ctrl-Y", .moving, "Scroll up, leaving the cursor on its line"),
    Entry(
      .pageDown, [(.all, ["Space", "Ctrl-F", "PgDn"]), (.search, ["PgDn"])], .moving,
      "Move down a page"),
    Entry(
      .pageUp, [(.all, ["b", "Ctrl-B", "PgUp"]), (.search, ["PgUp"])], .moving, "Move up a page"),
    Entry(.halfPageDown, "Ctrl-D", .moving, "Move down half a page"),
    Entry(.halfPageUp, "Ctrl-U", .moving, "Move up half a page"),
    Entry(
      .first, [(.all, ["g", "Home"])], .moving,
      "Go to the start, or to the line or row of a number typed before it"),
    Entry(
      .last, [(.all, ["G", "End"])], .moving,
      "Go to the end, or to the line or row of a number typed before it"),
    Entry(.percent, "%", .moving, "Go to the percentage typed before it: 50 is the middle"),
    Entry(.nextPane, "Tab", .panes, "Move to the next pane"),
    Entry(.previousPane, "Shift-Tab", .panes, "Move to the previous pane"),
    Entry(.leftPane, [(.all, ["h", "Left"])], .panes, "Move to the pane on the left"),
    Entry(.rightPane, [(.all, ["l", "Right"])], .panes, "Move to the pane on the right"),
    Entry(.togglePanel, "p", .panes, "Show or hide the panel of names"),
    Entry(.related, "R", .panes, "Unfold or fold the articles that cover the same story"),
    Entry(
      .sideBySide, "c", .panes,
      "Show the article beside the one that covers the same story in the other language"),
    Entry(.zen, "z", .panes, "Show the article alone, or all panes again"),
    Entry(.narrower, "<", .panes, "Make the pane narrower"),
    Entry(.wider, ">", .panes, "Make the pane wider"),
    Entry(
      .open, "Enter", .names,
      "Open the article; on a name, jump to its next mention, here or in the next article"),
    Entry(.nextName, "w", .names, "Go to the next name in the text"),
    Entry(.previousName, "W", .names, "Go to the previous name in the text"),
    Entry(.selectName, "*", .names, "Select the name under the cursor and highlight its mentions"),
    Entry(
      .hints, "f", .names,
      "Label every name on screen; a letter selects a name, a capital jumps to its next mention"),
    Entry(
      .entityPage, "e", .names,
      "Open the page of the name: spellings, time, company, every mention"),
    Entry(
      .allNames, "A", .names, "List all people, places and organizations of the library"),
    Entry(
      .sort, [(.allNames, ["o"])], .names, "Sort the list of all names by mentions or by articles"),
    Entry(.next, "n", .names, "Go to the next hit, or the next mention of the selected name"),
    Entry(.previous, "N", .names, "Go to the previous hit or mention"),
    Entry(
      .clear, "Esc", .names, "Deselect the name or the search, then clear the list's filter"),
    Entry(
      .same, [(.page, ["y"])], .judging, "On a link of a name's page, say that both are the same"),
    Entry(
      .different, [(.page, ["n"])], .judging,
      "On a link of a name's page, say that they are different"),
    Entry(
      .unsure, [(.page, ["h"])], .judging,
      "On a link of a name's page, say that nobody can know; it is not proposed again"),
    Entry(
      .split, [(.page, ["s"])], .judging,
      "On a spelling of a name's page, split it off as someone else's name"),
    Entry(
      .merge, [(.page, ["m"])], .judging,
      "Mark this entity; on another entity's page, merge the two"),
    Entry(
      .rename, [(.page, ["r"])], .judging, "Show the entity by another name, as :rename NAME",
      takesWords: true),
    Entry(
      .kind, [(.page, ["t"])], .judging,
      "Change the kind, as :kind person, place or organization", takesWords: true),
    Entry(.hideHere, "x", .judging, "Hide the name in this article: it is no name"),
    Entry(.hideEverywhere, "X", .judging, "Hide the name in every article: it is no name"),
    Entry(.review, [], .judging, "Go to the surest proposed link"),
    Entry(
      .back, [(.all, ["Ctrl-O", "[", "Alt-Left"])], .jumps, "Go back to before the last jump"),
    Entry(.forward, [(.all, ["]", "Alt-Right"])], .jumps, "Go forward again"),
    Entry(.setMark, "m", .jumps, "Mark the place with the letter typed next"),
    Entry(
      .goToMark, "'", .jumps,
      "Go to the mark of the letter typed next; typed twice, to before the last jump"),
    Entry(
      .search, "/", .searching, "Search all articles: titles, text and names, in any script",
      takesWords: true),
    Entry(
      .spelling, [(.all, ["Ctrl-T"]), (.search, ["Ctrl-T"])], .searching,
      "Match words only as they are spelled, or in every spelling and script again"),
    Entry(
      .filter, "&", .searching,
      "Filter the list by a search; :filter takes unread, starred, read, ar, en or any search, "
        + ":filter off lists all", takesWords: true),
    Entry(
      .save, [], .searching, "Save the list's filter, or the search, as :save NAME",
      takesWords: true),
    Entry(
      .savedSearches, [], .searching,
      "Choose a saved search to filter the list by; :saved NAME takes it at once",
      takesWords: true),
    Entry(.forget, [(.saved, ["x"])], .searching, "Delete the saved search"),
    Entry(.nextArticle, "J", .articles, "Go to the next article of the list"),
    Entry(.previousArticle, "K", .articles, "Go to the previous article of the list"),
    Entry(.toggleRead, "r", .articles, "Mark the article unread, or read again"),
    Entry(.readAll, [], .articles, "Mark all articles of the list read"),
    Entry(.star, "s", .articles, "Star the article, or remove its star"),
    Entry(
      .undo, "u", .articles,
      "Undo the last change of stars, marks, reading, saved searches or judgements"),
    Entry(.redo, "Ctrl-R", .articles, "Redo the change that was undone"),
    Entry(.copy, "y", .articles, "Copy the name under the cursor, or the paragraph"),
    Entry(.browse, "o", .articles, "Open the article's address in the browser"),
    Entry(.edit, "v", .articles, "Open the article's file in the editor"),
    Entry(.pipe, "|", .articles, "Send the article to a shell command"),
    Entry(.pager, [], .articles, "Show the article in the pager"),
    Entry(
      .lookUp, [], .articles, "Look up the name or word under the cursor in the dictionary"),
    Entry(.translate, [], .articles, "Send the paragraph to the translator"),
    Entry(.tashkeel, "t", .articles, "Show or hide vowel signs"),
    Entry(
      .digits, "d", .articles,
      "Show digits as written, all as 0123, or as \u{660}\u{661}\u{662}\u{663} in Arabic text"),
    Entry(
      .direction, "D", .articles,
      "Force the article's direction: right to left, left to right, or its own again; "
        + ":direction rtl source holds for its whole source", takesWords: true),
    Entry(.accept, [(.line, ["Enter"])], .typing, "Accept the line"),
    Entry(.cancel, [(.line, ["Esc"]), (.letter, ["Esc"])], .typing, "Cancel"),
    Entry(.complete, [(.command, ["Tab"])], .typing, "Complete the command, then the next one"),
    Entry(
      .completeBack, [(.command, ["Shift-Tab"])], .typing, "Go back to the previous completion"),
    Entry(
      .older, [(.command, ["Up", "Ctrl-P"]), (.search, ["Ctrl-P"])], .typing,
      "Recall an earlier line"),
    Entry(
      .newer, [(.command, ["Down", "Ctrl-N"]), (.search, ["Ctrl-N"])], .typing,
      "Recall a later line"),
    Entry(
      .deleteLeft, [(.line, ["Backspace"])], .typing,
      "Delete the character on the left; in an empty line, cancel"),
    Entry(
      .deleteRight, [(.line, ["Del", "Ctrl-D"])], .typing, "Delete the character on the right"),
    Entry(.deleteWord, [(.line, ["Ctrl-W"])], .typing, "Delete the word on the left"),
    Entry(
      .deleteToStart, [(.line, ["Ctrl-U"])], .typing, "Delete everything before the cursor"),
    Entry(.deleteToEnd, [(.line, ["Ctrl-K"])], .typing, "Delete everything after the cursor"),
    Entry(
      .cursorLeft, [(.line, ["Left", "Ctrl-B"])], .typing, "Move the cursor a character back"),
    Entry(
      .cursorRight, [(.line, ["Right", "Ctrl-F"])], .typing,
      "Move the cursor a character forward"),
    Entry(
      .cursorStart, [(.line, ["Home", "Ctrl-A"])], .typing, "Move the cursor to the start"),
    Entry(.cursorEnd, [(.line, ["End", "Ctrl-E"])], .typing, "Move the cursor to the end"),
    Entry(
      .bidi, [], .program,
      "Choose how Arabic is sent: :bidi auto, visual, explicit, kitty, inverse or logical; "
        + "with keep, always in this terminal", takesWords: true),
    Entry(
      .set, [], .program, "Change a setting until the program ends, as :set NAME VALUE",
      takesWords: true),
    Entry(
      .source, [], .program, "Read the configuration again, or another one as :source FILE",
      takesWords: true),
    Entry(
      .commandLine, ":", .program, "Type a command by its name", takesWords: true),
    Entry(
      .help, [(.all, ["?"]), (.help, ["?"])], .program, "List the keys and search them",
      takesWords: true),
    Entry(.redraw, "Ctrl-L", .program, "Redraw the screen"),
    Entry(.suspend, "Ctrl-Z", .program, "Suspend the program; fg resumes it"),
    Entry(.close, "q", .program, "Go back one view; from the list, quit"),
    Entry(.quit, "Q", .program, "Quit at once"),
  ]

  /// The entry of a command.
  static func entry(of command: Command) -> Entry? { table[command] }

  private static let table = Dictionary(
    entries.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })
}

extension CommandTable.Entry {
  /// An entry; the labels are left out because the table reads as one.
  fileprivate init(
    _ command: Command, _ keys: [(KeyContext, [String])], _ group: CommandGroup, _ help: String,
    takesWords: Bool = false
  ) {
    self.init(
      command: command, keys: keys.map { (context: $0.0, keys: $0.1) }, group: group, help: help,
      takesWords: takesWords)
  }

  /// An entry with one key, in all panes.
  fileprivate init(
    _ command: Command, _ key: String, _ group: CommandGroup, _ help: String,
    takesWords: Bool = false
  ) {
    self.init(command, [(.all, [key])], group, help, takesWords: takesWords)
  }
}
