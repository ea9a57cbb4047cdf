import Model
import Testing

@testable import Reader

@Suite("What the configuration binds is what keys do and what the screen says")
struct BoundKeysTests {
  private func driver(_ toml: String) throws -> ScreenDriver {
    let library = try Library.inMemory()
    let job = ImportJob(
      library: library, tagger: try NewsTagger(isCareful: true), resolver: try NewsResolver())
    let report = try job.run(paths: [Seeds.folder]) { _ in }
    var driver = ScreenDriver(
      library: library, opening: .paths([Seeds.folder]), columns: 120, rows: 40,
      configuration: try Configuration(parsing: toml, file: "config.toml"))
    driver.deliver(.imported(report))
    return driver
  }

  @Test("A sequence waits for its last key, and shows what was typed")
  func sequence() throws {
    var driver = try driver("[keys.all]\n\"g g\" = \"last\"")
    driver.press("g")
    #expect(driver.state.list.selected == 0)
    #expect(driver.foot.contains("g  ? keys"))
    driver.press("g")
    #expect(driver.state.list.selected == 1)
    #expect(!driver.foot.contains("g  ?"))
    driver.press("g", "x")
    #expect(driver.foot.contains("g x does nothing here"))
  }

  @Test("A count goes before a sequence and before several commands")
  func count() throws {
    var driver = try driver(
      "[keys.text]\n\"z j\" = \"line-down\"\nT = [\"line-down\", \"line-up\"]")
    driver.press("Enter")
    let start = driver.state.reading?.cursorRow
    driver.press("3", "z", "j", "3", "k")
    #expect(driver.state.reading?.cursorRow == start)
    driver.press("5", "T")
    #expect(driver.state.reading?.cursorRow == start)
  }

  @Test("A key can do several things, and one of them with words")
  func several() throws {
    var driver = try driver("[keys.list]\nS = [\"star\", \"next-article\"]\nU = \"filter lang:ar\"")
    driver.press("S")
    #expect(driver.state.list.rows[0]?.isStarred == true)
    #expect(driver.state.list.selected == 1)
    driver.press("U")
    #expect(driver.state.list.filter?.query.text == "lang:ar")
    #expect(driver.state.list.count == 1)
  }

  @Test("A key unbound in one pane does nothing there, and what it did elsewhere")
  func unbound() throws {
    var driver = try driver("[keys.list]\nj = \"\"")
    driver.press("j")
    #expect(driver.state.list.selected == 0)
    #expect(driver.foot.contains("j does nothing here; ? shows the keys"))
    driver.press("Enter")
    let start = driver.state.reading?.cursor
    driver.press("j")
    #expect(driver.state.reading?.cursor != start)
  }

  @Test("Help, hints and notices print the keys that are bound")
  func shown() throws {
    var driver = try driver(
      """
      [keys.all]
      "?" = ""
      F1 = "help"
      w = ""
      "] n" = "next-name"
      R = ""
      F2 = "related"
      [keys.page]
      y = ""
      F3 = "same"
      """)
    #expect(driver.foot.contains("F1 keys"))
    #expect(driver.screen.contains("F2 unfolds"))
    driver.press("e")
    #expect(driver.foot.contains("] n goes to the next name"))
    driver.press("F1")
    var seen = ""
    for _ in 0..<6 {
      seen += driver.screen
      driver.press("Space")
    }
    for key in ["] n", "F1", "F2", "F3"] { #expect(seen.contains(key), "\(key)") }
    for line in seen.split(separator: "\n") where line.contains("next-name") {
      #expect(!line.hasPrefix("  w "))
    }
  }

  @Test("In a line that is typed, keys are those of lines")
  func lines() throws {
    var driver = try driver(
      "[keys.line]\nCtrl-G = \"cancel\"\n\"j k\" = \"accept\"\n[keys.command-line]\nF5 = \"older\"")
    driver.press(":")
    driver.type("zen")
    driver.press("j", "k")
    #expect(driver.state.arrangement.isZen)
    driver.press(":", "F5")
    #expect(driver.foot.hasPrefix(":zen"))
    driver.press("Ctrl-G", ":")
    driver.type("jx")
    #expect(driver.foot.hasPrefix(":jx"))
  }

  @Test("Settings are laid over what the terminal and the screen decide")
  func settings() throws {
    var driver = try driver(
      """
      measure = 30
      digits = "arabic"
      tashkeel = "hide"
      names.script = "arabic"
      list.width = 40
      start.filter = "lang:ar"
      """)
    #expect(driver.state.list.filter?.query.text == "lang:ar")
    #expect(driver.state.list.count == 1)
    #expect(driver.state.columns(of: .list) == 40)
    #expect(driver.state.reading?.layout.setting.width == 30)
    #expect(driver.state.nameScript == .arabic)
    driver.deliver(.terminal(drawsTashkeel: true))
    #expect(!driver.state.layoutOptions.showTashkeel)
    driver.press(":")
    driver.type("set measure 20")
    driver.press("Enter")
    #expect(driver.state.reading?.layout.setting.width == 20)
    #expect(driver.foot.contains("measure is 20"))
    driver.press(":")
    driver.type("set mesure 50")
    driver.press("Enter")
    #expect(driver.foot.contains("There is no setting mesure; did you mean measure?"))
    driver.press(":")
    driver.type("set list.width 0")
    driver.press("Enter")
    // What a measure of 20 columns leaves of the screen is the list's.
    #expect(driver.state.columns(of: .list) == 48)
  }
}
