import Model

/// How text is set: vowel signs, digits, direction.
extension State {
  mutating func set(_ command: Command) -> [Effect] {
    switch command {
    case .tashkeel:
      hasChosenTashkeel = true
      layoutOptions.showTashkeel.toggle()
      notice = Notice(
        text: layoutOptions.showTashkeel ? "Vowel signs are shown" : "Vowel signs are hidden")
    case .digits:
      let all = LayoutOptions.Digits.allCases
      let index = all.firstIndex(of: layoutOptions.digits) ?? 0
      layoutOptions.digits = all[(index + 1) % all.count]
      notice = Notice(text: Self.description(of: layoutOptions.digits))
    default:
      guard let article = reading?.content.summary.id else { return [] }
      let next: TextDirection? =
        switch textSetting.direction {
        case nil: .rightToLeft
        case .rightToLeft?: .leftToRight
        case .leftToRight?: nil
        }
      force(next, for: .article(article))
    }
    return layOutAnew()
  }

  /// Hides vowel signs where the terminal cannot draw them, unless the reader said otherwise.
  mutating func take(drawsTashkeel: Bool) -> [Effect] {
    terminalDrawsTashkeel = drawsTashkeel
    guard !hasChosenTashkeel else { return [] }
    layoutOptions.showTashkeel = drawsTashkeel
    return layOutAnew()
  }

  /// `:direction rtl`, `ltr` or `auto`, for the article or, with `source`, for all of its source.
  mutating func setDirection(_ words: ArraySlice<String>) -> [Effect] {
    guard let summary = reading?.content.summary, let word = words.first else { return [] }
    guard word == "auto" || TextDirection(rawValue: word) != nil else {
      notice = Notice(text: "A direction is rtl, ltr or auto, not \(word)", tone: .alert)
      return []
    }
    guard words.dropFirst().first == "source" else {
      force(TextDirection(rawValue: word), for: .article(summary.id))
      return layOutAnew()
    }
    guard let source = summary.source else {
      notice = Notice(text: "The article states no source", tone: .alert)
      return []
    }
    directions[.article(summary.id)] = nil
    force(TextDirection(rawValue: word), for: .source(source))
    return layOutAnew()
  }

  private mutating func force(_ direction: TextDirection?, for scope: DirectionScope) {
    directions[scope] = direction
    switch direction {
    case .rightToLeft?: notice = Notice(text: "Every paragraph is set right to left")
    case .leftToRight?: notice = Notice(text: "Every paragraph is set left to right")
    case nil: notice = Notice(text: "Each paragraph has its own direction")
    }
  }

  private static func description(of digits: LayoutOptions.Digits) -> String {
    switch digits {
    case .asWritten: return "Digits as they are written"
    case .latin: return "All digits as 0123456789"
    case .arabic: return "Digits in right-to-left text as \u{660}\u{661}\u{662}\u{663}"
    }
  }
}
