import Model
import Testing

@testable import Reader

@Suite("What commands print is shown")
struct OutputTests {
  /// An article of the seeds, open, with programs that read parts of it.
  private func seed(columns: Int = 120, rows: Int = 30) throws -> ScreenDriver {
    var driver = try ScreenDriver(paths: [Seeds.english], columns: columns, rows: rows)
    driver.press("Enter")
    for line in ["set programs.translator trans", "set programs.dictionary dict"] {
      driver.press(":")
      driver.type(line)
      driver.press("Enter")
    }
    return driver
  }

  /// Pipes the article through a command, which prints something.
  private func pipe(
    _ driver: inout ScreenDriver, _ script: String, prints text: String, failure: String? = nil
  ) throws -> ShellCommand {
    driver.press("|")
    driver.type(script)
    driver.press("Enter")
    guard case .show(let command)? = driver.handedOut.last else {
      throw ReaderError.nothingShown
    }
    driver.deliver(.printed(ShellOutput(of: command, printed: text.utf8, failure: failure)))
    return command
  }

  /// The error of a test whose command was not handed out.
  private enum ReaderError: Error { case nothingShown }

  /// Looks a word up, or translates, and returns the command that was started.
  private func start(_ driver: inout ScreenDriver, _ line: String) throws -> ShellCommand {
    driver.press(":")
    driver.type(line)
    driver.press("Enter")
    return try #require(driver.state.commandRun?.command)
  }

  private func rows(_ driver: ScreenDriver) -> [Substring] {
    driver.screen.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("The article goes to the command; what it prints is scrolled, copied and closed")
  func piped() throws {
    var driver = try seed()
    let text = (1...100).map { "line \($0)" }.joined(separator: "\n")
    let command = try pipe(&driver, "seq 100", prints: text)
    #expect(command.input.contains("Iraqi Prime Minister Mustafa Al-Kazemi"))
    #expect(rows(driver)[1].hasPrefix("line 1"))
    driver.press("G")
    #expect(rows(driver)[28].hasPrefix("line 100"))
    driver.press("y")
    #expect(driver.handedOut.last == .copy(text))
    driver.press("q")
    #expect(driver.state.commandRun == nil)
    #expect(driver.state.arrangement.focus == .text)
    #expect(driver.screen.contains("Iraqi Prime Minister"))
  }

  @Test("A command that prints nothing leaves the screen as it is, and says so")
  func silent() throws {
    var driver = try seed()
    _ = try pipe(&driver, "xclip", prints: "\n")
    #expect(driver.state.commandRun == nil)
    #expect(driver.foot.contains("xclip printed nothing"))
    _ = try pipe(&driver, "false", prints: "", failure: "ended with status 1")
    #expect(driver.state.commandRun == nil)
    #expect(driver.foot.contains("false ended with status 1"))
  }

  @Test("How a command failed stands over what it printed, and is said when that is closed")
  func failed() throws {
    var driver = try seed()
    _ = try pipe(&driver, "make", prints: "half", failure: "was ended by signal 2")
    #expect(rows(driver)[1].contains("make was ended by signal 2"))
    #expect(rows(driver)[2].hasPrefix("half"))
    #expect(driver.foot.contains("Enter goes back"))
    driver.press("Enter")
    #expect(driver.foot.contains("make was ended by signal 2"))
  }

  @Test("What is printed in Arabic is set right to left, and no control character is shown")
  func arabic() throws {
    var driver = try seed()
    _ = try pipe(
      &driver, "trans",
      prints:
        "\u{1B}[1mOpenAI \u{634}\u{631}\u{643}\u{629} \u{643}\u{628}\u{64A}\u{631}\u{629} \u{62C}\u{62F}\u{627}\u{1B}[0m\n\u{202E}abc\u{7}\u{1B}]2;x\u{7}"
    )
    let row = rows(driver)[1]
    #expect(row.hasSuffix("OpenAI"), "the first word stands at the right edge")
    #expect(
      !driver.screen.unicodeScalars.contains {
        $0 != "\n" && $0.value < 0x20 || $0.value == 0x202E
      })
  }

