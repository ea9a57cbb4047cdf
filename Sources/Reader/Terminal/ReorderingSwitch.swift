/// What switches a terminal's own reordering off while the screen is shown, and on again.
struct ReorderingSwitch: Hashable, Sendable {
  /// Sent after the screen is entered and before it is cleared.
  let off: String
  /// Sent before the screen is left.
  let on: String
  /// Sent past tmux to a terminal that it does not show any more; the same as `on` elsewhere.
  let onDirectly: String
  /// Whether tmux has to be told to let it through.
  let needsPassthrough: Bool

  // BDSM, and SCP with the direction of the lines ("BiDi in Terminal Emulators").
  private static let explicit = "\u{1B}[8l"
  private static let implicit = "\u{1B}[8h"
  private static let leftToRight = "\u{1B}[1 k"
  private static let defaultDirection = "\u{1B}[0 k"

  init(identity: TerminalIdentity, mode: BidiMode) {
    var off: [String] = []
    var on: [String] = []
    var rows: ClosedRange<Int>?
    switch (mode, identity.kind) {
    case (.explicit, .mlterm):
      off = ["\u{1B}]5379;use_ctl=false\u{7}"]
      on = ["\u{1B}]5379;use_ctl=true\u{7}"]
    case (.explicit, .mintty):
      off = [Self.explicit, Self.leftToRight, "\u{1B}[?77096h"]
      on = ["\u{1B}[?77096l", Self.implicit, Self.defaultDirection]
    case (.explicit, _):
      off = [Self.explicit, Self.leftToRight]
      on = [Self.implicit, Self.defaultDirection]
      rows = identity.rowsBehindMultiplexer
    case (.visual, .unknown) where identity.source != .nothing:
      // It does no harm where it is unknown.
      off = [Self.explicit]
      on = [Self.implicit]
    default:
      break
    }
    if let rows {
      // No clear reaches the terminal through a multiplexer, and the mode belongs to the line
      // (VTE): it changes where the cursor stands in its first column.
      off = Self.onRows(rows, Self.explicit)
      on = Self.onRows(rows, Self.implicit)
      onDirectly = Self.implicit
    } else {
      onDirectly = on.joined()
    }
    let isDetached = identity.multiplexer == .tmux(nil)
    self.off = isDetached ? "" : identity.multiplexer.wrap(off)
    self.on = isDetached ? "" : identity.multiplexer.wrap(on)
    if case .tmux(_?) = identity.multiplexer {
      needsPassthrough = !off.isEmpty
    } else {
      needsPassthrough = false
    }
  }

  private static func onRows(_ rows: ClosedRange<Int>, _ sequence: String) -> [String] {
    ["\u{1B}7"] + rows.map { "\u{1B}[\($0);1H" + sequence } + ["\u{1B}8"]
  }
}

extension TerminalIdentity {
  /// The rows of the terminal's screen that the program has there; nil where it has it all.
  fileprivate var rowsBehindMultiplexer: ClosedRange<Int>? {
    switch multiplexer {
    case .none: nil
    case .tmux(let client): client?.rows
    // screen says nothing of its layout.
    case .screen: 1...200
    }
  }
}
