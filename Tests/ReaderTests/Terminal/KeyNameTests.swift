import Testing

@testable import Reader

@Suite("Keys have names") struct KeyNameTests {
  @Test(
    "A name gives a key and the key the name",
    arguments: [
      "j", "G", "?", "-", "Space", "Enter", "Esc", "Tab", "Shift-Tab", "Ctrl-O", "Ctrl-]",
      "Ctrl-Space", "Ctrl--", "Alt-Left", "Ctrl-Right", "Alt-x", "PgDn", "Del", "F1", "F12", "ك",
      "Ctrl-Alt-Shift-Up",
    ])
  func roundTrip(name: String) {
    #expect(Key(name: name)?.name == name)
  }

  @Test("Names that a terminal cannot distinguish give one key")
  func synonyms() {
    #expect(Key(name: "Ctrl-I") == .tab)
    #expect(Key(name: "Ctrl-M") == .enter)
    #expect(Key(name: "Ctrl-[") == .escape)
    #expect(Key(name: "Ctrl-o") == .control("O"))
  }

  @Test("An unknown name gives no key", arguments: ["", "Ctrl-", "Hyper-x", "jj", "F0", "F99"])
  func unknown(name: String) {
    #expect(Key(name: name) == nil)
  }
}