  @Test("A translation stands under the article, where there is room", arguments: [12, 40])
  func underArticle(rows: Int) throws {
    var driver = try seed(rows: rows)
    let command = try start(&driver, "translate")
    #expect(command.script == "trans" && command.isForPart)
    #expect(driver.handedOut.last == .show(command))
    #expect(driver.screen.contains("Running"))
    driver.deliver(
      .printed(ShellOutput(of: command, printed: "Premier ministre irakien".utf8)))
    #expect(driver.screen.contains("Premier ministre irakien"))
    #expect(driver.screen.contains("Iraqi Prime Minister") == (rows > 14))
    if rows > 14 {
      driver.press("Tab", "j")
      #expect(driver.screen.contains("Premier ministre irakien"))
      driver.press("Esc")
    } else {
      driver.press("q")
    }
    #expect(!driver.screen.contains("Premier ministre irakien"))
  }

  @Test("A translation is kept with its article, until another is asked for")
  func kept() throws {
    var driver = try seed()
    let command = try start(&driver, "translate")
    driver.deliver(.printed(ShellOutput(of: command, failure: "ended with status 1")))
    driver.press("Esc")
    #expect(try start(&driver, "translate") == command)
    #expect(driver.screen.contains("Running"), "a failure is not kept")
    driver.deliver(.printed(ShellOutput(of: command, printed: "Premier ministre".utf8)))
    driver.press("Esc")
    let runs = driver.handedOut.count
    #expect(try start(&driver, "translate") == command)
    #expect(driver.screen.contains("Premier ministre"))
    #expect(driver.handedOut.count == runs)
    driver.press("Esc")
    _ = try start(&driver, "translate again")
    #expect(driver.handedOut.last == .show(command))
    driver.press("Esc", "j", "j", "j", "j", "j", "j")
    _ = try start(&driver, "translate")
    #expect(driver.screen.contains("Running"), "another paragraph is another text")
  }

  @Test("Closing the output, or leaving the article, ends a command that still runs")
  func closedEarly() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 30)
    driver.press("Enter")
    for leave in ["q", "Esc", "J"] {
      driver.press(":")
      driver.type("set programs.translator sleep")
      driver.press("Enter")
      let command = try start(&driver, "translate")
      driver.press(leave)
      #expect(driver.handedOut.last == .stopCommand, "\(leave)")
      driver.deliver(.printed(ShellOutput(of: command, printed: "late".utf8)))
      #expect(driver.state.commandRun == nil)
    }
    let command = try start(&driver, "translate")
    driver.deliver(.stopCommand)
    #expect(driver.handedOut.last == .stopCommand)
    #expect(driver.handedOut.contains(.show(command)))
  }

  @Test("The cursor stands on any word, which K looks up where there is a dictionary")
  func words() throws {
    var driver = try seed()
    driver.press("g", "j", "j", ".", ".")
    let cursor = try #require(driver.state.reading?.cursor)
    driver.press("K")
    let word = try #require(driver.state.commandRun?.command)
    #expect(word.script == "dict")
    #expect(driver.screen.contains("\(word.input.dropLast()) \u{B7} dict"))
    driver.press(".")
    #expect(driver.state.reading?.cursor ?? 0 > cursor)
    driver.press("K", ",")
    #expect(driver.state.reading?.cursor == cursor)

    driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 30)
    driver.press("J", "Enter", "K")
    #expect(driver.state.list.selected == 0, "without a dictionary, K goes to the article before")
  }

  @Test("A command in the background reads its input, and fails, floods or hangs without harm")
  func running() async {
    // Beside tests that keep all threads busy, only what has to be ended may depend on the clock.
    func output(_ script: String, within longest: Duration = .seconds(3600)) async -> ShellOutput {
      let command = ShellCommand(script: script, input: "in\n", isForPart: true)
      var run = BackgroundCommand(command: command)
      run.largest = 1_000
      run.longest = longest
      return await run.output()
    }
    let read = await output("cat; echo err >&2")
    #expect(read.text.string == "in\n")
    #expect(read.failure == nil)
    let failed = await output("echo >&2; echo no such word >&2; exit 20")
    #expect(failed.failure?.hasSuffix("ended with status 20: no such word") == true)
    let silent = await output("echo no network >&2")
    #expect(silent.failure?.hasSuffix(": no network") == true)
    let flood = await output("yes")
    #expect(flood.text.count == 1_000 && flood.failure?.contains("left out") == true)
    let complaints = await output("yes >&2 | head -c 10", within: .seconds(1))
    #expect(complaints.failure?.count ?? 0 < 300)
    let hang = await output("sleep 1000", within: .seconds(1))
    #expect(hang.failure?.contains("was ended") == true)
    let damaged = await output("printf 'a\\377b'")
    #expect(damaged.text.string == "a\u{FFFD}b")
    let terminal = await output("read answer </dev/tty || echo none")
    #expect(terminal.text.string == "none\n", "it has no terminal to wait at")
  }
}
