import Model

/// How text is set: vowel signs, digits, direction.
extension TextPane {
  /// Shows or hides vowel signs, or goes on to the next way to write digits.
  static func set(_ command: Command, in state: inout State) -> [Effect] {
    switch command {
    case .tashkeel:
      let shows = !state.layoutOptions.showTashkeel
      state.settings.tashkeel = shows ? .show : .hide
      state.notice = Notice(text: shows ? "Vowel signs are shown" : "Vowel signs are hidden")
    default:
      let all = LayoutOptions.Digits.allCases
      let index = all.firstIndex(of: state.settings.digits) ?? 0
      state.settings.digits = all[(index + 1) % all.count]
      state.notice = Notice(text: description(of: state.settings.digits))
    }
    state.applySettings()
    return state.layOutAgain()
  }

  /// Forces a direction on the article or, with `source`, on all articles of its source: `rtl`,
  /// `ltr` or `auto`; without words the next of the three.
  static func setDirection(_ words: String?, in state: inout State) -> [Effect] {
    guard let summary = state.reading?.content.summary else { return [] }
    let words = words?.split(separator: " ") ?? []
    guard let word = words.first else {
      let next: TextDirection? =
        switch state.textSetting.direction {
        case nil: .rightToLeft
        case .rightToLeft?: .leftToRight
        case .leftToRight?: nil
        }
      force(next, for: .article(summary.id), in: &state)
      return state.layOutAgain()
    }
    let direction = TextDirection(rawValue: String(word))
    guard word == "auto" || direction != nil else {
      state.notice = Notice(text: "A direction is rtl, ltr or auto, not \(word)", tone: .alert)
      return []
    }
    guard words.dropFirst().first == "source" else {
      force(direction, for: .article(summary.id), in: &state)
      return state.layOutAgain()
    }
    guard let source = summary.source else {
      state.notice = Notice(text: "The article states no source", tone: .alert)
      return []
    }
    state.directions[.article(summary.id)] = nil
    force(direction, for: .source(source), in: &state)
    return state.layOutAgain()
  }

  private static func force(
    _ direction: TextDirection?, for scope: DirectionScope, in state: inout State
  ) {
    state.directions[scope] = direction
    switch direction {
    case .rightToLeft?: state.notice = Notice(text: "Every paragraph is set right to left")
    case .leftToRight?: state.notice = Notice(text: "Every paragraph is set left to right")
    case nil: state.notice = Notice(text: "Each paragraph has its own direction")
    }
  }

  private static func description(of digits: LayoutOptions.Digits) -> String {
    switch digits {
    case .asWritten: "Digits as they are written"
    case .latin: "All digits as 0123456789"
    case .arabic: "Digits in right-to-left text as \u{660}\u{661}\u{662}\u{663}"
    }
  }
}
