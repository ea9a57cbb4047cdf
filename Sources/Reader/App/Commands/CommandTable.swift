/// The one table of commands: it makes the key bindings, the help screen, the completion of the
/// `:` line, the manual page and the README's list.
enum CommandTable {
  /// A command with all that is said of it.
  struct Entry: Sendable {
    /// The command.
    let command: Command
    /// The names of its keys, the one to show first.
    let keys: [String]
    /// Its heading.
    let group: CommandGroup
    /// One line of help, without a full stop.
    let help: String
    /// Whether its keys mean it on the page of a name alone.
    var isForPages = false
  }

  /// All commands, in the order in which they are listed.
  static let entries: [Entry] = [
    Entry(.lineDown, ["j", "Down"], .moving, "Down a line or row; 5j goes down five"),
    Entry(.lineUp, ["k", "Up"], .moving, "Up a line or row"),
    Entry(.scrollDown, ["Ctrl-E"], .moving, "Scroll down, the cursor stays on its line"),
    Entry(.scrollUp, ["Ctrl-Y"], .moving, "Scroll up, the cursor stays on its line"),
    Entry(.pageDown, ["Space", "Ctrl-F", "PgDn"], .moving, "Down a page"),
    Entry(.pageUp, ["b", "Ctrl-B", "PgUp"], .moving, "Up a page"),
    Entry(.halfPageDown, ["Ctrl-D"], .moving, "Down half a page"),
    Entry(.halfPageUp, ["Ctrl-U"], .moving, "Up half a page"),
    Entry(.first, ["g", "Home"], .moving, "To the start; 12g goes to line or row 12"),
    Entry(.last, ["G", "End"], .moving, "To the end; 12G goes to line or row 12"),
    Entry(.percent, ["%"], .moving, "To a place by percentage: 50% is the middle"),
    Entry(.nextPane, ["Tab"], .panes, "To the next pane"),
    Entry(.previousPane, ["Shift-Tab"], .panes, "To the previous pane"),
    Entry(.leftPane, ["h", "Left"], .panes, "To the pane on the left"),
    Entry(.rightPane, ["l", "Right"], .panes, "To the pane on the right"),
    Entry(.togglePanel, ["p"], .panes, "Show or hide the panel of names"),
    Entry(
      .related, ["R"], .panes,
      "Unfold or fold the articles that tell the same story; Enter opens one"),
    Entry(
      .sideBySide, ["c"], .panes,
      "Set the article beside the one that tells the same story in the other language"),
    Entry(.zen, ["z"], .panes, "Show the article alone, or all panes again"),
    Entry(.narrower, ["<"], .panes, "Make the pane narrower"),
    Entry(.wider, [">"], .panes, "Make the pane wider"),
    Entry(
      .open, ["Enter"], .names,
      "Open the article; on a name, go to its next mention, in this article or the next that has it"
    ),
    Entry(.nextName, ["w"], .names, "To the next name in the text"),
    Entry(.previousName, ["W"], .names, "To the previous name in the text"),
    Entry(.selectName, ["*"], .names, "Select the name under the cursor: its mentions light up"),
    Entry(
      .hints, ["f"], .names,
      "Letters on every name on screen: a letter selects the name, a capital goes to its next mention"
    ),
    Entry(
      .entityPage, ["e"], .names,
      "The name's page: spellings, time, company, every mention; Enter goes into the text"),
    Entry(.next, ["n"], .names, "To the next hit, or the next mention of the selected name"),
    Entry(.previous, ["N"], .names, "To the previous hit or mention"),
    Entry(.clear, ["Esc"], .names, "Let go of the selected name or the search"),
    Entry(.same, ["y"], .judging, "On a link of a name's page: both are the same", isForPages: true),
    Entry(
      .different, ["n"], .judging, "On a link of a name's page: they are different",
      isForPages: true),
    Entry(
      .unsure, ["h"], .judging, "On a link of a name's page: nobody can tell; not asked again",
      isForPages: true),
    Entry(
      .split, ["s"], .judging, "On a spelling of a name's page: it is someone else's",
      isForPages: true),
    Entry(
      .merge, ["m"], .judging,
      "On a name's page: take it up; on the page of another, make both one", isForPages: true),
    Entry(
      .rename, ["r"], .judging, "On a name's page: show it by another name; :rename NAME",
      isForPages: true),
    Entry(
      .kind, ["t"], .judging,
      "On a name's page: it is of another kind; :kind person, place or organization",
      isForPages: true),
    Entry(.hideHere, ["x"], .judging, "Not a name: hide it in this article"),
    Entry(.hideEverywhere, ["X"], .judging, "Not a name: hide it in every article"),
    Entry(.review, [], .judging, "Go to the surest link that waits to be judged"),
    Entry(.back, ["Ctrl-O", "[", "Alt-Left"], .jumps, "Back to where you were before the jump"),
    Entry(.forward, ["]", "Alt-Right"], .jumps, "Forward again"),
    Entry(.setMark, ["m"], .jumps, "Mark the place with the letter typed next"),
    Entry(
      .goToMark, ["'"], .jumps,
      "To the mark of the letter typed next; '' goes to where you were before the last jump"),
    Entry(.search, ["/"], .searching, "Search all articles: titles, text and names, any script"),
    Entry(
      .spelling, ["Ctrl-T"], .searching,
      "Find words only as they are spelled, or in every spelling and script again; "
        + "in the search line too"),
    Entry(
      .filter, ["&"], .searching,
      "List only what the line typed finds; :filter unread, starred, read, ar, en or any search; "
        + ":filter off and Esc list all"),
    Entry(.save, [], .searching, "Keep the list's filter, or the search, as :save NAME"),
    Entry(
      .savedSearches, [], .searching,
      "Choose a saved search to filter the list by; :saved NAME takes it at once"),
    Entry(.nextArticle, ["J"], .articles, "To the next article of the list"),
    Entry(.previousArticle, ["K"], .articles, "To the previous article of the list"),
    Entry(.toggleRead, ["r"], .articles, "Mark the article unread, or read again"),
    Entry(.readAll, [], .articles, "Mark all articles of the list read"),
    Entry(.star, ["s"], .articles, "Give the article a star, or take it off"),
    Entry(
      .undo, ["u"], .articles, "Undo the last change of stars, marks, reading, saved searches and what you said of names"),
    Entry(.redo, ["Ctrl-R"], .articles, "Make the change that was undone again"),
    Entry(.copy, ["y"], .articles, "Copy the name under the cursor, or the paragraph"),
    Entry(.browse, ["o"], .articles, "Open the article's address in $BROWSER"),
    Entry(.edit, ["v"], .articles, "Open the article's file in $VISUAL or $EDITOR"),
    Entry(.pipe, ["|"], .articles, "Send the article to a command"),
    Entry(.tashkeel, ["t"], .articles, "Show or hide vowel signs"),
    Entry(
      .digits, ["d"], .articles,
      "Digits as written, all 0123, or \u{660}\u{661}\u{662}\u{663} in Arabic text"),
    Entry(
      .direction, ["D"], .articles,
      "Force the article's direction: right to left, left to right, or its own again; "
        + ":direction rtl source does it for all of its source"),
    Entry(
      .bidi, [], .program,
      "How Arabic is sent: :bidi auto, visual, explicit, kitty, inverse or logical; with keep, always in this terminal"
    ),
    Entry(.commandLine, [":"], .program, "Type a command by its name; Tab completes it"),
    Entry(.help, ["?"], .program, "This list; / searches it"),
    Entry(.redraw, ["Ctrl-L"], .program, "Draw the screen again"),
    Entry(.suspend, ["Ctrl-Z"], .program, "Suspend the program; fg brings it back"),
    Entry(.close, ["q"], .program, "Back one view; from the list, leave the program"),
    Entry(.quit, ["Q"], .program, "Leave the program at once"),
  ]

  /// The command that each key is bound to, by the key's name.
  static let bindings = bindings(forPages: false)

  /// The command that each key is bound to on the page of a name, before all others.
  static let pageBindings = bindings(forPages: true)

  private static func bindings(forPages: Bool) -> [String: Command] {
    entries.reduce(into: [:]) { bindings, entry in
      guard entry.isForPages == forPages else { return }
      for key in entry.keys { bindings[key] = entry.command }
    }
  }

  /// The commands whose names start with `prefix`, in the order of the table.
  static func completions(of prefix: String) -> [String] {
    entries.map(\.command.rawValue).filter { $0.hasPrefix(prefix) }
  }
}

extension CommandTable.Entry {
  /// Makes an entry; the labels are left out because the table reads as one.
  fileprivate init(
    _ command: Command, _ keys: [String], _ group: CommandGroup, _ help: String,
    isForPages: Bool = false
  ) {
    self.init(command: command, keys: keys, group: group, help: help, isForPages: isForPages)
  }
}
