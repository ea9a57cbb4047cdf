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
  case zen
  case narrower
  case wider
  case open
  case nextName = "next-name"
  case previousName = "previous-name"
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
  case setMark = "mark"
  case goToMark = "go-to-mark"
  case undo
  case redo
  case copy
  case browse
  case edit
  case pipe
  case tashkeel
  case digits
  case direction
  case bidi
  case commandLine = "command"
  case help
  case redraw
  case suspend
  case close
  case quit
}
