import Foundation
import Testing

@testable import Reader

@Suite("A configuration at the terminal") struct ConfigurationJourneyTests {
  @Test("Keys are those of the file, and :source reads it again")
  func source() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Data("[keys.all]\n\"g g\" = \"last\"\n\"?\" = \"\"\nF1 = \"help\"".utf8), to: "config.toml")
    let session = try TmuxSession(
      columns: 200, rows: 40,
      command: [TmuxSession.reader, "--config", file.path, Seeds.folder])
    try session.wait(for: "1/2")
    try session.wait(for: "F1 keys")
    try session.send("g", "g")
    try session.wait(for: "2/2")
    try folder.write(Data("[keys.all]\n\"g g\" = \"first\"\n\"?\" = \"\"".utf8), to: "config.toml")
    try session.send(":")
    try session.type("source")
    try session.send("Enter")
    try session.wait(for: "The configuration was read again")
    try session.send("g", "g")
    try session.wait(for: "1/2")
    try session.wait { !$0.contains("? keys") && !$0.contains("F1 keys") }
    try folder.write(Data("[keys.all]\nj = \"line-dwon\"".utf8), to: "config.toml")
    try session.send(":")
    try session.type("source")
    try session.send("Enter")
    try session.wait(for: "did you mean line-down?")
  }

  @Test("A mistake ends the program at once, with file, line and column")
  func mistake() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Data("\n  mesure = 72\n".utf8), to: "wrong.toml")
    // The shell stays, so that the screen is still there to be read.
    let line = "'\(TmuxSession.reader)' --config '\(file.path)' '\(Seeds.folder)'"
    let session = try TmuxSession(
      columns: 200, rows: 10, command: ["/bin/sh", "-c", "\(line); echo status $?; sleep 600"])
    try session.wait(for: "wrong.toml:2:3: there is no setting mesure; did you mean measure?")
    try session.wait(for: "status 1")
  }
}
