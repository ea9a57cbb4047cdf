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
    /// The colours chosen.
    var theme = ColorTheme.colour
    /// The variables that describe the terminal.
    var environment = ProcessInfo.processInfo.environment
  }

  /// The keys and everything else that happens.
  let events: TerminalEvents
  /// Wakes the loop that reads `events`.
  let waker = TerminalWaker()
  /// What the terminal is and what it is sent.
  private(set) var profile: TerminalProfile

  private let device: TerminalDevice
  private let environment: [String: String]
  private let found: termios
  private var palette: Palette {
    didSet {
      guard palette != oldValue else { return }
      prepareInks()
      repaintAll()
    }
  }
  /// The colours chosen.
  var theme: ColorTheme {
    get { palette.theme }
    set { palette.theme = newValue }
  }
  /// Whether the terminal reports the mouse.
  var usesMouse = false {
    didSet {
      guard isEntered, usesMouse != oldValue else { return }
      device.send(usesMouse ? MouseEvent.on : MouseEvent.off)
    }
  }
  /// The title of the terminal's window, where it has one.
  private let title: WindowTitle
  private let watch: ClientWatch
  private var inks: [Style.Ink: Int16] = [:]
  private var output: any OutputMode
  /// The switch of the terminal's own reordering that is thrown now.
  private var thrown: ReorderingSwitch?
  private var isEntered = false
  /// What the window was last called.
  private var sentTitle: String?
  /// What was painted last; empty while the screen's content is unknown.
  private var painted = Grid(size: GridSize(rows: 0, columns: 0))

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// Enters the terminal; where there is none to enter, says why.
  init(_ options: Options = Options()) throws(TerminalError) {
    TerminalLocale.adopt()
    guard let device = TerminalDevice.standard() else { throw .noTerminal }
    self.device = device
    environment = options.environment
    try Self.checkTerminfo(environment, device: device)
    guard device.waitForForeground() else { throw .inBackground }
    found = Self.settings(of: device.output)
    // Before ncurses, which leaves alone the signals that have a handler.
    SignalPipe.install()
    profile = TerminalProfile.current(
      wanted: options.bidi, environment: environment, device: device,
      patience: TerminalProbe.patience(environment: environment))
    let terminfo = Self.terminfoName(environment, of: profile.identity.kind, device: device)
    palette = Palette(depth: Self.depth(environment, terminfo: terminfo, device: device))
    palette.theme = options.theme
    palette.background = Background(environment: environment)
    let probe = TerminalProbe(
      device: device, multiplexer: profile.identity.multiplexer,
      // A terminal that has not answered in time once is not waited for again.
      patience: profile.identity.source == .nothing
        ? .zero : TerminalProbe.patience(environment: environment))
    let asksBackground =
      palette.usedDepth != .none && TerminalProbe.canAskBackground(environment: environment)
    let told = asksBackground ? probe.askBackground() : TerminalReplies([])
    if let background = told.background { palette.background = background }
    output = profile.output
    title = WindowTitle(environment: environment)
    watch = ClientWatch(environment: environment, device: device)
    events = TerminalEvents(
      descriptor: device.input, typed: (profile.identity.replies?.typed ?? []) + told.typed)
    // The size is asked of the terminal, not of LINES and COLUMNS.
    use_env(false)
    // Terminfo does not know the size of every terminal: the text console's is the kernel's to say.
    use_tioctl(true)
    guard let from = fdopen(dup(device.input), "r"), let to = fdopen(dup(device.output), "w"),
      newterm(terminfo, to, from) != nil
    else { throw .screenRefused(environment["TERM"] ?? "") }
    raw()
    noecho()
    nonl()
    // Keys are read by `TerminalEvents`; ncurses must not look for them while it paints.
    typeahead(-1)
    prepareInks()
    enter()
  }

  /// The size of the screen now.
  var size: GridSize {
    device.size ?? GridSize(rows: Int(cncurses_rows()), columns: Int(cncurses_columns()))
  }

  // MARK: - Entering and leaving

  /// Enters the screen, for the first time or again; what stands on it is then unknown.
  private func enter() {
    isEntered = true
    fitSize()
    werase(cncurses_screen())
    wrefresh(cncurses_screen())
    device.send(Self.pasteOn + title.kept + (usesMouse ? MouseEvent.on : ""))
    sentTitle = nil
    throwSwitch()
    repaintAll()
    watch.follow(profile.identity)
  }

  /// Leaves the terminal as it was found; again has no effect.
  func leave() {
    guard isEntered else { return }
    isEntered = false
    watch.stop()
    unthrowSwitch()
    device.send(MouseEvent.off + title.restored + Self.pasteOff)
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
    defer {
      // Ctrl-C and Ctrl-Z were meant for the other program.
      events.dropJobControl()
      enter()
    }
    return try body()
  }

  /// Paints everything anew at the next `paint`, whatever stands on the screen (Ctrl-L).
  func redraw() {
    if profile.identity.multiplexer != .none { adopt(watch.ask()) }
    throwSwitch()
    repaintAll()
  }

  private func repaintAll() {
    painted = Grid(size: GridSize(rows: 0, columns: 0))
    clearok(cncurses_physical_screen(), true)
  }

  // MARK: - Right-to-left text

  /// Sends right-to-left text in another mode from now on.
  func setBidi(_ mode: BidiMode) {
    use(profile(of: profile.identity, wanted: mode))
  }

  /// Keeps a mode for this terminal, whenever it is met again; `auto` forgets what was kept.
  func keepBidi(_ mode: BidiMode) throws {
    var memory = TerminalMemory.load(environment: environment)
    memory.choose(mode, for: profile.identity, term: environment["TERM"] ?? "")
    try memory.save(environment: environment)
  }

  /// Takes over what the terminal is now known to be: another client looks at tmux.
  private func adopt(_ identity: TerminalIdentity?) {
    guard let identity, identity != profile.identity else { return }
    use(profile(of: identity, wanted: profile.decision == .option ? profile.mode : .auto))
  }

  /// The terminal as it is known now that it has answered, later than it was waited for.
  private func lateIdentity() -> TerminalIdentity? {
    guard let late = events.takeLateAnswers() else { return nil }
    if let background = late.background { palette.background = background }
    guard profile.identity.source == .nothing, late.hasName,
      var replies = profile.identity.replies
    else { return nil }
    replies.add(late)
    let identity = TerminalIdentity(
      replies: replies, multiplexer: profile.identity.multiplexer)
    var memory = TerminalMemory.load(environment: environment)
    if memory.remember(identity, term: environment["TERM"] ?? "") {
      // What cannot be kept is asked again the next time, no more.
      try? memory.save(environment: environment)
    }
    return identity
  }

  private func profile(of identity: TerminalIdentity, wanted: BidiMode) -> TerminalProfile {
    let memory = TerminalMemory.load(environment: environment)
    return TerminalProfile(
      identity: identity, wanted: wanted,
      chosen: memory.mode(for: identity, term: environment["TERM"] ?? ""))
  }

  private func use(_ new: TerminalProfile) {
    let (old, client) = (profile.identity.client, new.identity.client)
    // A terminal that tmux has left can only be reached past it.
    if let old, let thrown, old.process != client?.process, !old.isAttached {
      old.send(thrown.onDirectly)
    }
    let isOtherSwitch =
      old?.process != client?.process || new.reorderingSwitch != profile.reorderingSwitch
    if isOtherSwitch { unthrowSwitch() }
    profile = new
    output = new.output
    if isOtherSwitch { throwSwitch() }
    repaintAll()
  }

  private func throwSwitch() {
    guard isEntered else { return }
    let new = profile.reorderingSwitch
    if new.needsPassthrough { TmuxClient.allowPassthrough(true, environment: environment) }
    device.send(new.off)
    thrown = new
    let restoring = ["sgr0", "cnorm", "rmcup"].compactMap(Self.capability).joined()
    TerminalRescue.arm(
      descriptor: device.output, settings: found,
      bytes: Array((new.on + MouseEvent.off + title.restored + Self.pasteOff + restoring).utf8))
  }

  private func unthrowSwitch() {
    guard let old = thrown else { return }
    thrown = nil
    device.send(old.on)
    if old.needsPassthrough { TmuxClient.allowPassthrough(false, environment: environment) }
  }

  // MARK: - Clipboard

  /// Copies text to the clipboard of whoever looks at the terminal; false if it is too long.
  func copy(_ text: String) -> Bool {
    let sequence = Clipboard.sequence(for: text, multiplexer: profile.identity.multiplexer)
    guard let sequence else { return false }
    device.send(sequence)
    return true
  }

  /// Calls the window by what is read.
  func call(_ name: String) {
    guard isEntered, name != sentTitle else { return }
    sentTitle = name
    device.send(title.sequence(for: name))
  }

  // MARK: - Painting

  /// Makes the screen show `grid`; what is there already is not sent.
  func paint(_ grid: Grid) {
    guard isEntered else { return }
    adopt(watch.take() ?? lateIdentity())
    // With another size the rows behind tmux are others too, or another client's.
    if fitSize() { watch.follow(profile.identity, asksAtOnce: true) }
    let window = cncurses_screen()
    if painted.size != grid.size {
      werase(window)
      painted = Grid(size: GridSize(rows: 0, columns: 0))
    }
    var cursor: (row: Int32, column: Int32)?
    for row in 0..<min(grid.size.rows, Int(cncurses_rows())) {
      let place = grid.cursor.flatMap { $0.row == row ? $0 : nil }
      // What is sent may depend on the cursor.
      let isSame =
        painted.size == grid.size && painted.cursor?.row != row
        && painted.row(row).elementsEqual(grid.row(row))
      guard place != nil || !isSame else { continue }
      let sent =
        place.map { output.output(for: grid.row(row), cursor: $0.column) }
        ?? output.output(for: grid.row(row))
      if let place {
        cursor = (Int32(row), Int32(clamping: sent.sentColumn(of: place.column)))
      }
      let characters = sent.cells.compactMap { $0.width == 0 ? nil : character($0) }
      mvwadd_wchnstr(window, Int32(row), 0, characters, Int32(clamping: characters.count))
    }
    painted = grid
    if let cursor, (0..<cncurses_columns()).contains(cursor.column) {
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
    // A glyph of another width than the grid expects would push the rest of the row aside.
    let fits = wcwidth(wchar_t(bitPattern: cell.glyph.value)) == Int32(cell.width)
    let glyph = fits ? cell.glyph : cell.width == 2 ? "\u{3000}" : "?"
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
    inks = [:]
    guard palette.usedDepth != .none, start_color() == OK else { return }
    let own: Int32 = use_default_colors() == OK ? -1 : 0
    for (number, ink) in Style.Ink.allCases.enumerated() {
      guard let color = palette.color(of: ink) else { continue }
      let pair = number + 1
      if init_extended_pair(Int32(pair), color, own) == OK { inks[ink] = Int16(pair) }
    }
  }

  /// Tells ncurses the size; false if it is the same as before.
  @discardableResult
  private func fitSize() -> Bool {
    let size = size
    guard size.rows != Int(cncurses_rows()) || size.columns != Int(cncurses_columns()) else {
      return false
    }
    resize_term(Int32(clamping: size.rows), Int32(clamping: size.columns))
    repaintAll()
    return true
  }

  // MARK: - Terminfo

  /// The colours of a terminal, entered or not.
  static func palette(environment: [String: String], device: TerminalDevice) -> Palette {
    let name = environment["TERM"] ?? "dumb"
    var palette = Palette(depth: depth(environment, terminfo: name, device: device))
    if palette.depth == .indexed, Palette.Depth.isTrueColor(environment) { palette.depth = .direct }
    palette.background = Background(environment: environment)
    return palette
  }

  private static func depth(
    _ environment: [String: String], terminfo name: String, device: TerminalDevice
  ) -> Palette.Depth {
    var code: Int32 = 0
    let isKnown = setupterm(name, device.output, &code) == OK
    return Palette.Depth(
      environment: environment, colors: isKnown ? Int(tigetnum("colors")) : 0)
  }

  /// The terminal's entry in terminfo: where `COLORTERM` says so, the one that takes any colour, such
  /// as `xterm-direct` instead of `xterm-256color`, if it is installed.
  private static func terminfoName(
    _ environment: [String: String], of kind: TerminalKind, device: TerminalDevice
  ) -> String {
    let name = environment["TERM"] ?? ""
    guard Palette.Depth.isTrueColor(environment), kind.readsColorSpaces else { return name }
    let stem =
      name == "xterm-kitty"
      ? "kitty" : name.hasSuffix("-256color") ? String(name.dropLast(9)) : name
    let direct = stem + "-direct"
    var code: Int32 = 0
    return setupterm(direct, device.output, &code) == OK && tigetnum("colors") > 256
      ? direct : name
  }

  /// Asks terminfo whether a screen is possible: `newterm` would not say why it is not.
  private static func checkTerminfo(
    _ environment: [String: String], device: TerminalDevice
  ) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .termUnset }
    var code: Int32 = 0
    guard setupterm(name, device.output, &code) == OK else { throw .termUnknown(name) }
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
