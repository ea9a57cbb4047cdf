import Foundation
import Model
import Testing

@testable import Reader

@Suite("The configuration is read from TOML") struct ConfigurationTests {
  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try Configuration(parsing: text, file: "config.toml")
      return []
    } catch {
      return error.mistakes.map(\.description)
    }
  }

  @Test("Settings and keys are taken")
  func good() throws {
    let configuration = try Configuration(
      parsing: """
        theme = "plain"
        measure = 72
        digits = 'as-written'
        list.order = "path" # dotted
        names = { script = "arabic" }
        [programs]
        pager = "less -R"
        [import]
        paths = [
          "~/news", # more
          "/srv/articles",
        ]
        [start]
        import = true
        fetch = true
        filter = "is:unread"
        [[converter]]
        match = "*.ps"
        run = "ps2ascii -"
        [keys.all]
        "g g" = "first"
        x = ["star", "next-article"]
        J = ""
        U = "filter is:unread"
        [keys.command-line]
        Ctrl-Space = "complete"
        """, file: "config.toml")
    var settings = Settings()
    settings.theme = .plain
    settings.measure = 72
    settings.listOrder = .path
    settings.namesScript = .arabic
    settings.programs.pager = "less -R"
    settings.importPaths = ["~/news", "/srv/articles"]
    settings.importsAtStart = true
    settings.fetchesAtStart = true
    settings.startFilter = "is:unread"
    #expect(configuration.settings == settings)
    #expect(configuration.converters == [UserConverter(match: "*.ps", run: "ps2ascii -")])
    var keymap = Keymap.standard
    for (keys, calls) in [
      ("J", []), ("U", [CommandCall(.filter, argument: "is:unread")]),
      ("g g", [CommandCall(.first)]), ("x", [CommandCall(.star), CommandCall(.nextArticle)]),
    ] {
      keymap.bind(try KeySequence(parsing: keys), to: calls, in: .all)
    }
    keymap.bind(try KeySequence(parsing: "Ctrl-Space"), to: [CommandCall(.complete)], in: .command)
    for context in KeyContext.allCases {
      #expect(
        Set(configuration.keymap.bindings(in: context)) == Set(keymap.bindings(in: context)))
    }
  }

  @Test(
    "A mistake is told with its line, its column and the nearest right word",
    arguments: [
      ("\n  mesure = 5", "2:3: there is no setting mesure; did you mean measure?"),
      ("measure = \"wide\"", "1:11: measure is a whole number from 0 to 1000, not wide"),
      ("measure = 5000", "1:11: measure is a whole number from 0 to 1000, not 5000"),
      ("measure = 1.5", "1:11: measure is a whole number from 0 to 1000"),
      (
        "theme = 'color'",
        "1:9: theme is colour, dark, light, high-contrast, colour-blind or plain, not color; "
          + "did you mean colour?"
      ),
      ("[start]\nimport = 'yes'", "2:10: start.import is true or false, not yes"),
      ("[start]\nfilter = 'lang:xx'", "2:10: start.filter is a search: "),
      ("import.paths = 'a'", "1:16: import.paths is a list of paths"),
      ("converter = 3", "1:1: each converter starts with a line [[converter]]"),
      ("[[converter]]\nmatch = '*.ps'", "1:3: a converter needs run"),
      (
        "[[converter]]\nmatch = '*.ps'\nrun = 'a'\nrub = 'b'",
        "4:1: there is no setting rub; did you mean run?"
      ),
      ("[[converter]]\nmatch = 3\nrun = 'a'", "2:9: match is a pattern for names of files"),
      ("\"list\".widht = 4", "1:1: there is no setting list.widht; did you mean list.width?"),
      ("[lits]\nwidth = 4", "1:2: there is no table lits; did you mean list?"),
      ("list = 4", "1:1: there is no setting list"),
      ("[keys.lsit]", "1:2: there is no table keys.lsit; did you mean keys.list?"),
      ("[keys]\nj = 'star'", "2:1: keys stand in the table of a pane"),
      ("keys = 4", "1:8: keys is a table for each pane"),
      ("[keys.all]\n\"ctrl-o\" = 'back'", "2:1: there is no key ctrl-o; did you mean Ctrl-O?"),
      ("[keys.all]\nx = [\n 'star', # one\n 'nxet',\n]", "4:2: there is no command nxet"),
      ("[keys.all]\nx = 4", "2:5: a key is bound to a command in quotation marks"),
      ("[keys.all]\ng.g = 'first'", "2:1: keys after one another stand in quotation marks"),
      ("[keys.all]\nx = 'line-down many'", "2:5: line-down takes a number, not many"),
      ("[keys.all]\n3 = 'star'", "2:1: 3 starts a count"),
      ("[keys.all]\ng = 'star'\n'g g' = 'last'", "3:1: g g and g can't both be bound"),
      ("[keys.all]\nTab = 'star'\nCtrl-I = 'last'", "3:1: Tab is bound twice in [keys.all]"),
      ("measure = \n", "1:11: syntax error"),
      ("a = 1\na = 2", "2:"),
    ])
  func mistake(text: String, said: String) {
    let found = mistakes(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("config.toml:\(said)") == true, "\(found)")
  }

  @Test("All mistakes are told, in the order of the file")
  func allMistakes() {
    let found = mistakes("zen = 1\n[keys.all]\nb = 'x'\na = 'y'\n[keys.list]\nHme = 'first'")
    #expect(found.map { $0.split(separator: ":")[1] } == ["1", "3", "4", "6"])
  }

  @Test("Nothing that a terminal obeys is quoted")
  func hostileWords() {
    for text in ["\"a\\u001B[31m\\u202Eb\" = 1", "theme = \"\\u009B\\n\"", "\u{1B}[2J = 1"] {
      let found = mistakes(text)
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0.displayable == $0 })
    }
  }

  @Test("What is printed reads back as the defaults, with and without its comments")
  func roundTrip() throws {
    let text = Configuration.text
    #expect(try Configuration(parsing: text, file: "config.toml") == Configuration())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }
    let full = lines.joined(separator: "\n")
    #expect(try Configuration(parsing: full, file: "config.toml") == Configuration())
    for setting in SettingTable.settings {
      #expect(full.contains(setting.help))
    }
    for entry in CommandTable.entries {
      #expect(full.contains("\n# \(entry.command.rawValue): \(entry.help)\n"))
    }
    let table = TOMLPositions(full)
    for context in KeyContext.allCases {
      for binding in Keymap.standard.bindings(in: context) {
        #expect(table.keys[["keys", context.rawValue, binding.sequence.description]] != nil)
      }
    }
  }

  @Test("Random bytes and broken files are told, never obeyed and never a crash")
  func randomBytes() {
    let whole = Array(Configuration.text.utf8.filter { $0 != UInt8(ascii: "#") })
    for seed in UInt64(1)...400 {
      var random = SeededRandom(seed: seed)
      var bytes: [UInt8]
      if seed.isMultiple(of: 2) {
        let alphabet = Array("[]{}\"'=.,#\\u0g \n\tkeys.all".utf8)
        bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
          seed.isMultiple(of: 4)
            ? UInt8.random(in: 0...255, using: &random)
            : alphabet.randomElement(using: &random) ?? 0
        }
      } else {
        let start = Int.random(in: 0..<whole.count, using: &random)
        bytes = Array(whole[start...].prefix(2_000))
        for _ in 0..<3 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] =
            UInt8.random(in: 0...255, using: &random)
        }
      }
      do {
        _ = try Configuration(parsing: Data(bytes), file: "config.toml")
      } catch {
        #expect(!error.mistakes.isEmpty, "seed \(seed)")
        #expect(error.mistakes.allSatisfy { $0.description.displayable == $0.description })
      }
    }
  }

  @Test("Deep, huge and binary files end in a sentence")
  func hostileFiles() {
    #expect(mistakes("x = " + String(repeating: "[", count: 4_000)).count == 1)
    #expect(mistakes("x" + String(repeating: ".x", count: 2_000) + " = 1").count == 1)
    #expect(mistakes("x" + String(repeating: ".x", count: 100_000) + " = 1").count == 1)
    #expect(
      mistakes(String(repeating: "# \n", count: 400_000)) == ["config.toml is larger than 256 KiB"])
    #expect(mistakes("theme = \"plain\"\0") == ["config.toml is not text in UTF-8"])
    #expect(mistakes("\u{FEFF}theme = \"plain\"").isEmpty)
  }

  @Test("Without a file the defaults hold; a file that is named must be there and be one")
  func files() throws {
    let folder = try TemporaryFolder()
    let environment = ["XDG_CONFIG_HOME": folder.url.path]
    #expect(try Configuration.read(environment: environment) == Configuration())
    for path in [folder.url.path, folder.url.appending(path: "absent.toml").path] {
      #expect(throws: ConfigurationError.self) {
        try Configuration.read(path, environment: environment)
      }
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "reader"), withIntermediateDirectories: true)
    try folder.write(Data("measure = 60".utf8), to: "reader/config.toml")
    #expect(try Configuration.read(environment: environment).settings.measure == 60)
  }

  @Test("reader config prints the defaults; with --check it tells mistakes and exits 1")
  func command() throws {
    let printed = try ProgramRun(["config"])
    #expect(printed.status == 0 && printed.output == Configuration.text)
    let folder = try TemporaryFolder()
    let wrong = try folder.write(Data("\n mesure = 1\nlist = 2".utf8), to: "wrong.toml")
    let run = try ProgramRun(["config", "--check", wrong.path])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.errors.contains("wrong.toml:2:2: there is no setting mesure; did you mean measure?"))
    #expect(run.errors.split(separator: "\n").count == 2)
    let right = try folder.write(Data(Configuration.text.utf8), to: "right.toml")
    #expect(try ProgramRun(["config", "--check", right.path]).output.contains("no mistakes"))
    #expect(try ProgramRun(["config", "--check"]).status == 0)
  }
}

