import Model

/// A pane that is nothing but the line at the foot of the screen.
protocol FootPane: Pane {}

extension FootPane {
  func position(in state: State) -> PanePosition? { .line }
  func title(in state: State, width: Int) -> String { "" }
  func grid(in state: State, size: GridSize) -> Grid {
    Grid(size: GridSize(rows: 0, columns: size.columns))
  }
}

/// A pane into which a line of text is typed.
protocol LinePane: Pane {
  /// What is typed.
  var input: InputLine { get set }
  /// Takes note that the line has changed.
  func edited(in state: inout State) -> [Effect]
  /// Closes the pane without doing what the line says.
  func cancel(in state: inout State) -> [Effect]
}

extension LinePane {
  /// Carries out a command that edits the line; `nil` where the command does something else.
  func edit(_ command: Command, in state: inout State) -> [Effect]? {
    if command == .deleteLeft, input.text.isEmpty { return cancel(in: &state) }
    var pane = self
    guard pane.input.run(command) else { return nil }
    return put(pane, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect]? {
    key.typed.map { paste(String($0), in: &state) } ?? []
  }

  func paste(_ text: String, in state: inout State) -> [Effect] {
    var pane = self
    pane.input.insert(text)
    return put(pane, in: &state)
  }

  private func put(_ pane: Self, in state: inout State) -> [Effect] {
    state[Self.self] = pane
    return pane.input.text == input.text ? [] : pane.edited(in: &state)
  }
}

/// The lines typed earlier, and how far back among them the present line is.
struct LineHistory: Hashable, Sendable {
  /// How many lines are kept.
  static let limit = 500

  /// The lines, oldest first.
  private(set) var lines: [String] = []
  /// How far back the line shown is; 0 is the line being typed.
  private(set) var recalled = 0

  /// Adds a line that was carried out.
  mutating func append(_ line: String) {
    recalled = 0
    guard lines.last != line else { return }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
  }

  /// Goes back to the line being typed.
  mutating func reset() { recalled = 0 }

  /// The line that lies `step` further back; an empty one in front of the newest.
  mutating func recall(by step: Int) -> InputLine {
    recalled = min(max(0, recalled + step), lines.count)
    let index = lines.count - recalled
    return InputLine(lines.indices.contains(index) ? lines[index] : "")
  }
}

extension Grid {
  /// A prompt with what is typed after it, the cursor where the next character goes, and a remark at
  /// the end where that leaves at least half of the line.
  static func line(
    _ prompt: String, _ input: InputLine, columns: Int, remark: String? = nil
  ) -> Grid {
    var grid = Grid(size: GridSize(rows: 1, columns: columns))
    grid.write(prompt, row: 0, width: 1, style: Style(ink: .accent, isBold: true))
    var room = max(1, columns - 2)
    if let remark, 2 * (remark.count + 2) <= room {
      room -= remark.count + 2
      grid.write(
        remark, row: 0, column: columns - remark.count - 1, width: remark.count,
        style: Style(ink: .alert))
    }
    let before = TextLayout.singleLine(
      ScalarText(input.textBeforeCursor), width: .max, direction: .leftToRight)
    let all = TextLayout.singleLine(ScalarText(input.text), width: .max, direction: .leftToRight)
    let position = input.textBeforeCursor.unicodeScalars.count
    let cursor = cursorColumn(in: all, at: position, default: before.width)
    let hidden = max(0, cursor - room + 1)
    var column = 0
    let shown = all.cells.drop { cell in
      defer { column += Int(cell.width) }
      return column < hidden
    }
    grid.put(shown, row: 0, column: 1, limit: room) { _ in .plain }
    grid.cursor = Position(row: 0, column: 1 + cursor - hidden)
    return grid
  }

  /// The column at which the next character will show: after the one before it, in the direction
  /// that one runs.
  private static func cursorColumn(
    in line: LayoutLine, at position: Int, default width: Int
  ) -> Int {
    guard position > 0 else { return 0 }
    var column = 0
    for cell in line.cells {
      if cell.source.contains(position - 1) {
        return cell.level % 2 == 1 ? column : column + Int(cell.width)
      }
      column += Int(cell.width)
    }
    return width
  }

  /// A line at the foot of the screen with a remark.
  static func remark(_ text: String, columns: Int) -> Grid {
    var grid = Grid(size: GridSize(rows: 1, columns: columns))
    grid.write(text, row: 0, column: 1, width: columns - 1)
    return grid
  }
}
