import CNcurses
import Foundation

/// The terminal, entered: the one type that touches ncurses.
///
/// Made once; it belongs to the thread that made it. `leave` gives the terminal back as it was
/// found, and so do the end of the process and every signal that ends it.
final class TerminalSession {
  /// What the screen is wanted like.
  struct Options: Sendable {
    /// How right-to-left text is sent.
    var bidi = BidiMode.auto
    /// The variables that describe the terminal.
    var environment = ProcessInfo.processInfo.environment
  }

  /// The keys and everything else that happens.
  let events: TerminalEvents
  /// Wakes the loop that reads `events`.
  let waker = TerminalWaker()

  private let input: Int32
  private let output: Int32
  private let found: termios
  private let screen: OpaquePointer
  private var inks: [Style.Ink: Int16] = [:]
  private let palette: Palette
  private var mode: any OutputMode = VisualOutput()
  private var isEntered = false
  /// What was painted last; empty while the screen's content is unknown.
  private var painted = Grid(size: GridSize(rows: 0, columns: 0))

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// Enters the terminal; where there is none to enter, says why.
  init(_ options: Options = Options()) throws(TerminalError) {
    TerminalLocale.adopt()
    (input, output) = try Self.openTerminal()
    try Self.checkTerminfo(options.environment, descriptor: output)
    found = Self.settings(of: output)
    // Before ncurses, which leaves alone the signals that have a handler.
    SignalPipe.install()
    events = TerminalEvents(descriptor: input)
    // The size is asked of the terminal, not of LINES and COLUMNS.
    use_env(false)
    guard let from = fdopen(dup(input), "r"), let to = fdopen(dup(output), "w"),
      let screen = newterm(nil, to, from)
    else { throw .termUnknown(options.environment["TERM"] ?? "") }
    self.screen = screen
    raw()
    noecho()
    nonl()
    // Keys are read by `TerminalEvents`; ncurses must not look for them while it paints.
    typeahead(-1)
    palette = Palette(
      depth: Palette.Depth(
        environment: options.environment,
        colors: has_colors() && start_color() == OK ? Int(cncurses_colors()) : 0))
    prepareInks()
    enter()
  }

