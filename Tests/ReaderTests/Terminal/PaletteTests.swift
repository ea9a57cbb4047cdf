import Testing

@testable import Reader

@Suite("Names are distinguished with and without colours") struct PaletteTests {
  @Test("NO_COLOR, TERM=dumb and poor terminals have none")
  func depth() {
    #expect(Palette.Depth(environment: ["TERM": "xterm"], colors: 256) == .indexed)
    #expect(Palette.Depth(environment: ["NO_COLOR": "1"], colors: 256) == .none)
    #expect(Palette.Depth(environment: ["NO_COLOR": ""], colors: 256) == .indexed)
    #expect(Palette.Depth(environment: ["TERM": "dumb"], colors: 8) == .none)
    #expect(Palette.Depth(environment: [:], colors: -1) == .none)
    #expect(Palette.Depth(environment: [:], colors: 8) == .eight)
    #expect(Palette.Depth(environment: [:], colors: 16) == .sixteen)
    #expect(Palette.Depth(environment: [:], colors: 1 << 24) == .direct)
  }

  @Test(
    "The kinds of names differ",
    arguments: [Palette.Depth.none, .eight, .sixteen, .indexed, .direct], ColorTheme.allCases)
  func kinds(depth: Palette.Depth, theme: ColorTheme) {
    for background in [Background.dark, .light, nil] {
      let palette = Palette(depth: depth, theme: theme, background: background)
      let looks = [Style.Ink.plain, .person, .place, .organization].map { ink in
        var drawn = palette.drawn(Style(ink: ink))
        drawn.ink = .plain
        return "\(drawn) \(String(describing: palette.color(of: ink)))"
      }
      #expect(Set(looks).count == looks.count)
    }
  }

  @Test("Every colour has a contrast of 4.5 with its background", arguments: ColorTheme.allCases)
  func contrast(theme: ColorTheme) {
    let (dark, light): ([UInt32], [UInt32]) = ([0x000000, 0x232627], [0xFFFFFF, 0xFDF6E3])
    for background in [Background.dark, .light, nil] {
      let palette = Palette(depth: .direct, theme: theme, background: background)
      let behind: [UInt32] =
        switch palette.shade {
        case .dark?: dark
        case .light?: light
        case nil: [0x000000, 0xFFFFFF]
        }
      let wanted = theme == .highContrast ? 6.9 : 4.5
      for ink in Style.Ink.allCases {
        guard let color = palette.rgb(of: ink) else { continue }
        for other in behind {
          #expect(Contrast.ratio(color, other) >= wanted, "\(theme) \(ink) on \(other)")
        }
      }
    }
  }

  @Test("Without the difference of red and green, the kinds still differ in brightness")
  func colourBlind() {
    for background in [Background.dark, .light] {
      let palette = Palette(depth: .direct, theme: .colourBlind, background: background)
      let colors = [Style.Ink.person, .place, .organization].compactMap { palette.rgb(of: $0) }
      for (number, color) in colors.enumerated() {
        for other in colors[..<number] { #expect(Contrast.ratio(color, other) >= 1.25) }
      }
    }
  }

  @Test("The ratio is WCAG's")
  func ratio() {
    #expect(Contrast.ratio(0, 0xFFFFFF) == 21)
    #expect(abs(Contrast.ratio(0x767676, 0xFFFFFF) - 4.54) < 0.01)
  }

  @Test("A background is known from OSC 11 or COLORFGBG, and from nothing else")
  func background() {
    #expect(Background(answer: "rgb:0000/0000/0000") == .dark)
    #expect(Background(answer: "rgb:2323/2626/2727") == .dark)
    #expect(Background(answer: "rgb:fd/f6/e3") == .light)
    #expect(Background(answer: "rgba:ffff/ffff/ffff/ffff") == .light)
    for answer in ["", "rgb:", "rgb:0/0", "rgb:zz/zz/zz", "cmyk:0/0/0", "rgb:00000/0/0"] {
      #expect(Background(answer: answer) == nil)
    }
    #expect(Background(environment: ["COLORFGBG": "15;0"]) == .dark)
    #expect(Background(environment: ["COLORFGBG": "0;default;15"]) == .light)
    #expect(Background(environment: [:]) == nil)
  }

  @Test("The answer is found among keys, which stay keys")
  func answer() {
    let replies = TerminalReplies(Array("j\u{1B}]11;rgb:ffff/ffff/ffff\u{7}k\u{1B}[?62cl".utf8))
    #expect(replies.background == .light)
    #expect(replies.typed == Array("jkl".utf8))
    #expect(replies.primary == "62")
  }

  @Test("A title holds nothing that a terminal would obey")
  func title() {
    let title = WindowTitle(environment: ["TERM": "xterm-256color"])
    #expect(
      title.sequence(for: "a\u{1B}]0;b\u{7}\u{202E}c\n\u{9C}d") == "\u{1B}]2;a]0;bcd\u{7}")
    #expect(WindowTitle(environment: ["TERM": "linux"]).sequence(for: "a").isEmpty)
  }
}

extension Contrast {
  /// The relative luminance of a colour written as 0xRRGGBB.
  private static func luminance(_ color: UInt32) -> Double {
    luminance(
      Double(color >> 16 & 0xFF) / 255, Double(color >> 8 & 0xFF) / 255,
      Double(color & 0xFF) / 255)
  }

  /// The contrast ratio of two colours, from 1 to 21.
  fileprivate static func ratio(_ first: UInt32, _ second: UInt32) -> Double {
    let (first, second) = (luminance(first), luminance(second))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }
}
