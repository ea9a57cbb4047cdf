/// Everything a key or the command line can ask for.
///
/// The raw value is the name that the `:` line takes; `CommandTable` has its keys and its help.
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
  case compare
  case zen
  case narrower
  case wider
  case measure = "width"
  case open
  case nextName = "next-name"
  case previousName = "previous-name"
  case nextWord = "next-word"
  case previousWord = "previous-word"
  case selectName = "select-name"
  case hints
  case entityPage = "entity-page"
  case same
  case different
  case unsure
  case split
  case merge
  case rename
  case kind
  case articlesOfBoth = "articles-of-both"
  case unmerge
  case span
  case spanHere = "span-here"
  case name
  case hideHere = "hide-here"
  case hideEverywhere = "hide"
  case review
  case next
  case previous
  case clear
  case back
  case forward
  case search
  case spelling = "exact-spelling"
  case filter
  case save
  case savedSearches = "saved"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case toggleRead = "toggle-read"
  case readAll = "read-all"
  case star
  case note
  case noteEdit = "note-edit"
  case setMark = "mark"
  case goToMark = "go-to-mark"
  case undo
  case redo
  case copy
  case cite
  case export
  case browse
  case links
  case edit
  case pipe
  case tashkeel
  case digits
  case direction
  case bidi
  case allNames = "all-names"
  case sort
  case fetch
  case sources
  case subscribe
  case pager
  case lookUp = "look-up"
  case translate
  case set
  case source
  case accept
  case cancel
  case complete
  case completeBack = "complete-back"
  case older
  case newer
  case deleteLeft = "delete-left"
  case deleteRight = "delete-right"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorStart = "cursor-start"
  case cursorEnd = "cursor-end"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
  case deleteWord = "delete-word"
  case forget
  case commandLine = "command"
  case help
  case redraw
  case suspend
  case close
  case quit
}

extension Command {
  /// Whether it is about the article shown, so that it means nothing while a pane covers that.
  var isForArticles: Bool {
    switch self {
    case .nextPane, .previousPane, .leftPane, .rightPane, .togglePanel, .zen, .narrower, .wider,
      .sideBySide, .compare, .hints, .nextName, .previousName, .nextWord, .previousWord,
      .selectName, .nextArticle, .previousArticle, .toggleRead, .browse, .links, .edit, .cite,
      .pipe, .pager, .lookUp, .translate:
      true
    default: false
    }
  }
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

/// The one table of commands: it makes the keymap, the help screen, the completion of the
/// `:` line, the manual page and the README's list.
enum CommandTable {
  /// What may stand after a command's name.
  enum Argument: Sendable {
    /// Nothing.
    case none
    /// A number.
    case count
    /// Words.
    case words
  }

  /// A command with its default keys and its help.
  struct Entry: Sendable {
    /// The command.
    let command: Command
    /// The names of its keys in each context, the one to show first.
    let contexts: [KeyContext: [String]]
    /// Its heading.
    let group: CommandGroup
    /// What may stand after its name.
    let argument: Argument
    /// One line of help, without a full stop.
    let help: String

    /// Makes an entry; the labels are left out because the table reads as one.
    fileprivate init(
      _ command: Command, _ contexts: [KeyContext: [String]], _ group: CommandGroup,
      _ argument: Argument, _ help: String
    ) {
      self.command = command
      self.contexts = contexts
      self.group = group
      self.argument = argument
      self.help = help
    }

    /// Makes the entry of a command that takes nothing after its name.
    fileprivate init(
      _ command: Command, _ contexts: [KeyContext: [String]], _ group: CommandGroup,
      _ help: String
    ) {
      self.init(command, contexts, group, .none, help)
    }

    /// The names of its keys in the most general context that has any.
    var keys: [String] {
      ([.all, .page, .line] + KeyContext.allCases).lazy.compactMap { contexts[$0] }.first ?? []
    }
  }

