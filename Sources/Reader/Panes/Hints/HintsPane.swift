import Model

/// Letters on the names on screen, one of which is typed.
struct HintsPane: Sendable {
  /// What a label leads to.
  enum Target: Hashable, Sendable {
    /// A mention in the text, by its index.
    case mention(Int)
    /// A row of the panel of names.
    case name(Int)
  }

  /// The label of each name.
  let labels: [Target: String]
  /// What has been typed of a label.
  var typed = ""

  /// The letters of labels, the easiest to reach first.
  static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// Gives each target a label: one letter as long as there are letters enough, then two.
  ///
  /// The last letters begin the labels of two, so that no label begins another.
  init(_ targets: [Target]) {
    let letters = Self.letters
    let beyond = max(0, targets.count - letters.count)
    // Each letter that begins labels of two gives as many as there are letters, and takes one.
    let firsts = min(letters.count, (beyond + letters.count - 2) / (letters.count - 1))
    let singles = letters.dropLast(firsts).map { String($0) }
    let pairs = letters.suffix(firsts).flatMap { first in letters.map { String([first, $0]) } }
    labels = Dictionary(uniqueKeysWithValues: zip(targets, singles + pairs))
  }

  /// The target whose label is `typed`, and whether some label starts with it.
  func lookUp(_ typed: String) -> (target: Target?, isPrefix: Bool) {
    let wanted = typed.lowercased()
    return (
      labels.first { $0.value == wanted }?.key, labels.values.contains { $0.hasPrefix(wanted) }
    )
  }
}

extension HintsPane: FootPane {
  var contexts: [KeyContext] { [.letter] }

  func foot(in state: State, columns: Int) -> Grid? {
    .remark(
      "a letter selects a name, a capital goes to its next mention  \(typed)", columns: columns)
  }

  func labels(on reading: Reading, in state: State) -> [(position: Int, text: String)] {
    guard reading.content.summary.id == state.reading?.content.summary.id else { return [] }
    let top = reading.layout.position(ofRow: reading.top)
    return labels.compactMap { target, label in
      guard case .mention(let index) = target, label.hasPrefix(typed.lowercased()) else {
        return nil
      }
      return (max(top, reading.content.mentions[index].mention.range.lowerBound), label)
    }
  }

  func label(onName row: Int) -> String? {
    labels[.name(row)].flatMap { $0.hasPrefix(typed.lowercased()) ? $0 : nil }
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    state[HintsPane.self] = nil
    return []
  }

  func type(_ key: Key, in state: inout State) -> [Effect]? {
    state[HintsPane.self] = nil
    guard let letter = key.typed.map(Character.init) else { return [] }
    var pane = self
    pane.typed.append(letter)
    let (target, isPrefix) = pane.lookUp(pane.typed)
    guard let target else {
      if isPrefix { state.push(pane) }
      return []
    }
    let goesOn = letter.isUppercase
    switch target {
    case .mention(let index): return follow(mention: index, goesOn: goesOn, in: &state)
    case .name(let row):
      for pane in state.panes {
        if let effects = pane.take(hint: row, goesOn: goesOn, in: &state) { return effects }
      }
      return []
    }
  }

  private func follow(mention index: Int, goesOn: Bool, in state: inout State) -> [Effect] {
    guard let reading = state.reading else { return [] }
    let mention = reading.content.mentions[index]
    if goesOn { return state.jump(to: mention.entity, after: mention.mention.range.lowerBound) }
    state.leavePlace()
    state.selection = .entity(mention.entity)
    state.showInText(mention.mention.range.lowerBound)
    return state.focus(.text) + state.run(.selectName)
  }

  static func serve(_ call: CommandCall, in state: inout State) -> [Effect]? {
    guard call.command == .hints else { return nil }
    let targets = targets(in: state)
    guard !targets.isEmpty else {
      state.notice = Notice(text: "No names on screen")
      return []
    }
    state.push(HintsPane(targets))
    return []
  }

  /// The names on screen: first those in the text from the top, then those of the panel.
  private static func targets(in state: State) -> [Target] {
    guard let reading = state.reading else { return [] }
    let shown = state.arrangement.widths(columns: state.size.columns).map(\.slot)
    var targets: [Target] = []
    if shown.contains(.text) {
      for row in reading.top..<min(reading.layout.rows.count, reading.top + state.textHeight) {
        guard let range = reading.layout.range(ofRow: row) else { continue }
        var index = reading.content.firstMention(from: range.lowerBound)
        while index < reading.content.mentions.count,
          reading.content.mentions[index].mention.range.lowerBound < range.upperBound
        {
          if targets.last != .mention(index) { targets.append(.mention(index)) }
          index += 1
        }
      }
    }
    if shown.contains(.names) {
      targets += state.panes.flatMap { $0.namesOnScreen(in: state) }.map(Target.name)
    }
    return targets
  }
}
