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

  @OptionGroup var file: LibraryFile

  func run() throws {
    try file.requirePresent()
    let url = file.url
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
    try StandardOutput.write(
      "\(url.path.displayable) is whole: \(try library.articleCount()) articles\n")
  }
}
