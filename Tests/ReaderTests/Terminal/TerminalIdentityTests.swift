import Testing

@testable import Reader

@Suite("Terminals are identified") struct TerminalIdentityTests {
  @Test(
    "By their answers to queries",
    arguments: [
      ("\u{1B}[>65;7006;1c\u{1B}[?65;1;9c", TerminalKind.vte),
      ("\u{1B}[>61;8001;1c\u{1B}P>|VTE(8001)\u{1B}\\\u{1B}[?61;1;21;22c", .vte),
      ("\u{1B}[>1;115;0c\u{1B}P>|Konsole 25.04.2\u{1B}\\\u{1B}[?62;1;4c", .konsole),
      ("\u{1B}[>1;4000;41c\u{1B}P>|kitty(0.41.1)\u{1B}\\\u{1B}[?62;c", .kitty),
      ("\u{1B}[>0;136;0c\u{1B}[?6c", .putty),
      ("\u{1B}[>0;115;0c\u{1B}[?1;2c", .qterminal),
      ("\u{1B}[>41;398;0c\u{1B}P>|XTerm(398)\u{1B}\\\u{1B}[?64;1;2;6;9;15;18;21;22c", .xterm),
      ("\u{1B}[>24;279;0c\u{1B}[?63;1;2c", .mlterm),
      ("\u{1B}P>|foot(1.13.1)\u{1B}\\\u{1B}[?62;4;22c", .foot),
      ("\u{1B}[>0;1700;1c\u{1B}[?6c", .alacritty),
      ("\u{1B}[>0;2500;1c\u{1B}[?6c", .alacritty),
      ("\u{1B}[>85;95;0c\u{1B}[?1;2c", .rxvt),
      ("\u{1B}[?6c", .st),
      ("\u{1B}[>1;95;0c\u{1B}[?1;2c", .appleTerminal),
      ("\u{1B}P>|mintty 3.7.0\u{1B}\\\u{1B}[?64;1c", .mintty),
      ("\u{1B}P>|WezTerm 20240203\u{1B}\\\u{1B}[?65;4c", .wezterm),
      ("\u{1B}P>|iTerm2 3.7.1\u{1B}\\\u{1B}[?62;4c", .iterm),
      ("\u{1B}P>|xterm.js(5.5.0)\u{1B}\\\u{1B}[?1;2c", .xtermJS),
      ("\u{1B}[>83;40900;0c\u{1B}[?1;2c", .unknown),
      ("", .unknown),
    ])
  func answers(bytes: String, kind: TerminalKind) {
    let replies = TerminalReplies(Array(bytes.utf8))
    #expect(replies.kind == kind)
    #expect(replies.typed == [])
  }

  @Test("Whether reordering can be switched off")
  func bidiMode() {
    for (answer, switches) in [("1", true), ("2", true), ("0", false)] {
      let replies = TerminalReplies(Array("\u{1B}[?65;1c\u{1B}[8;\(answer)$y\u{1B}[?65;1c".utf8))
      let identity = TerminalIdentity(replies: replies, multiplexer: .none)
      #expect(identity.switchesReordering == switches)
      #expect(identity.neededMode == (switches ? .explicit : .visual))
    }
  }

  @Test("Keys pressed while it answers are kept, its answers are not")
  func typedAhead() {
    let replies = TerminalReplies(
      Array(
        "j\u{1B}[>0;136;0cك\u{1B}[A\u{1B}P>|x\u{1B}\\\u{1B}]11;rgb:0/0/0\u{7}\u{1B}[?6c\u{1B}".utf8)
    )
    #expect(replies.typed == Array("jك\u{1B}[A\u{1B}".utf8))
  }

  @Test("A version that tries to hide something is not taken")
  func hostileVersion() {
    let replies = TerminalReplies(Array("\u{1B}P>|VTE(1)\u{202E}\u{9B}31m\u{1B}\\\u{1B}[?1c".utf8))
    #expect(replies.version == nil)
  }

