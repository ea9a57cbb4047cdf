import ArgumentParser
import Foundation
import Model

/// `reader backup`: copies the library to a file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the library to one file.",
    usage: "reader backup [--library FILE] FILE",
    discussion: """
      The copy is the library as it is at one time, whoever reads or changes it meanwhile. It is a \
      library itself, which --library opens, and which `reader restore` puts in place of the \
      library. A file that is there already is left as it is.
      """)

  @OptionGroup var file: LibraryFile

  @Argument(
    help: ArgumentHelp("The file to make.", valueName: "FILE"), completion: .file(),
    transform: PathArgument.read)
  var target: String

  func run() throws {
    let library = try file.openPresent()
    let target = URL(filePath: target)
    try CopyProgress.showing("copied") {
      try LibraryBackup.make(of: library, at: target, progress: $0)
    }
    try StandardOutput.write(
      "\(target.path.displayable) holds \(try library.articleCount()) articles\n")
  }
}

/// `reader restore`: puts a backup in the library's place.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the library's place.",
    usage: "reader restore [--library FILE] FILE",
    discussion: """
      The backup is looked through first, and stays where it is. The library that was there gets \
      another name, which is printed; delete it when you are sure. Nobody may use the library \
      meanwhile.
      """)

  @OptionGroup var file: LibraryFile

  @Argument(
    help: ArgumentHelp("The backup.", valueName: "FILE"), completion: .file(),
    transform: PathArgument.read)
  var backup: String

  func run() throws {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw ValidationError("There is no file \(backup). Name one that `reader backup` made.")
    }
    let (library, backup) = (file.url, URL(filePath: backup))
    let former = try CopyProgress.showing("copied") {
      try LibraryBackup.restore(backup, to: library, progress: $0)
    }
    try StandardOutput.write("\(library.path.displayable) is as \(backup.path.displayable)\n")
    if let former {
      try StandardOutput.write("The library that was there is \(former.path.displayable) now\n")
    }
  }
}

/// The progress of copying a library, which Ctrl-C stops.
enum CopyProgress {
  /// Does the work with a function that shows which share of it is done.
  static func showing<Value: Sendable>(
    _ done: String, _ work: @escaping @Sendable (@escaping (Double) -> Void) throws -> Value
  ) throws -> Value {
    do {
      return try InterruptibleTask.run {
        var line = ProgressLine()
        defer { line.clear() }
        return try work { line.show("\(Int($0 * 100)) % \(done)") }
      } interrupted: {
      }
    } catch is CancellationError {
      StandardError.write("reader: stopped; no file was made or changed.")
      throw ExitCode(InterruptibleTask.stoppedStatus)
    }
  }
}
