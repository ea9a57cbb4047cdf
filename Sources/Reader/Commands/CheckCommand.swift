import ArgumentParser
import Foundation
import Model

/// `reader check`: looks for damage in the library.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the library is whole.",
    usage: "reader check [--library FILE]",
    discussion: """
      Reads all of the library, changes nothing, and says what is damaged and what to do about it. \
      It exits 0 where the library is whole, 1 where it is not.
      """)

  @Option(
    name: .long, help: ArgumentHelp("The library's file.", valueName: "FILE"), completion: .file())
  var library: String?

  func run() throws {
    let url = LibraryFile.url(library)
    guard FileManager.default.fileExists(atPath: url.path) else {
      StandardError.write("reader: \(url.path) does not exist; `reader import` makes a library.")
      throw ExitCode(1)
    }
    let library = try Library(at: url)
    let faults: [LibraryFault]
    do {
      faults = try InterruptibleTask.run {
        var line = ProgressLine()
        defer { line.clear() }
        return try library.check { line.show("\($0) of \($1) articles") }
      } interrupted: {
      }
    } catch is CancellationError {
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
    for fault in faults { StandardError.write("reader: \(url.path): \(fault)") }
    if !faults.isEmpty { throw ExitCode(1) }
    try StandardOutput.write("\(url.path) is whole: \(try library.articleCount()) articles\n")
  }
}
