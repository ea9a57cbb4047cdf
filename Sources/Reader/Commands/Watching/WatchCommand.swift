import ArgumentParser
import Foundation
import Model

/// `reader watch`: names of a list in the articles, and lists that the library keeps.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Find the names of a list in articles, whatever their script.",
    usage: """
      reader watch [OPTIONS] LIST [PATH ...]
      reader watch add NAME FILE
      reader watch remove NAME
      reader watch list
      """,
    discussion: """
      LIST is a table (CSV) with a name column and, if you like, id, aliases and kind; or \
      FollowTheMoney entities as OpenSanctions and Aleph write them; or a name a line. It is a file, \
      - for standard input, or the name of a list that the library keeps.

      `reader watch find --help` lists the OPTIONS, such as --format.

      A list that is kept marks its names on the screen, and is:watched and watch:NAME find the \
      articles that mention them for sure.
      """,
    subcommands: [
      WatchFindCommand.self, WatchAddCommand.self, WatchRemoveCommand.self,
      WatchListsCommand.self,
    ],
    defaultSubcommand: WatchFindCommand.self)
}

/// `reader watch LIST`: each name of the list with the articles that mention it.
struct WatchFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find the names of a list (what watch does by itself).",
    usage: "reader watch [OPTIONS] LIST [PATH ...]",
    discussion: """
      Prints how often each name was found, then a line of text of each article with the name as it \
      is spelled there, why it was taken for the name, and how sure that is. What is doubtful stands \
      apart: a word is left open, the sound just passes, or many people have the name. In JSON and \
      CSV, start and end count the Unicode scalars of the file's decoded text. Exits 1 when \
      nothing is found.
      """)

  @Option(name: .long, help: ArgumentHelp("How to print: text, json or csv.", valueName: "FORMAT"))
  var format = WatchFormat.text

  @Option(
    name: .long,
    help: ArgumentHelp("How many articles to print for each name at most.", valueName: "N"))
  var limit = 20

  @Argument(
    help: ArgumentHelp("A file with names, or a list that is kept.", valueName: "LIST"),
    completion: .file())
  var list: String

  @OptionGroup var input: ArticleInput

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above zero.") }
    guard list != "-" || !input.paths.contains("-") else {
      throw ValidationError("Only one of LIST and PATH can be standard input.")
    }
  }

  func run() throws {
    let list = try watchList()
    let (library, isComplete) = try input.open()
    let findings = try library.findings(of: list, order: input.order, limit: limit)
    let report = WatchReport(findings, passedOver: list.passedOver)
    switch format {
    case .text: try StandardOutput.write(report.text)
    case .json: try OutputFormat.printJSON(report.json)
    case .csv: try StandardOutput.write(report.csv)
    }
    let isEmpty = findings.found.isEmpty && findings.doubtful.isEmpty
    if isEmpty || !isComplete { throw ExitCode(1) }
  }

  /// The list of the file; where there is none, the one that the library keeps under that name.
  private func watchList() throws -> WatchList {
    let isFile = list == "-" || FileManager.default.fileExists(atPath: list)
    let library = input.library.url
    if !isFile, FileManager.default.fileExists(atPath: library.path),
      let kept = try Library(at: library).watchList(named: list)
    {
      return kept
    }
    return try WatchListReader(path: list).read()
  }
}

/// How `reader watch` prints what it found.
enum WatchFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
}

/// `reader watch add`: keeps a list in the library.
struct WatchAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Keep a list in the library, in place of one of the same name.")

  @OptionGroup var library: LibraryFile

  @Argument(help: ArgumentHelp("What to call the list.", valueName: "NAME"))
  var name: String

  @Argument(help: ArgumentHelp("A file with names.", valueName: "FILE"), completion: .file())
  var file: String

  func validate() throws {
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("A list is called by a word with letters or digits, as in sanctions.")
    }
  }

  func run() throws {
    let list = try WatchListReader(path: file).read()
    try library.openOrMake().keep(list, as: name)
    let count = list.names.count.counted("name")
    try StandardOutput.write(
      "\(name.displayable) has \(count)\(WatchReport.note(passedOver: list.passedOver))\n")
  }
}

/// `reader watch remove`: forgets a list.
struct WatchRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a list from the library.")

  @OptionGroup var library: LibraryFile

  @Argument(help: ArgumentHelp("The list's name.", valueName: "NAME"))
  var name: String

  func run() throws {
    guard try library.open().removeWatchList(named: name) else {
      StandardError.write(
        "reader: No list is called \(name.displayable); `reader watch list` prints their names.")
      throw ExitCode(1)
    }
  }
}

/// `reader watch list`: the lists that the library keeps.
struct WatchListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the lists that the library keeps.")

  @OptionGroup var library: LibraryFile

  func run() throws {
    for list in try library.open().watchLists() {
      try StandardOutput.write("\(list.count)\t\(list.name)\n")
    }
  }
}
