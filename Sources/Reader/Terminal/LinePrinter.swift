/// Turns rows of cells into lines of text for a terminal that is not entered, as `reader show`
/// prints them.
struct LinePrinter: Sendable {
  /// How cells are sent.
  let output: any OutputMode
  /// Which colours and attributes are used; nil for text alone.
  let palette: Palette?
  /// What goes before the first line and after the last.
  private let prologue: String
  private let epilogue: String

  /// Prints to standard output: as the terminal needs it that it is, or logical text elsewhere.
  static func standard(bidi: BidiMode, environment: [String: String]) -> LinePrinter {
    guard let device = TerminalDevice.standard() else {
      return LinePrinter(mode: bidi == .auto ? .logical : bidi)
    }
    return LinePrinter(
      profile: .current(wanted: bidi, environment: environment, device: device),
      palette: TerminalSession.palette(environment: environment, device: device))
  }

  /// Prints as a terminal needs it.
  ///
  /// - Parameters:
  ///   - profile: The terminal.
  ///   - palette: The colours; `nil` if the text does not go to a terminal.
  init(profile: TerminalProfile, palette: Palette?) {
    output = Self.output(profile.identity, profile.lineMode)
    self.palette = palette
    let isExplicit = profile.lineMode == .explicit
    let lines = ReorderingSwitch(identity: profile.identity, mode: profile.lineMode)
    prologue = isExplicit ? lines.off : ""
    epilogue = isExplicit ? lines.on : ""
  }

  /// Prints text in a mode, for what is no terminal.
  init(mode: BidiMode) {
    output = Self.output(TerminalIdentity(), mode)
    palette = nil
    prologue = ""
    epilogue = ""
  }

  /// A printed line may be longer than its cells, a row of the screen may not.
  private static func output(_ identity: TerminalIdentity, _ mode: BidiMode) -> any OutputMode {
    mode == .logical ? LogicalOutput(expandsLamAlef: true) : identity.output(mode)
  }

  /// The lines, each with its line end; blanks at the ends of lines are left out.
  func text(of rows: some Sequence<ArraySlice<GridCell>>) -> String {
    rows.reduce(into: prologue) { $0 += line($1) + "\n" } + epilogue
  }

  private func line(_ row: ArraySlice<GridCell>) -> String {
    var cells = output.output(for: row).cells.filter { $0.width > 0 }
    while let last = cells.last, last.glyph == " ", last.marks.isEmpty,
      !last.style.isReversed, !last.style.isUnderlined
    {
      cells.removeLast()
    }
    var line = ""
    var style = Style.plain
    for cell in cells {
      if let palette, cell.style != style {
        line += Self.selection(palette.drawn(cell.style), palette)
        style = cell.style
      }
      line.unicodeScalars.append(cell.glyph)
      line.unicodeScalars.append(contentsOf: cell.marks.scalars)
    }
    return style == .plain ? line : line + "\u{1B}[m"
  }

  /// SGR: everything off, then what the style has.
  private static func selection(_ style: Style, _ palette: Palette) -> String {
    var codes = ["0"]
    if style.isBold { codes.append("1") }
    if style.isDim { codes.append("2") }
    if style.isUnderlined { codes.append("4") }
    if style.isReversed { codes.append("7") }
    if let color = palette.color(of: style.ink) {
      switch palette.depth {
      case .none: break
      case .eight, .sixteen: codes.append("\(color < 8 ? 30 + color : 82 + color)")
      case .indexed: codes += ["38", "5", "\(color)"]
      case .direct:
        codes += ["38", "2", "\(color >> 16 & 0xFF)", "\(color >> 8 & 0xFF)", "\(color & 0xFF)"]
      }
    }
    return codes == ["0"] ? "\u{1B}[m" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
