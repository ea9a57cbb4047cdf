import Model

/// How a cell of the screen looks; what colour an ink is, the terminal side decides.
struct Style: Hashable, Sendable {
  /// What a cell is coloured for.
  enum Ink: UInt8, Hashable, Sendable, CaseIterable {
    case plain
    case title
    case muted
    case person
    case place
    case organization
    case accent
    case alert
  }

  /// What it is coloured for.
  var ink: Ink = .plain
  /// Drawn bold.
  var isBold = false
  /// Drawn underlined.
  var isUnderlined = false
  /// Drawn with foreground and background exchanged.
  var isReversed = false
  /// Drawn faint.
  var isDim = false

  /// Text without any distinction.
  static let plain = Style()
}

extension EntityKind {
  /// The ink in which names of this kind are drawn.
  var ink: Style.Ink {
    switch self {
    case .person: return .person
    case .place: return .place
    case .organization: return .organization
    }
  }

  /// The heading of the kind in the panel of names.
  var heading: String {
    switch self {
    case .person: return "People"
    case .place: return "Places"
    case .organization: return "Organizations"
    }
  }
}
