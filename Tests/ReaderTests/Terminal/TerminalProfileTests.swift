import Foundation
import Testing

@testable import Reader

@Suite("A terminal is sent what it needs") struct TerminalProfileTests {
  private func profile(
    _ kind: TerminalKind, _ multiplexer: Multiplexer = .none, wanted: BidiMode = .auto,
    chosen: BidiMode? = nil
  ) -> TerminalProfile {
    TerminalProfile(
      identity: TerminalIdentity(kind: kind, source: .answers, multiplexer: multiplexer),
      wanted: wanted, chosen: chosen)
  }

  @Test("An option wins over a choice, a choice over what is known")
  func decision() {
    #expect(profile(.vte).mode == .explicit)
    #expect(profile(.vte, chosen: .inverse).mode == .inverse)
    #expect(profile(.vte, wanted: .visual, chosen: .inverse).mode == .visual)
  }

  @Test("Modes switched off at the start are switched on at the end")
  func switches() {
    #expect(profile(.vte).reorderingSwitch.off == "\u{1B}[8l\u{1B}[1 k")
    #expect(profile(.vte).reorderingSwitch.on == "\u{1B}[8h\u{1B}[0 k")
    #expect(profile(.mlterm).reorderingSwitch.off == "\u{1B}]5379;use_ctl=false\u{7}")
    #expect(profile(.mlterm).reorderingSwitch.on == "\u{1B}]5379;use_ctl=true\u{7}")
    for kind in [TerminalKind.xterm, .kitty, .konsole, .putty, .appleTerminal] {
      #expect(profile(kind).reorderingSwitch.off == "")
      #expect(profile(kind).reorderingSwitch.on == "")
    }
    #expect(profile(.vte, wanted: .visual).reorderingSwitch.off == "")
    #expect(profile(.unknown).reorderingSwitch.on == "\u{1B}[8h")
  }

  @Test("Behind tmux each row is switched, and nothing while no client is attached")
  func multiplexed() {
    let client = TmuxClient(
      type: "VTE(8001)", name: "xterm-256color", rows: 2...3, environment: [:])
    let off = profile(.vte, .tmux(client)).reorderingSwitch
    #expect(
      off.off
        == "\u{1B}Ptmux;\u{1B}\u{1B}7\u{1B}\u{1B}[2;1H\u{1B}\u{1B}[8l"
        + "\u{1B}\u{1B}[3;1H\u{1B}\u{1B}[8l\u{1B}\u{1B}8\u{1B}\\")
    #expect(off.needsPassthrough)
    #expect(profile(.vte, .tmux(nil)).reorderingSwitch.off == "")
    #expect(!profile(.xterm, .tmux(client)).reorderingSwitch.needsPassthrough)
  }

  @Test("Lines that stay are not left in a mode that is switched back")
  func lines() {
    #expect(profile(.vte).lineMode == .explicit)
    #expect(profile(.mlterm).lineMode == .inverse)
    #expect(profile(.konsole).lineMode == .inverse)
    #expect(profile(.xterm).lineMode == .visual)
  }

  @Test("Choices are kept per terminal, in a file of its owner, and broken files are nothing")
  func memory() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["XDG_STATE_HOME": folder.path]
    let identity = TerminalIdentity(kind: .xtermJS, version: "xterm.js(5.5.0)")
    var memory = TerminalMemory.load(environment: environment)
    #expect(memory.mode(for: identity, term: "xterm") == nil)
    memory.choose(.inverse, for: identity, term: "xterm")
    try memory.save(environment: environment)
    let loaded = TerminalMemory.load(environment: environment)
    #expect(loaded.mode(for: identity, term: "xterm") == .inverse)
    #expect(loaded.mode(for: TerminalIdentity(kind: .vte), term: "xterm") == nil)
    memory.choose(.auto, for: identity, term: "xterm")
    #expect(memory.mode(for: identity, term: "xterm") == nil)
    try Data("{".utf8).write(to: TerminalMemory.file(environment: environment))
    #expect(TerminalMemory.load(environment: environment) == TerminalMemory())
  }

  @Test("A terminal is queried once a session")
  func acquaintance() {
    var memory = TerminalMemory()
    #expect(memory.identity(term: "xterm", session: "boot/7/100") == nil)
    var identity = putty
    let isNew = memory.remember(identity, term: "xterm", session: "boot/7/100")
    #expect(isNew)
    #expect(memory.identity(term: "xterm", session: "boot/7/100")?.kind == .putty)
    #expect(memory.identity(term: "xterm", session: "boot/7/100")?.source == .memory)
    #expect(memory.identity(term: "xterm-256color", session: "boot/7/100") == nil)
    #expect(memory.identity(term: "xterm", session: "boot/7/200") == nil)
    identity.replies = nil
    let again = memory.remember(identity, term: "xterm", session: "boot/7/100")
    #expect(!again)
  }

  @Test("A terminal without a known session is queried each time")
  func unknownSession() {
    var memory = TerminalMemory()
    let isNew = memory.remember(putty, term: "xterm", session: nil)
    #expect(!isNew)
    #expect(memory == TerminalMemory())
    #expect(memory.identity(term: "xterm", session: nil) == nil)
  }

  private var putty: TerminalIdentity {
    TerminalIdentity(
      replies: TerminalReplies(Array("\u{1B}[>0;136;0c\u{1B}[?6c".utf8)), multiplexer: .none)
  }
}
