import Testing

@testable import Reader

@Suite("Keymaps bind sequences of keys to commands") struct KeymapTests {
  private func sequence(_ names: String) throws -> KeySequence { try KeySequence(parsing: names) }

  private func keys(_ names: String) throws -> [Key] { try sequence(names).keys }

  private let star = [CommandCall(.star)]

  @Test("The standard keymap has every key of the table in its context")
  func standard() throws {
    for entry in CommandTable.entries {
      for (context, names) in entry.contexts {
        for name in names {
          let match = Keymap.standard.match(try keys(name), in: context)
          #expect(match == .calls([CommandCall(entry.command)]), "\(context) \(name)")
        }
        #expect(
          Keymap.standard.keys(for: entry.command, in: [context]).map(\.description) == names)
      }
    }
  }

  @Test("Every command has a key or can be named on the command line")
  func reachable() throws {
    for command in Command.allCases {
      #expect(try CommandCall(parsing: command.rawValue) == CommandCall(command))
      #expect(CommandTable.entry(for: command)?.command == command)
    }
  }

  @Test("A sequence takes its beginning out of the context, and waits for its end")
  func sequences() throws {
    var keymap = Keymap.standard
    keymap.bind(try sequence("g g"), to: [CommandCall(.first)], in: .all)
    #expect(keymap.match(try keys("g"), in: .all) == .prefix)
    #expect(keymap.match(try keys("g g"), in: .all) == .calls([CommandCall(.first)]))
    #expect(keymap.match(try keys("g x"), in: .all) == .none)
    #expect(
      keymap.keys(for: .first, in: [.list, .all]).map(\.description) == ["Home", "g g"])
    keymap.bind(try sequence("g"), to: star, in: .all)
    #expect(keymap.match(try keys("g"), in: .all) == .calls(star))
    #expect(keymap.match(try keys("g g"), in: .all) == .none)
  }

  @Test("Binding the same keys again replaces what they meant")
  func replacement() throws {
    var keymap = Keymap.standard
    keymap.bind(try sequence("s"), to: star + [CommandCall(.nextArticle)], in: .all)
    #expect(
      keymap.match(try keys("s"), in: .all) == .calls(star + [CommandCall(.nextArticle)]))
    // A key that does more than the command is not a key for it.
    #expect(keymap.keys(for: .star, in: [.all]).isEmpty)
  }

  @Test("Candidates come in the order of the chain")
  func chain() throws {
    let candidates = Keymap.standard.match(try keys("n"), in: KeyContext.page.chain)
    #expect(candidates.calls == [[CommandCall(.different)], [CommandCall(.next)]])
    #expect(!candidates.isPrefix)
    // Commands of a page apply to some lines only, so both keys are bound.
    for command in [Command.different, .next] {
      #expect(Keymap.standard.keys(for: command, in: [.page, .all]).map(\.description) == ["n"])
    }
    var keymap = Keymap.standard
    keymap.bind(try sequence("n"), to: star, in: .list)
    #expect(keymap.keys(for: .next, in: [.list, .all]).isEmpty)
    #expect(keymap.keys(for: .star, in: [.list, .all]).map(\.description) == ["n", "s"])
  }

  @Test("A longer sequence in any context of the chain wins over a shorter one in another")
  func prefixInChain() throws {
    var keymap = Keymap.standard
    keymap.bind(try sequence("g g"), to: star, in: .list)
    let candidates = keymap.match(try keys("g"), in: [.list, .all])
    #expect(candidates.isPrefix && candidates.calls.isEmpty)
    #expect(keymap.match(try keys("g"), in: [.text, .all]).calls == [[CommandCall(.first)]])
    #expect(keymap.keys(for: .first, in: [.list, .all]).map(\.description) == ["Home"])
  }

  @Test("An unbound key does nothing, whatever a more general context says")
  func unbinding() throws {
    var keymap = Keymap.standard
    keymap.bind(try sequence("z z"), to: star, in: .all)
    keymap.bind(try sequence("z"), to: [], in: .list)
    keymap.bind(try sequence("J"), to: [], in: .list)
    #expect(keymap.match(try keys("J"), in: [.list, .all]) == Keymap.Candidates())
    #expect(keymap.match(try keys("z"), in: [.list, .all]) == Keymap.Candidates())
    #expect(keymap.match(try keys("z"), in: [.text, .all]).isPrefix)
    #expect(keymap.keys(for: .nextArticle, in: [.list, .all]).isEmpty)
    #expect(keymap.keys(for: .nextArticle, in: [.text, .all]).map(\.description) == ["J"])
    keymap.bind(try sequence("J"), to: [], in: .all)
    #expect(keymap.match(try keys("J"), in: .all) == .calls([]))
    keymap.bind(try sequence("g g"), to: [], in: .all)
    #expect(keymap.match(try keys("g"), in: .all) == .calls([CommandCall(.first)]))
    #expect(keymap.keys(for: .nextArticle).isEmpty)
  }

  @Test("Whatever is bound, what a context matches whole begins nothing longer there")
  func randomBindings() throws {
    for seed in UInt64(1)...200 {
      var random = SeededRandom(seed: seed)
      var keymap = Keymap.standard
      let names = ["a", "g", "Esc", "Ctrl-X"]
      for _ in 0..<12 {
        let length = Int.random(in: 1...3, using: &random)
        let text = (0..<length).compactMap { _ in names.randomElement(using: &random) }
        let bound = try sequence(text.joined(separator: " "))
        keymap.bind(bound, to: Bool.random(using: &random) ? star : [], in: .all)
        #expect(keymap.match(bound.keys, in: .all) != .prefix, "seed \(seed)")
        #expect(keymap.match(bound.keys, in: .all) != .none, "seed \(seed)")
      }
      let all = keymap.bindings(in: .all).filter { !$0.calls.isEmpty }.map(\.sequence)
      for first in all {
        #expect(!all.contains { $0.continues(first.keys) }, "seed \(seed)")
      }
    }
  }
}

