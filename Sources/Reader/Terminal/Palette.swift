/// Which colour each ink has.
///
/// The background stays the terminal's own, which may be dark or light. The 256-colour values have
/// a contrast of at least 3.5 to 1 with both black and white (WCAG's relative luminance), and blue,
/// orange and magenta stay apart for the colour-blind.
struct Palette: Hashable, Sendable {
  /// How many colours may be used.
  enum Depth: Hashable, Sendable {
    case none
    case eight
    case indexed
    case direct
  }

  var depth: Depth

  /// The foreground colour of an ink as the terminal numbers it; nil for the terminal's own.
  func color(of ink: Style.Ink) -> Int32? {
    switch depth {
    case .none: nil
    case .eight: Self.basic(ink)
    case .indexed: Self.indexed(ink).map { Int32($0.index) }
    case .direct: Self.indexed(ink).map { Int32($0.rgb) }
    }
  }

  /// The style that is drawn: where there are no colours, attributes tell the inks apart.
  func drawn(_ style: Style) -> Style {
    var drawn = style
    guard depth == .none else {
      if depth == .eight, Self.basic(style.ink) == 4 { drawn.isBold = true }
      return drawn
    }
    switch style.ink {
    case .plain: break
    case .title, .person: drawn.isBold = true
    case .muted: drawn.isDim = true
    case .place, .accent: drawn.isUnderlined = true
    case .organization:
      drawn.isBold = true
      drawn.isUnderlined = true
    case .alert:
      drawn.isBold = true
      drawn.isReversed.toggle()
    }
    return drawn
  }

  private static func indexed(_ ink: Style.Ink) -> (index: UInt8, rgb: UInt32)? {
    switch ink {
    case .plain, .title: nil
    case .muted: (243, 0x767676)
    case .person: (33, 0x0087FF)
    case .place: (166, 0xD75F00)
    case .organization: (164, 0xD700D7)
    case .accent: (30, 0x008787)
    case .alert: (160, 0xD70000)
    }
  }

  /// The eight colours of ECMA-48, 0 black to 7 white.
  ///
  /// Green, yellow and cyan cannot be read on white; blue can on black where bold makes it brighter
  /// (`drawn`).
  private static func basic(_ ink: Style.Ink) -> Int32? {
    switch ink {
    case .plain, .title, .muted: nil
    case .person, .accent: 4
    case .place, .alert: 1
    case .organization: 5
    }
  }
}

extension Palette.Depth {
  /// What a terminal allows.
  ///
  /// - Parameters:
  ///   - environment: `NO_COLOR` (https://no-color.org: present and not empty) takes colours away.
  ///   - colors: How many colours terminfo knows the terminal to have.
  init(environment: [String: String], colors: Int) {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false
      || environment["TERM"] == "dumb" || colors < 8
    {
      self = .none
    } else if colors > 256 {
      self = .direct
    } else if colors == 256 {
      self = .indexed
    } else {
      self = .eight
    }
  }
}