  /// The size of the screen now.
  var size: GridSize {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else {
      return GridSize(rows: Int(cncurses_rows()), columns: Int(cncurses_columns()))
    }
    return GridSize(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  // MARK: - Entering and leaving

  /// Enters the screen, for the first time or again; what stands on it is then unknown.
  private func enter() {
    isEntered = true
    fitSize()
    TerminalRescue.arm(descriptor: output, settings: found, bytes: Array(rescueText.utf8))
    werase(cncurses_screen())
    wrefresh(cncurses_screen())
    send(Self.pasteOn)
    repaintAll()
  }

  /// Leaves the terminal as it was found; again has no effect.
  func leave() {
    guard isEntered else { return }
    isEntered = false
    send(Self.pasteOff)
    endwin()
    TerminalRescue.disarm()
  }

  /// Leaves, stops the process as Ctrl-Z does elsewhere, and enters again when it goes on.
  ///
  /// The whole screen has to be painted afterwards.
  func suspend() {
    leave()
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    SignalPipe.catchSignal(SIGTSTP)
    enter()
  }

  /// Enters again after the process was stopped by others (`TerminalEvent.resume`).
  func resume() {
    guard isEntered else { return }
    reset_prog_mode()
    enter()
  }

  /// Gives the terminal to another program, such as an editor, and takes it back after it.
  func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    leave()
    defer { enter() }
    return try body()
  }

  /// Paints everything anew at the next `paint`, whatever stands on the screen (Ctrl-L).
  func redraw() {
    repaintAll()
  }

  private func repaintAll() {
    painted = Grid(size: GridSize(rows: 0, columns: 0))
    clearok(cncurses_physical_screen(), true)
  }

  /// What puts the screen back without ncurses' help.
  private var rescueText: String {
    Self.pasteOff + ["sgr0", "cnorm", "rmcup"].compactMap(Self.capability).joined()
  }

  private func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  // MARK: - Painting

  /// Makes the screen show `grid`; what is there already is not sent.
  func paint(_ grid: Grid) {
    guard isEntered else { return }
    fitSize()
    let window = cncurses_screen()
    if painted.size != grid.size {
      werase(window)
      painted = Grid(size: GridSize(rows: 0, columns: 0))
    }
    var cursor: (row: Int32, column: Int32)?
    for row in 0..<min(grid.size.rows, Int(cncurses_rows())) {
      let isCursorRow = grid.cursor?.row == row
      let isSame = painted.size == grid.size && painted.row(row).elementsEqual(grid.row(row))
      guard isCursorRow || !isSame else { continue }
      let sent = mode.output(for: grid.row(row))
      if let place = grid.cursor, isCursorRow {
        cursor = (Int32(row), Int32(sent.sentColumn(of: place.column)))
      }
      guard !isSame else { continue }
      let characters = sent.cells.compactMap { $0.width == 0 ? nil : character($0) }
      mvwadd_wchnstr(window, Int32(row), 0, characters, Int32(characters.count))
    }
    painted = grid
    if let cursor, cursor.column < cncurses_columns() {
      wmove(window, cursor.row, cursor.column)
      curs_set(1)
    } else {
      curs_set(0)
    }
    wrefresh(window)
  }

  /// The cell as ncurses takes it.
  private func character(_ cell: GridCell) -> cchar_t {
    let style = palette.drawn(cell.style)
    var attributes: attr_t = 0
    if style.isBold { attributes |= cncurses_bold() }
    if style.isUnderlined { attributes |= cncurses_underline() }
    if style.isReversed { attributes |= cncurses_reverse() }
    if style.isDim { attributes |= cncurses_dim() }
    // A glyph as wide as the grid does not expect would push the rest of the row aside.
    let glyph =
      wcwidth(wchar_t(bitPattern: cell.glyph.value)) == Int32(cell.width)
      ? cell.glyph : (cell.width == 2 ? "\u{3000}" : "?")
    var text = [wchar_t(bitPattern: glyph.value)]
    for mark in cell.marks.scalars where wcwidth(wchar_t(bitPattern: mark.value)) == 0 {
      text.append(wchar_t(bitPattern: mark.value))
    }
    text.append(0)
    var character = cchar_t()
    setcchar(&character, text, attributes, inks[style.ink] ?? 0, nil)
    return character
  }

  /// Gives each ink that has a colour a colour pair.
  private func prepareInks() {
    guard palette.depth != .none else { return }
    let own: Int32 = use_default_colors() == OK ? -1 : 0
    for (number, ink) in Style.Ink.allCases.enumerated() {
      guard let color = palette.color(of: ink) else { continue }
      let pair = number + 1
      if init_extended_pair(Int32(pair), color, own) == OK { inks[ink] = Int16(pair) }
    }
  }

  /// Tells ncurses the size, if the terminal's is another.
  private func fitSize() {
    let size = size
    guard size.rows != Int(cncurses_rows()) || size.columns != Int(cncurses_columns()) else {
      return
    }
    resize_term(Int32(size.rows), Int32(size.columns))
    repaintAll()
  }

  // MARK: - Finding the terminal

  /// Where the screen is written and where keys are read: from the terminal itself where standard
  /// input is something else.
  private static func openTerminal() throws(TerminalError) -> (input: Int32, output: Int32) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    if isatty(STDIN_FILENO) == 1 { return (STDIN_FILENO, STDOUT_FILENO) }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw .noTerminal }
    return (terminal, STDOUT_FILENO)
  }

  /// Asks terminfo whether a screen is possible: `newterm` would not say why it is not.
  private static func checkTerminfo(
    _ environment: [String: String], descriptor: Int32
  ) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .termUnset }
    var code: Int32 = 0
    guard setupterm(name, descriptor, &code) == OK else { throw .termUnknown(name) }
    guard capability("cup") != nil else { throw .termTooPlain(name) }
  }

  private static func capability(_ name: String) -> String? {
    // `tigetstr` gives (char *)-1 for what is no string and null for what is absent.
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
    return String(cString: value)
  }

  private static func settings(of descriptor: Int32) -> termios {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return settings
  }
}
