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
    #expect(Palette.Depth(environment: [:], colors: 1 << 24) == .direct)
  }

  @Test("The kinds of names differ", arguments: [Palette.Depth.none, .eight, .indexed, .direct])
  func kinds(depth: Palette.Depth) {
    let palette = Palette(depth: depth)
    let looks = [Style.Ink.plain, .person, .place, .organization].map { ink in
      var drawn = palette.drawn(Style(ink: ink))
      drawn.ink = .plain
      return "\(drawn) \(String(describing: palette.color(of: ink)))"
    }
    #expect(Set(looks).count == looks.count)
  }
}
