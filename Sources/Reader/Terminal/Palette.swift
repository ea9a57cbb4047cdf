/// Which colour each ink has.
///
/// The background stays the terminal's own. Every colour has a contrast of at least 4.5 to 1 (WCAG's
/// relative luminance): those for a dark background with black and #232627, those for a light one
/// with white and #fdf6e3, and those for an unknown one with black and white.
struct Palette: Hashable, Sendable {
  /// How many colours may be used.
  enum Depth: Hashable, Sendable {
    case none
    case eight
    case sixteen
    case indexed
    case direct
  }

  /// How many colours the terminal has.
  var depth: Depth
  /// The colours chosen.
  var theme = ColorTheme.colour
  /// What the terminal's background is like, where that is known.
  var background: Background?

  /// The foreground colour of an ink as the terminal numbers it; nil for the terminal's own.
  func color(of ink: Style.Ink) -> Int32? {
    switch usedDepth {
    case .none: nil
    case .eight: basic(ink)
    case .sixteen: shade == .dark ? basic(ink).map { $0 + 8 } : basic(ink)
    case .indexed: index(of: ink).map { Int32($0) }
    case .direct: rgb(of: ink).map { Int32($0) }
    }
  }

  /// The red, green and blue of an ink as 0xRRGGBB; nil for the terminal's own.
  func rgb(of ink: Style.Ink) -> UInt32? { index(of: ink).map(Self.rgb) }

  /// How many colours are used.
  var usedDepth: Depth { theme == .plain ? .none : depth }

  /// The background that the colours are for; nil for either.
  var shade: Background? {
    switch theme {
    case .dark: .dark
    case .light: .light
    case .highContrast, .colourBlind: background ?? .dark
    case .colour, .plain: background
    }
  }

  /// The style that is drawn: where there are no colours, attributes tell the inks apart.
  func drawn(_ style: Style) -> Style {
    var drawn = style
    guard usedDepth == .none else {
      // Blue can be read on black where bold makes it brighter.
      if usedDepth == .eight, color(of: style.ink) == 4 { drawn.isBold = true }
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

  /// The number of an ink's colour among xterm's 256.
  private func index(of ink: Style.Ink) -> UInt8? {
    switch (theme, shade) {
    case (.highContrast, .light): Self.pick(ink, 238, 18, 52, 53, 23, 88)
    case (.highContrast, _): Self.pick(ink, 252, 117, 222, 219, 123, 217)
    case (.colourBlind, .light): Self.pick(ink, 241, 18, 94, 90, 24, 88)
    case (.colourBlind, _): Self.pick(ink, 247, 69, 220, 176, 117, 215)
    case (_, .dark): Self.pick(ink, 247, 75, 215, 177, 80, 210)
    case (_, .light): Self.pick(ink, 241, 25, 94, 127, 23, 124)
    case (_, nil): Self.pick(ink, 243, 63, 131, 163, 29, 131)
    }
  }

  /// The colour of an ink among those of a theme.
  private static func pick(
    _ ink: Style.Ink, _ muted: UInt8, _ person: UInt8, _ place: UInt8, _ organization: UInt8,
    _ accent: UInt8, _ alert: UInt8
  ) -> UInt8? {
    switch ink {
    case .plain, .title: nil
    case .muted: muted
    case .person: person
    case .place: place
    case .organization: organization
    case .accent: accent
    case .alert: alert
    }
  }

  /// A colour of xterm's cube (16 to 231) or of its greys (from 232 on).
  private static func rgb(_ index: UInt8) -> UInt32 {
    let index = UInt32(index)
    guard index < 232 else { return (8 + 10 * (index - 232)) * 0x1_01_01 }
    let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
    let place = Int(index) - 16
    return levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6]
  }

  /// The eight colours of ECMA-48, 0 black to 7 white.
  ///
  /// Green, yellow and cyan cannot be read on white, and blue is hard to read on black.
  private func basic(_ ink: Style.Ink) -> Int32? {
    let isDark = shade == .dark
    return switch ink {
    case .plain, .title, .muted: nil
    case .person, .accent: isDark ? 6 : 4
    case .place: isDark ? 3 : 1
    case .alert: 1
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
      self = colors >= 16 ? .sixteen : .eight
    }
  }

  /// Whether the environment says that the terminal takes any colour.
  static func isTrueColor(_ environment: [String: String]) -> Bool {
    ["truecolor", "24bit"].contains(environment["COLORTERM"])
  }
}