  @Test(
    "By their environment",
    arguments: [
      (["TERM": "xterm-kitty", "VTE_VERSION": "7006"], TerminalKind.kitty),
      (["TERM": "xterm-256color", "VTE_VERSION": "7006"], .vte),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "250402"], .konsole),
      (["TERM": "xterm", "XTERM_VERSION": "XTerm(379)"], .xterm),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], .appleTerminal),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "vscode"], .xtermJS),
      (["TERM": "mlterm-256color"], .mlterm), (["TERM": "xterm", "MLTERM": "3.9.0"], .mlterm),
      (["TERM": "rxvt-unicode-256color"], .rxvt), (["TERM": "linux"], .linuxConsole),
      (["TERM": "foot"], .foot), (["TERM": "putty-256color"], .putty),
      (["TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"], .iterm),
      (["TERM": "xterm-256color", "WT_SESSION": "1"], .windowsTerminal),
    ])
  func environment(variables: [String: String], kind: TerminalKind) {
    #expect(TerminalIdentity(environment: variables)?.kind == kind)
  }

  @Test(
    "An environment that a terminal inherited leaves doubt",
    arguments: [
      ["TERM": "xterm-256color"],
      ["TERM": "xterm", "VTE_VERSION": "7006"],
      ["TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "VTE_VERSION": "7006"],
      ["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1", "KONSOLE_VERSION": "250402"],
      ["TERM": "screen-256color", "VTE_VERSION": "7006"],
    ])
  func doubt(variables: [String: String]) {
    #expect(TerminalIdentity(environment: variables) == nil)
  }

  @Test("Versions are stated as people know them")
  func versions() {
    for (variable, version, name) in [
      ("VTE_VERSION", "7006", "VTE 0.70.6"), ("KONSOLE_VERSION", "221203", "Konsole 22.12.3"),
      ("KONSOLE_VERSION", "250402", "Konsole 25.04.2"), ("VTE_VERSION", "new", "VTE new"),
    ] {
      let identity = TerminalIdentity(environment: ["TERM": "xterm-256color", variable: version])
      #expect(identity?.name == name)
    }
  }

  @Test("Vowel signs are hidden where they would be drawn in the wrong place")
  func tashkeel() {
    let hiding = TerminalKind.allCases.filter { !$0.drawsTashkeel }
    #expect(Set(hiding) == [.kitty, .foot, .alacritty, .st, .linuxConsole])
  }

  @Test("iTerm2 reorders from 3.7 on")
  func iterm() {
    for (version, mode) in [
      ("3.6.9", BidiMode.visual), ("3.7.0beta1", .inverse), ("4.0", .inverse),
    ] {
      let identity = TerminalIdentity(kind: .iterm, version: version)
      #expect(identity.neededMode == mode)
    }
  }

  @Test("Apple's terminal, the console and tmux are not queried")
  func unasked() {
    let apple = ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"]
    #expect(!TerminalIdentity().canBeAsked(environment: apple))
    #expect(!TerminalIdentity().canBeAsked(environment: ["TERM": "linux"]))
    #expect(!TerminalIdentity().canBeAsked(environment: ["TERM": "dumb"]))
    #expect(!TerminalIdentity(multiplexer: .tmux(nil)).canBeAsked(environment: ["TERM": "tmux"]))
    #expect(TerminalIdentity().canBeAsked(environment: ["TERM": "xterm"]))
  }

  @Test("In a pane the terminal of `script` is not taken for a window")
  func script() {
    #expect(!TmuxClient.hasTerminalOfItsOwn(["TERM": "tmux-256color"]))
    #expect(TmuxClient.hasTerminalOfItsOwn(["TERM": "screen", "STY": "1.pts"]))
    #expect(TmuxClient.hasTerminalOfItsOwn(["TERM": "xterm-256color"]))
  }

  @Test("tmux says which client shows the pane")
  func tmux() throws {
    let answer = "/dev/pts/7|Konsole 25.04.2|xterm-256color|999999999|10|20|off|/dev/pts/99\n"
    guard case .client(let client) = TmuxClient.parse(answer, terminal: "/dev/pts/7") else {
      Issue.record("no client")
      return
    }
    #expect(client.rows == 11...30)
    #expect(client.process == 999_999_999 && client.terminal == "/dev/pts/99")
    // No process has such a number.
    #expect(!client.isAttached)
    #expect(TerminalIdentity(client: client).kind == .konsole)
    #expect(TerminalIdentity(client: client).neededMode == .inverse)
    #expect(TmuxClient.parse(answer, terminal: "/dev/pts/8") == .outside)
    #expect(TmuxClient.parse("/dev/pts/7||||0|24|on|", terminal: "/dev/pts/7") == .detached)
    #expect(TmuxClient.parse("no server running", terminal: nil) == .outside)
    let top = TmuxClient.parse("t||xterm-kitty|x|0|24|2|", terminal: "t")
    guard case .client(let other) = top else {
      Issue.record("no client")
      return
    }
    #expect(other.rows == 3...26)
    #expect(TerminalIdentity(client: other).kind == .kitty)
  }
}