@Suite("Keys and commands are read by their names") struct KeyParsingTests {
  @Test(
    "A misspelt key is told with the right one",
    arguments: [
      ("ctrl-o", "Ctrl-O"), ("C-x", "Ctrl-X"), ("enter", "Enter"), ("Return", "Enter"),
      ("Escape", "Esc"), ("PageDown", "PgDn"), ("g Spcae", "Space"), ("Alt-Lef", "Alt-Left"),
      ("<Tab>", "Tab"), ("Shift-a", "A"),
    ])
  func keys(name: String, right: String) {
    #expect(throws: InvalidWord.self) { try KeySequence(parsing: name) }
    do {
      _ = try KeySequence(parsing: name)
    } catch {
      #expect(error.description.contains(right), "\(error)")
    }
  }

  @Test("No key, too many and what is like no key are mistakes")
  func hopelessKeys() {
    for text in ["", "  ", "a a a a a a a a a", "Hyperspace-key"] {
      #expect(throws: InvalidWord.self) { try KeySequence(parsing: text) }
    }
  }

  @Test("A command takes words, a number or nothing")
  func calls() throws {
    #expect(
      try CommandCall(parsing: "filter  is:unread lang:ar ")
        == CommandCall(.filter, argument: "is:unread lang:ar"))
    #expect(try CommandCall(parsing: "line-down 5") == CommandCall(.lineDown, count: 5))
    #expect(try CommandCall(parsing: "12") == CommandCall(.first, count: 12))
    #expect(try CommandCall(parsing: "ze", isAbbreviated: true) == CommandCall(.zen))
    for line in ["", "zen 5", "line-down x", "line-down 0", "ze", "12 13"] {
      #expect(throws: InvalidWord.self) { try CommandCall(parsing: line) }
    }
    #expect(throws: InvalidWord("there is no command strar; did you mean star?")) {
      try CommandCall(parsing: "strar")
    }
    #expect(throws: InvalidWord("sa may be same, save, saved")) {
      try CommandCall(parsing: "sa", isAbbreviated: true)
    }
  }

  @Test("A call is written as it is read")
  func description() throws {
    for line in ["filter is:unread", "line-down 5", "zen", "set measure 72"] {
      #expect(try CommandCall(parsing: line).description == line)
    }
  }
}
