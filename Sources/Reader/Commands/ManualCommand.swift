import ArgumentParser
import Foundation

/// `reader manual`: prints the manual page, for the installation to put where `man` finds it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page in roff, or the list of keys for the README.",
    shouldDisplay: false)

  @Option(help: ArgumentHelp("The day to print on the page.", valueName: "YYYY-MM-DD"))
  var date = Date.now.formatted(.iso8601.year().month().day())

  @Flag(help: "Print the list of keys in Markdown instead.")
  var keys = false

  func validate() throws {
    guard date.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
      throw ValidationError("The date \(date) is not of the form YYYY-MM-DD.")
    }
  }

  func run() throws {
    guard !keys else {
      print(CommandTable.markdown)
      return
    }
    let tool = try JSONDecoder().decode(
      ToolDescription.self, from: Data(ReaderCommand._dumpHelp().utf8))
    let page = ManualPage(
      tool: tool, keys: CommandTable.manualKeys, version: ReaderCommand.configuration.version, date: date)
    print(page.roff, terminator: "")
  }
}
