import Testing

@testable import Reader

@Suite("Bytes of the terminal become keys") struct KeyDecoderTests {
  private func keys(_ text: String) -> [String] {
    var decoder = KeyDecoder()
    return names(decoder.feed(text.utf8) + decoder.giveUp())
  }

  private func names(_ inputs: [KeyDecoder.Input]) -> [String] {
    inputs.map {
      switch $0 {
      case .key(let key): key.name
      case .mouse(let mouse): "<mouse \(mouse.row) \(mouse.column)>"
      case .paste(let text): "<\(text)>"
      case .brokenPaste: "<broken>"
      }
    }
  }

  @Test(
    "Sequences of xterm, rxvt, the Linux console",
    arguments: [
      ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[1;3D", "Alt-Left"),
      ("\u{1B}\u{1B}[D", "Alt-Left"), ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}Oc", "Ctrl-Right"),
      ("\u{1B}[a", "Shift-Up"), ("\u{1B}[1;2B", "Shift-Down"), ("\u{1B}[H", "Home"),
      ("\u{1B}[1~", "Home"), ("\u{1B}[7~", "Home"), ("\u{1B}OF", "End"), ("\u{1B}[8~", "End"),
      ("\u{1B}[5~", "PgUp"), ("\u{1B}[6;5~", "Ctrl-PgDn"), ("\u{1B}[3~", "Del"),
      ("\u{1B}[Z", "Shift-Tab"), ("\u{1B}[[A", "F1"), ("\u{1B}OP", "F1"), ("\u{1B}[15~", "F5"),
      ("\u{1B}[24~", "F12"), ("\u{1B}[1;2R", "Shift-F3"), ("\u{1B}OM", "Enter"),
    ])
  func sequences(bytes: String, name: String) {
    #expect(keys(bytes) == [name])
  }

  @Test("Characters and control characters")
  func characters() {
    #expect(keys("jG /") == ["j", "G", "Space", "/"])
    #expect(keys("\r\n\t\u{7F}\u{8}") == ["Enter", "Enter", "Tab", "Backspace", "Backspace"])
    #expect(keys("\u{F}\u{1A}\u{0}\u{1C}") == ["Ctrl-O", "Ctrl-Z", "Ctrl-Space", "Ctrl-\\"])
    #expect(keys("الكاظمي") == "الكاظمي".unicodeScalars.map(String.init))
    #expect(keys("\u{1B}x\u{1B}ك") == ["Alt-x", "Alt-ك"])
  }

  @Test("A character cut in two is put together, a broken one is dropped")
  func brokenUTF8() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xD8]) == [])
    #expect(decoder.patience == .sequence)
    #expect(names(decoder.feed([0xA7, 0x61])) == ["ا", "a"])
    #expect(names(decoder.feed([0xD8, 0x61, 0xFF, 0xE0, 0x80, 0x80, 0x62])) == ["a", "b"])
    #expect(names(decoder.feed([0xC2, 0x9B, 0x63])) == ["c"])
  }

  @Test("Esc is a key of its own when nothing follows in time")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.patience == .key)
    #expect(names(decoder.giveUp()) == ["Esc"])
    #expect(decoder.patience == .none)
    #expect(keys("\u{1B}[") == ["Alt-["])
    #expect(keys("\u{1B}\u{1B}") == ["Esc", "Esc"])
    #expect(keys("\u{1B}\u{1B}j") == ["Esc", "Alt-j"])
  }

  @Test(
    "Answers of the terminal are not keys, however late",
    arguments: [
      "\u{1B}[?62;c", "\u{1B}[>65;7006;1c", "\u{1B}[?8;1$y", "\u{1B}[8;2$y", "\u{1B}[12;40R",
      "\u{1B}P>|VTE(8001)\u{1B}\\", "\u{1B}P!|7E565445\u{1B}\\", "\u{1B}P1+r544E=6D\u{1B}\\",
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}[I",
      "\u{1B}[99999999999999999999999999~",
    ])
  func answers(bytes: String) {
    #expect(keys("a" + bytes + "b") == ["a", "b"])
    // In packets of one byte too.
    var decoder = KeyDecoder()
    let inputs = bytes.utf8.flatMap { decoder.feed([$0]) }
    #expect(inputs == [])
    #expect(decoder.patience == .none)
  }

  @Test("Late answers are kept for the query")
  func lateAnswers() {
    var decoder = KeyDecoder()
    let inputs = "j\u{1B}[>0;136;0c\u{1B}[Ak\u{1B}P>|x\u{1B}\\\u{1B}[?6".utf8.flatMap {
      decoder.feed([$0])
    }
    #expect(names(inputs) == ["j", "Up", "k"])
    #expect(decoder.answers == Array("\u{1B}[>0;136;0c\u{1B}P>|x\u{1B}\\".utf8))
    _ = decoder.feed("c".utf8)
    #expect(TerminalReplies(decoder.answers).kind == .putty)
    decoder.dropAnswers()
    #expect(decoder.answers == [])
  }

  @Test("A flood of answers is not kept")
  func answerFlood() {
    var decoder = KeyDecoder()
    for _ in 0..<100_000 { _ = decoder.feed("\u{1B}[?6c".utf8) }
    #expect(decoder.answers.count < 10_000)
  }

  @Test("Pasted text arrives as one text without controls")
  func paste() {
    #expect(keys("\u{1B}[200~a\nb\u{1B}[31m\u{7}c\u{1B}[201~d") == ["<a b[31mc>", "d"])
    var decoder = KeyDecoder()
    let inputs = "\u{1B}[200~كاظمي\u{1B}[201~".utf8.flatMap { decoder.feed([$0]) }
    #expect(names(inputs) == ["<كاظمي>"])
  }

  @Test("Nothing of a paste becomes a key, however late its end, and without one it is dropped")
  func brokenPaste() {
    #expect(keys("\u{1B}[200~no end") == ["<broken>"])
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~a".utf8) == [])
    #expect(decoder.patience == .paste)
    #expect(decoder.feed("|rm\r\u{1B}q".utf8) == [])
    #expect(names(decoder.feed("\u{1B}[201~q".utf8)) == ["<a|rm q>", "q"])
    // What is too long is cut, and still ends at its end.
    _ = decoder.feed("\u{1B}[200~".utf8)
    for _ in 0..<3 { #expect(decoder.feed(Array(repeating: 0x61, count: 1 << 20)) == []) }
    let long = decoder.feed("\u{1B}[201~j".utf8)
    #expect(long.last == .key(.character("j")) && long.count == 2)
  }

  @Test("An endless sequence is dropped in the end")
  func endless() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}P>".utf8) + Array(repeating: 0x41, count: 10_000))
    #expect(names(decoder.feed("x".utf8)) == ["x"])
  }

  @Test("Any bytes at all give keys or nothing")
  func anything() {
    var generator = SeededRandom(seed: 2026)
    for _ in 0..<2000 {
      let alphabet: [UInt8] = [0x1B, 0x5B, 0x4F, 0x50, 0x5D, 0x31, 0x3B, 0x7E, 0xD8, 0xFF, 0x07]
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator) : alphabet.randomElement() ?? 0
      }
      var decoder = KeyDecoder()
      _ = decoder.feed(bytes)
      _ = decoder.giveUp()
      #expect(decoder.patience == .none, "\(bytes)")
    }
  }
}