@Suite("Settings are set by name") struct SettingTableTests {
  @Test("A name and a value set it for the session")
  func set() throws {
    var settings = Settings()
    for line in [
      "measure 72", "digits arabic", "start.import on", "programs.pager less -R",
      "bidi = visual", "start.filter \"\"", "import.paths ~/a /b",
    ] {
      try SettingTable.set(line, in: &settings)
    }
    #expect(settings.measure == 72 && settings.digits == .arabic && settings.importsAtStart)
    #expect(settings.programs.pager == "less -R" && settings.bidi == .visual)
    #expect(settings.importPaths == ["~/a", "/b"])
    let before = settings
    #expect(try SettingTable.set("measure", in: &settings).name == "measure")
    #expect(settings == before)
  }

  @Test(
    "A mistake is a sentence and sets nothing",
    arguments: [
      ("mesure 72", "There is no setting mesure; did you mean measure?"),
      ("measure wide", "Measure is a whole number from 0 to 1000, not wide"),
      (
        "theme black",
        "Theme is colour, dark, light, high-contrast, colour-blind or plain, not black"
      ),
      ("start.import maybe", "Start.import is true or false, not maybe"),
      ("", "Set takes the name of a setting and a value"),
    ])
  func mistakes(line: String, said: String) {
    var settings = Settings()
    do {
      try SettingTable.set(line, in: &settings)
      Issue.record("\(line) was taken")
    } catch {
      #expect(error.sentence == said)
    }
    #expect(settings == Settings())
  }

  @Test("Every setting has a default that it takes, and names are listed once")
  func table() throws {
    #expect(Set(SettingTable.settings.map(\.name)).count == SettingTable.settings.count)
    for setting in SettingTable.settings {
      var settings = Settings()
      try setting.set(setting.defaultValue, in: &settings)
      #expect(settings == Settings())
      for word in setting.words {
        try setting.set(typed: word, in: &settings)
        #expect(setting.read(settings) != setting.defaultValue || settings == Settings())
      }
    }
  }

  @Test("Names and words are completed")
  func completion() {
    #expect(SettingTable.completions(of: "na") == ["names.script", "names.careful"])
    #expect(SettingTable.completions(of: "names.s") == ["names.script"])
    #expect(SettingTable.completions(of: "theme p") == ["theme plain"])
    #expect(SettingTable.completions(of: "names.script ").count == 3)
    #expect(SettingTable.completions(of: "nothing x").isEmpty)
  }
}

extension Configuration {
  /// Reads a text.
  init(parsing text: String, file: String) throws(ConfigurationError) {
    try self.init(parsing: Data(text.utf8), file: file)
  }
}
