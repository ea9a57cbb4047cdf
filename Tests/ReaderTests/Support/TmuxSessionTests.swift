import Testing

@Suite("Programs are driven in tmux") struct TmuxSessionTests {
  @Test("Keys reach the program, and its answer the screen")
  func echoes() throws {
    let session = try TmuxSession(
      columns: 40, rows: 5, command: ["sh", "-c", "read line; echo \"<$line>\"; read rest; exit 3"])
    try session.type("كاظمي kazemi")
    try session.send("Enter")
    try session.wait(for: "<كاظمي kazemi>")
    try session.send("Enter")
    #expect(try session.waitForEnd() == .status(3))
  }

  @Test("The size is the wanted one and can change")
  func resizes() throws {
    let session = try TmuxSession(
      columns: 61, rows: 7, command: ["sh", "-c", "while read line; do stty size; done"])
    try session.send("Enter")
    try session.wait(for: "7 61")
    try session.resize(columns: 99, rows: 9)
    try session.send("Enter")
    try session.wait(for: /9 99/)
  }

  @Test("A wait in vain shows the screen")
  func fails() throws {
    let session = try TmuxSession(columns: 40, rows: 5, command: ["sh", "-c", "echo here; read x"])
    try session.wait(for: "here")
    let failure = #expect(throws: TmuxSession.Failure.self) {
      try session.wait(for: "there", timeout: 0.1)
    }
    #expect(failure?.description.contains("here\n") == true)
  }

  @Test("A program ended by a signal is distinguished from one that exits")
  func signals() throws {
    let session = try TmuxSession(command: ["sh", "-c", "kill -TERM $$"])
    #expect(try session.waitForEnd() == .signal(15))
  }
}
