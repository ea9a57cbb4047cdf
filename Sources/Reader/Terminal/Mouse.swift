/// What the mouse did, as the terminal reports it in SGR (mode 1006).
struct MouseEvent: Hashable, Sendable {
  /// What was done.
  enum Action: Hashable, Sendable {
    /// The left button was pressed; `isDouble` where it was pressed there just before.
    case press(isDouble: Bool)
    /// The mouse was moved with the left button down.
    case drag
    case wheelUp
    case wheelDown
  }

  /// What was done.
  var action: Action
  /// The row of the screen, from 0.
  var row: Int
  /// The column of the screen, from 0.
  var column: Int

  /// What switches reports on: presses, the wheel and, where the terminal knows that, drags, in SGR.
  static let on = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  /// What switches them off again.
  static let off = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// How soon a second press makes a double click, in milliseconds.
  static let doubleClickTime = 400.0

  init(_ action: Action, row: Int, column: Int) {
    self.action = action
    self.row = row
    self.column = column
  }

  /// Reads the parameters of a report and its final byte; nil for what means nothing here.
  init?(parameters: [Int], final: UInt8) {
    guard parameters.count == 3, final == UInt8(ascii: "M"), parameters[1] > 0, parameters[2] > 0
    else { return nil }
    // Shift 4, Alt 8 and Ctrl 16 make no difference.
    let action: Action
    switch parameters[0] & ~0b1_1100 {
    case 0: action = .press(isDouble: false)
    case 32: action = .drag
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return nil
    }
    self.init(action, row: parameters[2] - 1, column: parameters[1] - 1)
  }
}