  /// All commands, in the order in which they are listed.
  static let entries: [Entry] = [
    Entry(
      .lineDown, [.all: ["j", "Down"], .search: ["Down", "Tab"]], .moving, .count,
      "Move down a line or row; after a number, that many"),
    Entry(
      .lineUp, [.all: ["k", "Up"], .search: ["Up", "Shift-Tab"]], .moving, .count,
      "Move up a line or row"),
    Entry(
      .scrollDown, [.all: ["Ctrl-E"]], .moving, .count,
      "Scroll down and leave the cursor on its line"),
    Entry(
      .scrollUp, [.all: ["Ctrl-Y"]], .moving, .count,
      "Scroll up and leave the cursor on its line"),
    Entry(
      .pageDown, [.all: ["Space", "Ctrl-F", "PgDn"], .search: ["PgDn"], .help: ["Ctrl-D"]], .moving,
      .count,
      "Move down a page"),
    Entry(
      .pageUp, [.all: ["b", "Ctrl-B", "PgUp"], .search: ["PgUp"], .help: ["Ctrl-U"]], .moving,
      .count,
      "Move up a page"),
    Entry(.halfPageDown, [.all: ["Ctrl-D"]], .moving, .count, "Move down half a page"),
    Entry(.halfPageUp, [.all: ["Ctrl-U"]], .moving, .count, "Move up half a page"),
    Entry(
      .first, [.all: ["g", "Home"]], .moving, .count,
      "Go to the start; after a number, to that line or row"),
    Entry(
      .last, [.all: ["G", "End"]], .moving, .count,
      "Go to the end; after a number, to that line or row"),
    Entry(
      .percent, [.all: ["%"]], .moving, .count,
      "Go to a position in percent: after 50, to the middle"),
    Entry(.nextPane, [.all: ["Tab"]], .panes, "Go to the next pane"),
    Entry(.previousPane, [.all: ["Shift-Tab"]], .panes, "Go to the previous pane"),
    Entry(.leftPane, [.all: ["h", "Left"]], .panes, "Go to the pane on the left"),
    Entry(.rightPane, [.all: ["l", "Right"]], .panes, "Go to the pane on the right"),
    Entry(.togglePanel, [.all: ["p"]], .panes, "Show or hide the panel of names"),
    Entry(.related, [.all: ["R"]], .panes, "Show or hide the articles that cover the same story"),
    Entry(
      .sideBySide, [.all: ["c"]], .panes,
      "Read the article next to one in the other language that covers the same story, or next to the "
        + "one chosen under it"),
    Entry(
      .compare, [.all: ["C"]], .panes,
      "Mark the article; on another one, show the two side by side"),
    Entry(.zen, [.all: ["z"]], .panes, "Show the article alone, or all panes again"),
    Entry(.narrower, [.all: ["<"]], .panes, .count, "Make the pane narrower"),
    Entry(.wider, [.all: [">"]], .panes, .count, "Make the pane wider"),
    Entry(
      .measure, [:], .panes, .words,
      "Set the most columns of text: width 72; width 0 is as wide as the pane"),
    Entry(
      .open, [.all: ["Enter"], .related: ["Enter"]], .names, .count,
      "Open the article; on a name, jump to its next mention, in this article or the next; after a "
        + "number, follow the link of the article that has it"),
    Entry(.nextName, [.all: ["w"]], .names, .count, "Move to the next name in the text"),
    Entry(.previousName, [.all: ["W"]], .names, .count, "Move to the previous name in the text"),
    Entry(.nextWord, [.all: ["."]], .names, .count, "Move to the next word of the article"),
    Entry(.previousWord, [.all: [","]], .names, .count, "Move to the previous word"),
    Entry(
      .selectName, [.all: ["*"]], .names,
      "Select the name under the cursor and highlight its mentions"),
    Entry(
      .hints, [.all: ["f"]], .names,
      "Label every name on screen: a small letter selects one, a capital jumps to its "
        + "next mention"),
    Entry(
      .entityPage, [.all: ["e"]], .names,
      "Open the page of a name: spellings, dates, companions, every mention"),
    Entry(
      .articlesOfBoth, [.page: ["B"]], .names,
      "On a name under Appears with: list the articles that name both"),
    Entry(
      .allNames, [.all: ["A"]], .names, .words,
      "List all people, places and organizations of the library; all-names WORDS those of that name"
    ),
    Entry(
      .sort, [.list: ["O"], .allNames: ["o"]], .panes, .words,
      "Sort the list by the next order: sort newest, title, source or path; among all names, by "
        + "mentions or articles"),
    Entry(
      .lookUp, [.text: ["K"], .output: ["K"]], .names,
      "Look the name or word under the cursor up in programs.dictionary, and show the answer under "
        + "the article"),
    Entry(
      .next, [.all: ["n"]], .names, .count,
      "Go to the next hit, or the next mention of the selected name"),
    Entry(.previous, [.all: ["N"]], .names, .count, "Go to the previous hit or mention"),
    Entry(
      .clear, [.all: ["Esc"], .related: ["Esc"]], .names,
      "Clear the selected name or the search, then the list's filter"),
    Entry(.same, [.page: ["y"]], .judging, "On a link: confirm that both are the same entity"),
    Entry(
      .different, [.page: ["n"]], .judging,
      "On a link: keep the two apart, they are different"),
    Entry(.unsure, [.page: ["h"]], .judging, "On a link: leave it undecided and don't ask again"),
    Entry(
      .split, [.page: ["s"]], .judging,
      "On a spelling: split it off, it belongs to someone else"),
    Entry(
      .merge, [.page: ["m"]], .judging,
      "Mark this entity; on another entity's page, merge the two"),
    Entry(
      .unmerge, [.page: ["M"]], .judging,
      "Take apart again what was merged by hand last on this page"),
    Entry(
      .rename, [.page: ["r"]], .judging, .words,
      "Show the entity under another name: rename NAME"),
    Entry(
      .kind, [.page: ["t"]], .judging, .words,
      "Change the entity's kind: kind person, place or organization"),
    Entry(
      .spanHere, [.all: ["i"]], .judging, .words,
      "Trim the name under the cursor in this article, or part it into several with bars between"),
    Entry(
      .span, [.all: ["I"]], .judging, .words,
      "Trim or part the name under the cursor in every article"),
    Entry(
      .name, [:], .judging, .words,
      "Mark words that were missed as a name in every article: name person WORDS"),
    Entry(.hideHere, [.all: ["x"]], .judging, "Hide the name in this article: it is no name"),
    Entry(
      .hideEverywhere, [.all: ["X"]], .judging,
      "Hide the name in every article: it is no name"),
    Entry(.review, [:], .judging, "Go to the likeliest link that waits for a judgement"),
    Entry(
      .back, [.all: ["Ctrl-O", "[", "Alt-Left"]], .jumps,
      "Go back to where you were before the jump"),
    Entry(.forward, [.all: ["]", "Alt-Right"]], .jumps, "Go forward again"),
    Entry(.setMark, [.all: ["m"]], .jumps, "Mark the position with the letter typed next"),
    Entry(
      .goToMark, [.all: ["'"]], .jumps,
      "Go to the mark of the letter typed next; pressed twice, to where the last jump started; "
        + "after it \", to where you were the last time"),
    Entry(
      .search, [.all: ["/"], .help: ["/"]], .searching,
      "Search all articles: titles, text and names, in any script"),
    Entry(
      .spelling, [.all: ["Ctrl-T"], .search: ["Ctrl-T"]], .searching,
      "Find words only as they are spelled, or in every spelling and script again"),
    Entry(
      .filter, [.all: ["&"]], .searching, .words,
      "List only matching articles: filter unread, starred, noted, read, watched, ar, en or any "
        + "search; filter off lists all"),
    Entry(.save, [:], .searching, .words, "Save the list's filter or the search: save NAME"),
    Entry(
      .savedSearches, [:], .searching, .words,
      "List the saved searches below the sources; saved NAME filters the list by one at once"),
    Entry(
      .forget, [.sources: ["x"]], .searching,
      "Among the sources, unsubscribe from one, or delete a saved search"),
    Entry(.nextArticle, [.all: ["J"]], .articles, .count, "Go to the next article of the list"),
    Entry(
      .previousArticle, [.all: ["K"]], .articles, .count,
      "Go to the previous article of the list; in the article only while no dictionary is set"),
    Entry(.toggleRead, [.all: ["r"]], .articles, "Mark the article unread, or read again"),
    Entry(.readAll, [:], .articles, "Mark all articles of the list read"),
    Entry(.star, [.all: ["s"]], .articles, "Star the article, or remove its star"),
    Entry(
      .note, [.all: ["a"]], .articles, .words,
      "Write a note on the article or, where names are listed, on the name; an empty one removes it"
    ),
    Entry(.noteEdit, [.all: ["V"]], .articles, "Write that note in the editor"),
    Entry(
      .undo, [.all: ["u"]], .articles,
      "Undo the last change: stars, marks, notes, reading, saved searches, judgements"),
    Entry(.redo, [.all: ["Ctrl-R"]], .articles, "Redo the change that was undone"),
    Entry(.copy, [.all: ["y"]], .articles, "Copy the name under the cursor, or the paragraph"),
    Entry(
      .cite, [.all: ["Y"]], .articles, .count,
      "Copy the sentence of the name under the cursor, or the paragraph, with its source; after a "
        + "number, so many paragraphs"),
    Entry(
      .export, [:], .articles, .words,
      "Write what the filter or search finds, or the mentions of a name, to a file: export NAME.md, "
        + ".csv or .json"),
    Entry(.browse, [.all: ["o"]], .articles, "Open the article's address in the browser"),
    Entry(
      .links, [.all: ["L"]], .articles,
      "List the links of the article by their numbers, to follow one"),
    Entry(.edit, [.all: ["v"]], .articles, "Open the article's file in the editor"),
    Entry(
      .sources, [.all: ["S"]], .articles,
      "List the sources, their groups and the saved searches with what is unread, to narrow the "
        + "list to one"),
    Entry(
      .subscribe, [:], .articles, .words,
      "Add a feed, a site or a folder to the sources and fetch it: subscribe URL"),
    Entry(
      .fetch, [.all: ["F"]], .articles,
      "Fetch what is new from the sources; among them, from the one under the cursor"),
    Entry(.pager, [:], .articles, "Show the article in a pager"),
    Entry(.pipe, [.all: ["|"]], .articles, "Send the article to a command and show what it prints"),
    Entry(
      .translate, [:], .articles, .words,
      "Show the paragraph's translation by programs.translator under the article; it is kept, and "
        + "translate again asks for another"),
    Entry(.tashkeel, [.all: ["t"]], .articles, "Show or hide vowel signs"),
    Entry(
      .digits, [.all: ["d"]], .articles,
      "Show digits as written, all as 0123, or as \u{660}\u{661}\u{662}\u{663} in Arabic text"),
    Entry(
      .direction, [.all: ["D"]], .articles, .words,
      "Force the article's direction: right to left, left to right, or its own again; "
        + "direction rtl source does it for all of its source"),
    Entry(.accept, [.line: ["Enter"]], .typing, "Accept the line"),
    Entry(.cancel, [.line: ["Esc"], .letter: ["Esc"]], .typing, "Leave without accepting"),
    Entry(
      .complete, [.command: ["Tab"], .filter: ["Tab"]], .typing,
      "Complete the word, or show the next completion"),
    Entry(
      .completeBack, [.command: ["Shift-Tab"], .filter: ["Shift-Tab"]], .typing,
      "Show the previous completion"),
    Entry(
      .older, [.command: ["Up", "Ctrl-P"], .search: ["Ctrl-P"]], .typing,
      "Recall an older line"),
    Entry(
      .newer, [.command: ["Down", "Ctrl-N"], .search: ["Ctrl-N"]], .typing,
      "Recall a newer line"),
    Entry(
      .deleteLeft, [.line: ["Backspace"]], .typing,
      "Delete the character before the cursor; in an empty line, leave it"),
    Entry(
      .deleteRight, [.line: ["Del", "Ctrl-D"]], .typing,
      "Delete the character under the cursor"),
    Entry(.cursorLeft, [.line: ["Left", "Ctrl-B"]], .typing, "Move back a character"),
    Entry(.cursorRight, [.line: ["Right", "Ctrl-F"]], .typing, "Move forward a character"),
    Entry(.cursorStart, [.line: ["Home", "Ctrl-A"]], .typing, "Move to the start of the line"),
    Entry(.cursorEnd, [.line: ["End", "Ctrl-E"]], .typing, "Move to the end of the line"),
    Entry(
      .deleteToStart, [.line: ["Ctrl-U"]], .typing,
      "Delete from the start of the line to the cursor"),
    Entry(
      .deleteToEnd, [.line: ["Ctrl-K"]], .typing,
      "Delete from the cursor to the end of the line"),
    Entry(.deleteWord, [.line: ["Ctrl-W"]], .typing, "Delete the word before the cursor"),
    Entry(.commandLine, [.all: [":"]], .program, .words, "Type a command by its name"),
    Entry(.set, [:], .program, .words, "Change a setting until the program ends: set NAME VALUE"),
    Entry(
      .source, [:], .program, .words,
      "Read the configuration again, or another file: source FILE"),
    Entry(
      .bidi, [:], .program, .words,
      "Choose how Arabic is sent: bidi auto, visual, explicit, kitty, inverse or logical; "
        + "with keep, always in this terminal"),
    Entry(.help, [.all: ["?"]], .program, "List the keys"),
    Entry(.redraw, [.all: ["Ctrl-L"]], .program, "Redraw the screen"),
    Entry(.suspend, [.all: ["Ctrl-Z"]], .program, "Suspend the program; the shell's fg resumes it"),
    Entry(
      .close, [.all: ["q"], .help: ["Esc", "?"]], .program,
      "Go back one view; from the list, quit"),
    Entry(.quit, [.all: ["Q"]], .program, "Quit at once"),
  ]

  private static let byCommand = Dictionary(
    entries.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of a command.
  static func entry(for command: Command) -> Entry? { byCommand[command] }

  /// The commands whose names start with `prefix`, in the order of the table.
  static func completions(of prefix: String) -> [String] {
    entries.map(\.command.rawValue).filter { $0.hasPrefix(prefix) }
  }
}
