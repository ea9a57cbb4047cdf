import ArgumentParser
import Foundation
import Model

/// `--library FILE`, and where the library is kept without it.
struct LibraryFile: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The library's file, if not the usual one.", valueName: "FILE"),
    completion: .file(), transform: PathArgument.read)
  var library: String?

  /// The file to use: the one named, else the one in the user's data folder.
  var url: URL {
    if let library { return URL(filePath: library) }
    return XDGFolder.data.url(in: ProcessInfo.processInfo.environment)
      .appending(path: "reader/library.sqlite")
  }

  /// Whether there is a library.
  var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

  /// Refuses a file that was named and is not there, which is most likely misspelled.
  func refuseMissing() throws {
    guard let library, !exists else { return }
    throw ValidationError(
      "There is no library \(library). Check its name, or make it: "
        + "reader import --library FILE PATH ...")
  }

  /// Refuses to go on where there is no library, the usual one included.
  func requirePresent() throws {
    try refuseMissing()
    guard exists else {
      StandardError.write("reader: \(url.path) does not exist; `reader import` makes a library.")
      throw ExitCode(1)
    }
  }

  /// Opens the library, which has to be there.
  func openPresent() throws -> Library {
    try requirePresent()
    return try open()
  }

  /// Opens the library; the usual one is made where there is none.
  func open() throws -> Library {
    try refuseMissing()
    let library = try Library(at: url)
    if !library.isReadOnly { try library.refreshIndexes() }
    try SourceChoice.note(in: library)
    return library
  }

  /// Opens the library to import into it, made where there is none, which is said of one that was named.
  func openOrMake() throws -> Library {
    if library != nil, !exists {
      StandardError.write("reader: \(url.path) is made; there was no such library.")
    }
    let library = try Library(at: url)
    try library.refreshIndexes()
    return library
  }
}

/// How paths are taken from the command line.
enum PathArgument {
  /// What the help of a command that may read standard input says of its paths.
  static var help: ArgumentHelp {
    ArgumentHelp(
      "Files, folders and addresses of the web; - is standard input.", valueName: "PATH")
  }

  /// Takes a path; an empty one, as an unset variable in a script leaves it, names nothing.
  static func read(_ text: String) throws -> String {
    guard !text.isEmpty else { throw ValidationError("It is empty, and names no file.") }
    return text
  }
}

/// `--follow`.
struct LinkOption: ParsableArguments {
  @Flag(name: .long, help: "Follow the links in folders too, wherever they lead.")
  var follow = false
}
